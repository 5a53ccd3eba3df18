#include <catch2/catch.hpp>
#include <random>

#include "some_names.h"

using namespace attune;
using namespace attune::dialog;

namespace {

const SomeNames names;

std::string faults_of(std::string_view source, std::string_view language = "en") {
    const auto parsed = parse_text(source, names, language);
    if (parsed) return "none";
    const Faults faults = parsed.error();
    for (const Fault& fault : faults.list) {
        CHECK_FALSE(fault.words.what.empty());
        CHECK_FALSE(fault.words.mend.empty());
        CHECK(fault.at + fault.length <= source.size() + 1);
    }
    return told(faults);
}

std::string mend_of(std::string_view source) {
    const auto parsed = parse_text(source, names, "en");
    return parsed ? "none" : parsed.error().list.at(0).words.mend;
}

// The bare places: "heat 4+6 …".
std::string bare_in(std::string_view source) {
    const auto parsed = parse_text(source, names, "en");
    REQUIRE(parsed.has_value());
    std::string all;
    for (const auto& bare : parsed->bare) {
        if (!all.empty()) all += ' ';
        all += names.variable(bare.variable).name + " " + std::to_string(bare.at) + "+" +
               std::to_string(bare.length);
    }
    return all;
}

}  // namespace

TEST_CASE("a place without a way out is reported as bare") {
    CHECK(bare_in("It was {heat}.") == "heat 7+6");
    CHECK(bare_in("{ heat }{child or \"x\"}") == "heat 0+8");
    CHECK(bare_in("no place {{heat}}") == "");
    // Only in "other" the value may be unknown.
    CHECK(bare_in("{tries, plural, one {{tries} time} other {{tries} times}}") == "tries 42+7");
    CHECK(bare_in("{come_back, select, yes {{come_back}{heat}} other {}}") == "heat 36+6");
}

TEST_CASE("a text with a private place is private") {
    const auto is_private = [](std::string_view source) {
        const auto parsed = parse_text(source, names, "en");
        REQUIRE(parsed.has_value());
        return parsed->is_private;
    };
    CHECK(is_private("You wrote: {story or \"\"}"));
    CHECK(is_private("{tries, plural, other {{story or \"\"}}}"));
    CHECK_FALSE(is_private("{child or \"your child\"}"));
}

TEST_CASE("an unknown name gets the nearest, and all places are looked at") {
    CHECK(faults_of("a {chidl or \"x\"} b {heet}") == "A272 3+5 | A272 20+4");
    CHECK(mend_of("{chidl}") == "Did you mean \"child\"?");
    CHECK(faults_of("{length(story)}") == "A272 1+6");
}

TEST_CASE("braces that do not fit are shown") {
    CHECK(faults_of("a {heat") == "A270 2+5");
    CHECK(faults_of("a heat} b} {heat}") == "A271 6+1 | A271 9+1");
    CHECK(faults_of("{") == "A273 0+1");
    CHECK(faults_of("{}") == "A273 0+1");
    CHECK(faults_of("{heat{heat}") == "A270 0+11");
    CHECK(faults_of("{tries, plural, one {a} other {b}") == "A270 0+23");
    CHECK(faults_of("{tries, plural, one {a") == "A270 20+2");
}

TEST_CASE("a place of no known form is refused") {
    CHECK(faults_of("{heat.x}") == "A284 0+6");
    CHECK(faults_of("{child or your child}") == "A283 10+1");
    CHECK(faults_of("{child or \"your child}") == "A283 10+1");
    CHECK(faults_of("{child or \"a\" b}") == "A284 0+15");
    CHECK(faults_of("{child, upper}") == "A282 8+5");
    CHECK(faults_of("{child, plural}") == "A282 8+6");
    CHECK(faults_of("{tries, plural, one a other b}") == "A285 20+1");
}

TEST_CASE("plural needs a number, forms of the language, and other") {
    CHECK(faults_of("{child, plural, other {x}}") == "A274 0+15");
    CHECK(faults_of("{tries, plural, few {x} other {y}}") == "A276 16+3");
    CHECK(mend_of("{tries, plural, few {x} other {y}}").find("one, other") != std::string::npos);
    CHECK(faults_of("{tries, plural, few {x} other {y}}", "pl") == "none");
    CHECK(faults_of("{tries, plural, =0 {x} =12 {z} other {y}}") == "none");
    CHECK(faults_of("{tries, plural, =x {x} other {y}}") == "A276 16+2");
    CHECK(faults_of("{tries, plural, one {x}}") == "A275 0+24");
    CHECK(faults_of("{tries, plural, one {x} one {y} other {z}}") == "A278 24+3");
    CHECK(faults_of("{tries, plural, =1 {x} =1 {y} other {z}}") == "A278 23+2");
}

TEST_CASE("select needs the variable's options, and other") {
    CHECK(faults_of("{beneath, select, old {x} alone {y} other {z}}") == "none");
    CHECK(faults_of("{come_back, select, yes {x} no {y} other {z}}") == "none");
    CHECK(faults_of("{beneath, select, olld {x} other {z}}") == "A287 18+4");
    CHECK(mend_of("{beneath, select, olld {x} other {z}}") == "Did you mean \"old\"?");
    CHECK(faults_of("{beneath, select, old {x}}") == "A275 0+26");
    CHECK(faults_of("{heat, select, other {z}}") == "A286 0+14");
    CHECK(faults_of("{feelings, select, other {z}}") == "A286 0+18");
}

TEST_CASE("forms inside forms have a limit") {
    std::string text = "x";
    for (int i = 0; i < 8; ++i) text = "{tries, plural, other {" + text + "}}";
    CHECK(faults_of(text) == "none");
    CHECK(faults_of("{tries, plural, other {" + text + "}}").starts_with("A277"));
}

TEST_CASE("random texts never crash the parser") {
    const std::vector<std::string> parts{"{",      "}",
                                         "{{",     "}}",
                                         "heat",   "tries",
                                         ",",      "plural",
                                         "select", "one",
                                         "other",  "or",
                                         "\"",     "=1",
                                         " ",      "beneath",
                                         "old",    "'",
                                         "ä",      "\n",
                                         "{heat}", "{tries, plural, other {"};
    std::mt19937 random(11);
    for (int round = 0; round < 20'000; ++round) {
        std::string source;
        for (std::size_t n = random() % 14; n > 0; --n) {
            source += parts[random() % parts.size()];
            if (random() % 10 == 0) source += static_cast<char>(random());
        }
        const auto parsed = parse_text(source, names, "en");
        INFO(source);
        if (!parsed) CHECK_FALSE(parsed.error().list.empty());
    }
}
