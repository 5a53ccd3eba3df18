#include "dialog/text.h"

#include <catch2/catch.hpp>

#include "some_names.h"

using namespace attune;
using namespace attune::dialog;

namespace {

// "Old!" for old, so that a label is never taken for its key.
struct Labels : LabelOf {
    std::string label(VariableRef, const std::string& key) const override {
        std::string label = key;
        label[0] = static_cast<char>(label[0] - ('a' - 'A'));
        return label + "!";
    }
};

std::string rendered(
    std::string_view source, const SomeNames& names, std::string_view language = "en") {
    const auto parsed = parse_text(source, names, language);
    if (!parsed) return told(parsed.error());
    return render(parsed->text, names.scope(), Labels());
}

}  // namespace

TEST_CASE("words around places stay as they are, apostrophes too") {
    const auto names = SomeNames().with("child", Words{"Ann"});
    CHECK(rendered("l'{child} d'aujourd'hui, 'quoted'", names) == "l'Ann d'aujourd'hui, 'quoted'");
    CHECK(rendered("two\nlines # <b>", names) == "two\nlines # <b>");
    CHECK(rendered("", names).empty());
}

TEST_CASE("a doubled brace is a brace") {
    const auto names = SomeNames().with("child", Words{"Ann"});
    CHECK(rendered("{{child}} is {child} {{", names) == "{child} is Ann {");
    CHECK(rendered("{{{child}}}", names) == "{Ann}");
}

TEST_CASE("each type shows as people read it") {
    auto names = SomeNames().with("beneath", Option{"old"}).with("come_back", false);
    names.with("feelings", OptionSet{{"sad", "old"}}).with("born", Date{20'000});
    CHECK(rendered("{beneath}", names) == "Old!");
    CHECK(rendered("{come_back}", names) == "No!");
    CHECK(rendered("{feelings}", names) == "Sad!, Old!");
    CHECK(rendered("{born}", names) == "October 4, 2024");
    CHECK(rendered("{born}", names, "de") == "4. Oktober 2024");
    CHECK(rendered("{zone}", names) == "Europe/Vienna");
    CHECK(rendered("{heat}", names.with("heat", Decimal{7500})) == "7.5");
    CHECK(rendered("{heat}", names.with("heat", Decimal::whole(7))) == "7");
    CHECK(rendered("{heat}", names.with("heat", Decimal{-125})) == "-0.125");
    CHECK(rendered("[{feelings}]", names.with("feelings", OptionSet{})) == "[]");
    CHECK(rendered("{born}", names.with("born", Date{-1})) == "December 31, 1969");
}

TEST_CASE("an unknown value shows what stands behind or") {
    const SomeNames unknown;
    CHECK(rendered("seen of {child or \"your child\"}?", unknown) == "seen of your child?");
    CHECK(rendered("[{child or \"\"}][{child}]", unknown) == "[][]");
    CHECK(rendered("{child or \"it's {heat}\"}", unknown) == "it's {heat}");
}

TEST_CASE("a person's words are never parsed") {
    const auto names = SomeNames().with("story", Words{"{heat} {{ {x, plural"});
    CHECK(rendered("“{story}”", names) == "“{heat} {{ {x, plural”");
}

TEST_CASE("plural forms follow the language") {
    const auto times = [](Decimal number, std::string_view language, std::string_view source) {
        return rendered(source, SomeNames().with("tries", number), language);
    };
    constexpr const char* english =
        "{tries, plural, =0 {never} one {{tries} time} other {{tries} times}}";
    CHECK(times(Decimal::whole(0), "en", english) == "never");
    CHECK(times(Decimal::whole(1), "en", english) == "1 time");
    CHECK(times(Decimal::whole(2), "en", english) == "2 times");
    CHECK(times(Decimal{500}, "en", english) == "0.5 times");
    constexpr const char* polish =
        "{tries, plural, one {{tries} raz} few {{tries} razy} many {{tries} razy!} other {?}}";
    CHECK(times(Decimal::whole(22), "pl", polish) == "22 razy");
    CHECK(times(Decimal::whole(5), "pl", polish) == "5 razy!");
    CHECK(times(Decimal{1500}, "pl", polish) == "?");
}

TEST_CASE("plural and select of an unknown value show other") {
    const SomeNames unknown;
    CHECK(rendered("{tries, plural, =0 {none} one {1} other {some}}", unknown) == "some");
    CHECK(rendered("{beneath, select, old {o} other {some}}", unknown) == "some");
}

TEST_CASE("select goes by option, and by yes or no") {
    const auto names = SomeNames().with("beneath", Option{"old"}).with("come_back", true);
    CHECK(rendered("{beneath, select, old {older} other {new}} x", names) == "older x");
    CHECK(rendered("{beneath, select, alone {a} other {new}}", names) == "new");
    CHECK(rendered("{come_back, select, yes {see you} no {bye} other {?}}", names) == "see you");
    CHECK(
        rendered(
            "{come_back, select, yes {{beneath, select, old {both} other {-}}} other {?}}",
            names) == "both");
}
