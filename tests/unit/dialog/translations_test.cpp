#include <catch2/catch.hpp>

#include "tests/unit/dialog/problems_of.h"

using namespace attune;
using namespace attune::test;

namespace {

using Files = std::map<std::string, std::string>;
using Renderings = std::vector<std::pair<std::string, std::string>>;

const std::string steps = R"("start": [
    { "ask": "How many?", "as": "n", "answer": "number" },
    { "say": "{n, plural, one {One.} other {{n or \"?\"} of them.}}" },
    { "ask": "Which?", "as": "which", "answer": { "choose": { "a": "Apple", "b": "Pear" } },
      "hear": { "a": ["red"] } },
    { "end": "Bye." } ])";

const Renderings whole = {
    {"A talk", "Ein Gespräch"},
    {"How many?", "Wie viele?"},
    {R"({n, plural, one {One.} other {{n or \"?\"} of them.}})",
     R"({n, plural, one {Eins.} other {{n or \"?\"} davon.}})"},
    {"Which?", "Was?"},
    {"Apple", "Apfel"},
    {"Pear", "Birne"},
    {"Bye.", "Bis bald."}};

Renderings whole_but(const std::string& sentence, const std::string& rendering) {
    Renderings all = whole;
    for (auto& [say, as] : all) {
        if (say == sentence) as = rendering;
    }
    return all;
}

Files files_with(const std::string& catalogue) {
    return {
        {"talk.json", dialog_file("talk", steps)},
        {"defaults/en.json", small_defaults()},
        {"defaults/de.json", german_defaults()},
        {"translations/de/talk.json", catalogue}};
}

std::string with_more(const Renderings& renderings, const std::string& more) {
    std::string text = german("talk", renderings);
    text.resize(text.rfind('}'));
    return text + ", " + more + " }";
}

std::vector<std::string> places_of(const Problems& problems) {
    std::vector<std::string> found;
    for (const Problem& problem : problems.list) found.push_back(place_and_number(problem));
    return found;
}

std::vector<std::string> said_of(const std::string& catalogue) {
    return places_of(problems_of(files_with(catalogue)));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a whole translation has no problems, and is offered") {
    const auto compiled = dialog::compile(files_with(german("talk", whole)), "dialogs");
    CHECK(places_of(compiled.problems).empty());
    REQUIRE(compiled.edition);
    CHECK(compiled.edition->language_for(0, "de-AT") == "de");
    CHECK(compiled.edition->in("de").dialogs[0].title == "Ein Gespräch");
    CHECK(&compiled.edition->in("fr") == compiled.edition.get());
}

TEST_CASE("a sentence without a rendering is a hint, and the talk stays in its language") {
    const auto compiled =
        dialog::compile(files_with(german("talk", whole_but("Pear", ""))), "dialogs");
    REQUIRE(places_of(compiled.problems) == Lines{"dialogs/translations/de/talk.json:1:33 A505"});
    CHECK(compiled.problems.list[0].severity == Severity::hint);
    CHECK(
        compiled.problems.list[0].what ==
        "1 of 7 sentences are not yet in \"de\", so the talk stays in \"en\"; the first is "
        "“Pear”");
    CHECK(compiled.edition->language_for(0, "de").empty());
}

TEST_CASE("a dialog without a catalogue is named where one that has one visits it") {
    auto files = files_with(german("talk", whole));
    files["other.json"] = dialog_file("other", R"("s": [ { "say": "Hm." }, { "return": true } ])");
    CHECK(places_of(problems_of(files)).empty());
    files["first.json"] = dialog_file("first", R"("s": [ { "visit": "other" }, { "end": true } ])");
    files["translations/de/first.json"] = german("first", {{"A talk", "Zuerst"}});
    CHECK(places_of(problems_of(files)) == Lines{"dialogs/other.json:1:53 A505"});
}

TEST_CASE("a dialog is not offered while one that it visits is not whole") {
    auto files = files_with(german("talk", whole));
    files["other.json"] =
        dialog_file("other", "\"s\": [ { \"visit\": \"talk\" }, { \"end\": true } ]");
    files["translations/de/other.json"] = german("other", {{"A talk", "Anderes"}});
    const auto good = dialog::compile(files, "dialogs").edition;
    REQUIRE(good);
    CHECK(good->language_for(good->dialog_by_name.at("other"), "de") == "de");

    files["translations/de/talk.json"] = german("talk", whole_but("Pear", ""));
    const auto edition = dialog::compile(files, "dialogs").edition;
    CHECK(edition->language_for(edition->dialog_by_name.at("other"), "de").empty());
}

TEST_CASE("places to fill must be those of the sentence") {
    CHECK(
        said_of(german("talk", whole_but("Bye.", "Bis bald, {n or \\\"du\\\"}."))) ==
        Lines{"dialogs/translations/de/talk.json:8:26 A507"});
    const std::string plural = whole[2].first;
    CHECK(said_of(german("talk", whole_but(plural, "Davon."))).at(0).ends_with("A507"));
    CHECK(said_of(german("talk", whole_but(plural, "{n} davon."))).at(0).ends_with("A517"));
    CHECK(said_of(german("talk", whole_but("Bye.", "{m}"))).at(0).ends_with("A272"));
}

