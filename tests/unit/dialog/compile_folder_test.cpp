// A whole folder: all that is wrong in all files is said at once, in order, each at its place.
#include <catch2/catch.hpp>

#include "dialog/json_tree.h"
#include "problems_of.h"

using namespace attune;
using namespace attune::test;

namespace {

using Lines = std::vector<std::string>;

Lines places(const Problems& problems) {
    Lines lines;
    for (const Problem& problem : problems.list) {
        UNSCOPED_INFO(to_text(problem));
        lines.push_back(place_and_number(problem));
    }
    return lines;
}

const std::string evening = R"({
  "dialog": "evening", "title": "Evening", "language": "en",
  "scenes": {
    "get real": [
      { "say": ["You came back.", "What you write stays yours."] },
      { "aks": "What was it?", "as": "seen", "answer": "long text" },
      { "ask": "How hot was it?", "as": "heat", "answer": { "scale": [0, 10], "lo": "cool" } },
      { "if": "heat >= 'hot'", "then": [ { "visit": "shared/tree-breaths" } ] },
      { "match": "heat", "when": { "0..5": [], "5..10": [] } },
      { "go": "get tender" }
    ],
    "get tender": [
      { "say": "You wrote: “{sene}”" },
      { "later": { "in": "1 day", "start": "mending-check" } },
      { "end": "Sleep well.", "start": "evning" }
    ]
  }
})";

const std::string breaths = R"({
  "dialog": "shared/three-breaths", "title": "Three breaths", "language": "en",
  "scenes": { "breathe": [ { "pause": "20 secs" } ] }
})";

}  // namespace

TEST_CASE("several broken files give all errors, each at its place, in order") {
    const auto problems = problems_of(
        {{"evening.json", evening},
         {"shared/three-breaths.json", breaths},
         {"broken.json", "{ \"dialog\": \"broken\",\n  \"title\": \"B\"\n  \"language\": \"en\" }"},
         {"person.json", R"({ "child": { "type": "text" } })"},
         {"care/red.json", "{}"}});
    const Lines found = places(problems);
    CHECK(
        found == Lines{
                     "dialogs/broken.json:1:1 A201",
                     "dialogs/broken.json:2:15 A101",
                     "dialogs/care/red.json:0:0 A204",
                     "dialogs/evening.json:6:9 A200",
                     "dialogs/evening.json:7:79 A203",
                     "dialogs/evening.json:8:16 A255",
                     "dialogs/evening.json:8:53 A214",
                     "dialogs/evening.json:9:48 A307",
                     "dialogs/evening.json:13:30 A272",
                     "dialogs/evening.json:14:9 A204",
                     "dialogs/evening.json:15:40 A290",
                     "dialogs/person.json:1:3 A201",
                     "dialogs/shared/three-breaths.json:3:39 A228",
                 });
    for (const Problem& problem : problems.list) {
        CHECK_FALSE(problem.what.empty());
        CHECK_FALSE(problem.mend.empty());
        if (problem.place.line > 0) CHECK_FALSE(problem.source_line.empty());
    }
}

TEST_CASE("a visit's target is found by its last part, too") {
    const auto problems = problems_of(
        {{"talk.json",
          dialog_file("talk", R"("start": [ { "visit": "older-than-tody" }, { "end": true } ])")},
         {"shared/older-than-today.json",
          dialog_file("shared/older-than-today", R"("s": [ { "say": "x" } ])")}});
    REQUIRE(numbers(problems) == Lines{"A214"});
    CHECK(problems.list[0].what == "\"older-than-tody\" is no scene or dialog");
    CHECK(problems.list[0].mend == "Did you mean \"shared/older-than-today\"?");
}

TEST_CASE("a dialog whose file is broken is still there for others") {
    const auto problems = problems_of(
        {{"a.json", dialog_file("a", R"("s": [ { "visit": "b" }, { "end": "x", "start": "b" } ])")},
         {"b.json", "{"}});
    CHECK(numbers(problems) == Lines{"A105"});
}

TEST_CASE("an empty folder is an error with its name") {
    const auto problems = problems_of({});
    REQUIRE(numbers(problems) == Lines{"A202"});
    CHECK(problems.list[0].place.file == "dialogs");
}

TEST_CASE("dialogs of one folder stay in one language") {
    const auto problems = problems_of(
        {{"a.json",
          R"({ "dialog": "a", "title": "A", "language": "de", "scenes": { "s": [ { "end": true } ] } })"},
         {"welcome.json", dialog_file("welcome", R"("s": [ { "end": true } ])")}});
    CHECK(places(problems) == Lines{"dialogs/a.json:1:44 A504"});
}

TEST_CASE("warnings and hints leave the edition whole") {
    std::map<std::string, std::string> files = {
        {"defaults/en.json", small_defaults()},
        {"a.json", dialog_file("a", R"("s": [ { "end": true } ], "lost": [ { "end": true } ])")}};
    const auto compiled = dialog::compile(files, "dialogs");
    CHECK(numbers(compiled.problems) == Lines{"A301"});
    CHECK(compiled.edition);
}

TEST_CASE("defaults that lack something, or have too much, are named") {
    std::string defaults = small_defaults();
    const auto replace = [&defaults](const std::string& from, const std::string& to) {
        const std::size_t at = defaults.find(from);
        REQUIRE(at != std::string::npos);
        defaults.replace(at, from.size(), to);
    };
    replace("\"language\": \"en\"", "\"language\": \"de\"");
    replace("\"no label\"", "\"noo label\"");
    replace("\"zero\": 0", "\"zero\": \"0\"");
    replace("\"skipped\": \"Skipped.\", ", "");
    const auto problems = problems_of(
        {{"defaults/en.json", defaults},
         {"a.json", dialog_file("a", R"("s": [ { "end": true } ])")}});
    CHECK(
        places(problems) == Lines{
                                "dialogs/defaults/en.json:1:1 A502",
                                "dialogs/defaults/en.json:2:15 A503",
                                "dialogs/defaults/en.json:4:23 A203",
                                "dialogs/defaults/en.json:7:24 A206",
                                "dialogs/defaults/en.json:16:11 A502",
                            });
}

TEST_CASE("the person's variables have a type and a sentence what for") {
    const auto edition = edition_of(
        {{"person.json", R"({ "note": "kept apart",
            "name": { "type": "text", "for": "how the bot calls you" },
            "country": { "type": "text", "private": false, "for": "help lines near you" },
            "nights": { "type": "number", "for": "nights you slept" } })"},
         {"a.json",
          dialog_file("a", R"("s": [ { "say": "Hello{name or \"\"}." }, { "end": true } ])")}});
    REQUIRE(edition->person.size() == 3);
    CHECK(edition->person[0].is_private);
    CHECK_FALSE(edition->person[1].is_private);
    CHECK(edition->person[2].type == dialog::Type::number);
}

TEST_CASE("a person's variable may always be unknown") {
    const auto problems = problems_of(
        {{"person.json", R"({ "name": { "type": "text", "for": "how the bot calls you" } })"},
         {"a.json", dialog_file("a", R"("s": [ { "say": "Hello {name}." },
            { "if": "name is known", "then": [ { "say": "Hello {name}." } ] }, { "end": true } ])")}});
    CHECK(places(problems) == Lines{"dialogs/a.json:2:38 A313"});
}