TEST_CASE("a plural needs the forms of its own language") {
    auto files = files_with(german("talk", whole));
    std::string russian = german("talk", whole);
    russian.replace(russian.find("\"de\""), 4, "\"ru\"");
    files["translations/ru/talk.json"] = russian;
    std::string words = german_defaults();
    words.replace(words.find("\"de\""), 4, "\"ru\"");
    files["defaults/ru.json"] = words;
    const Problems problems = problems_of(files);
    REQUIRE(places_of(problems).at(0).ends_with("A513"));
    CHECK(
        problems.list[0].what ==
        "This plural lacks the form \"many\" and \"few\" of this language");
    const Problems known = problems_of(
        files_with(german("talk", whole_but(whole[2].first, "{n, plural, few {x} other {y}}"))));
    CHECK(numbers(known) == Lines{"A276"});
}

TEST_CASE("a rendering is a label, and two labels must differ in every language") {
    CHECK(
        said_of(german("talk", whole_but("Pear", "Apfel"))) ==
        Lines{"dialogs/translations/de/talk.json:7:26 A401"});
}

TEST_CASE("hear words belong to an option of a question that is there") {
    const auto heard = [](const std::string& place, const std::string& option) {
        return said_of(with_more(
            whole,
            "\"hear\": { \"" + place + "\": { \"" + option +
                "\": { \"say\": [\"red\"], \"as\": [\"rot\"] } } }"));
    };
    CHECK(heard("start / which", "a").empty());
    CHECK(heard("start / which", "c").at(0).ends_with("A510"));
    CHECK(heard("start / whose", "a").at(0).ends_with("A511"));
}

TEST_CASE("a sentence that has changed keeps its rendering until that is renewed") {
    auto files = files_with(with_more(
        whole,
        R"("scenes": { "start": [ { "say": "What now?", "as": "Was jetzt?", "at": ["start / which"] } ] })"));
    std::string catalogue = files["translations/de/talk.json"];
    const std::string of_which = R"({ "say": "Which?", "as": "Was?" },)";
    catalogue.erase(catalogue.find(of_which), of_which.size());
    files["translations/de/talk.json"] = catalogue;
    const auto compiled = dialog::compile(files, "dialogs");
    REQUIRE(compiled.edition);
    CHECK(numbers(compiled.problems) == Lines{"A506"});
    CHECK(compiled.edition->language_for(0, "de") == "de");
}

TEST_CASE("a translation for nothing is a warning") {
    auto files = files_with(german("talk", whole));
    files["translations/de/tolk.json"] = german("tolk", {{"A talk", "Ein Gespräch"}});
    const Problems problems = problems_of(files);
    REQUIRE(places_of(problems) == Lines{"dialogs/translations/de/tolk.json:1:1 A508"});
    CHECK(problems.list[0].mend == "Did you mean \"talk\"?");
    CHECK(problems.list[0].severity == Severity::warning);
    CHECK(
        said_of(with_more(whole, R"("scenes": { "start": [ { "say": "Gone.", "as": "Weg." } ] })"))
            .at(0)
            .ends_with("A509"));
}

TEST_CASE("a language without defaults is not offered, and that is said") {
    auto files = files_with(german("talk", whole));
    files.erase("defaults/de.json");
    const auto compiled = dialog::compile(files, "dialogs");
    CHECK(numbers(compiled.problems) == Lines{"A512"});
    CHECK(compiled.edition->language_for(0, "de").empty());
}

TEST_CASE("the names in a translation are those of its path") {
    CHECK(said_of(german("tolk", whole)).at(0).ends_with("A514"));
    auto files = files_with(german("talk", whole));
    files["translations/talk.json"] = german("talk", whole);
    files["translations/d_e/talk.json"] = german("talk", whole);
    CHECK(numbers(problems_of(files)) == Lines{"A516", "A516"});
    files = files_with(german("talk", whole));
    std::string english = german("talk", whole);
    files["translations/en/talk.json"] = english.replace(english.find("\"de\""), 4, "\"en\"");
    CHECK(numbers(problems_of(files)) == Lines{"A518"});
}

TEST_CASE("any bytes in a translation are said in plain words") {
    for (const char* wrong :
         {"",
          "{",
          "[]",
          "\"x\"",
          "{ \"top\": 3 }",
          "{ \"scenes\": [] }",
          "{ \"scenes\": { \"s\": { } } }",
          "{ \"hear\": { \"a\": 1 } }",
          "{ \"hear\": { \"a\": { \"b\": [] } } }",
          "{ \"unused\": [ 1, { \"hear\": 3 } ] }",
          "{ \"top\": [ { \"say\": 3, \"as\": { }, \"at\": [4] } ] }",
          "{ \"top\": [ { \"say\": [\"Bye.\"], \"as\": [3] } ] }",
          "\xFF"}) {
        INFO(wrong);
        const Problems problems = problems_of(files_with(wrong));
        CHECK(problems.has_errors());
        for (const Problem& problem : problems.list) {
            CHECK(problem.place.file == "dialogs/translations/de/talk.json");
        }
    }
}
