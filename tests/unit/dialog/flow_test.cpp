// What is proved of the ways through a dialog.
#include <catch2/catch.hpp>

#include "problems_of.h"

using namespace attune;
using namespace attune::test;

namespace {

using Numbers = std::vector<std::string>;

const std::string ask_heat =
    R"({ "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } })";
const std::string skip_heat =
    R"({ "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] }, "may skip": true })";
const std::string bye = R"({ "end": "Bye." })";

Numbers all_found_in(const std::string& scenes) {
    const Problems problems = problems_in(scenes);
    for (const Problem& problem : problems.list) UNSCOPED_INFO(to_text(problem));
    return numbers(problems);
}

// Many of these talks go round for ever, which is not what they are about.
Numbers found_in(const std::string& scenes) {
    Numbers found = all_found_in(scenes);
    std::erase(found, "A316");
    return found;
}

// One scene "start" with these steps, and the end of the talk.
Numbers found_in_steps(const std::string& steps) {
    return found_in("\"start\": [ " + steps + ", " + bye + " ]");
}

std::string says(int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += (i ? ", " : "") + std::string("\"x\"");
    return R"({ "say": [ )" + list + " ] }";
}

}  // namespace

TEST_CASE("a scene that just stops is an error, on any way through it") {
    CHECK(found_in(R"("start": [ { "say": "Hi." } ])") == Numbers{"A304"});
    CHECK(
        found_in(
            R"("start": [ )" + ask_heat + R"(, { "if": "heat > 3", "then": [ )" + bye + " ] } ]") ==
        Numbers{"A304"});
    CHECK(found_in(
              R"("start": [ )" + ask_heat + R"(, { "if": "heat > 3", "then": [ )" + bye +
              R"( ], "else": [ { "return": true } ] } ])")
              .empty());
}

TEST_CASE("a scene that a visit names may just stop") {
    CHECK(found_in(
              R"("start": [ { "visit": "breathe" }, )" + bye +
              R"( ], "breathe": [ { "say": "In." } ])")
              .empty());
}

TEST_CASE("the first scene of a visited dialog may just stop, its second may not") {
    const auto problems = problems_of(
        {{"talk.json", dialog_file("talk", R"("start": [ { "visit": "b" }, )" + bye + " ]")},
         {"b.json",
          dialog_file(
              "b",
              R"("one": [ )" + ask_heat + R"(, { "if": "heat > 1", "then": [ { "go": "two" } ] } ],
                 "two": [ { "say": "x" } ])")}});
    REQUIRE(numbers(problems) == Numbers{"A304"});
    CHECK(problems.list[0].what == "The scene \"two\" just stops");
}

TEST_CASE("scenes and steps that nobody reaches are warnings") {
    const Problems problems = problems_in(R"("start": [ )" + bye + R"( ],
        "lost": [ { "end": "x" } ])");
    REQUIRE(numbers(problems) == Numbers{"A301"});
    CHECK(problems.list[0].severity == Severity::warning);
    CHECK(problems.list[0].place.column == 9);
    CHECK(
        found_in(
            R"("start": [ )" + bye + R"(, { "say": "a" }, { "say": "b" }, { "end": true } ])") ==
        Numbers{"A302"});
}

TEST_CASE("a visited dialog that may end the whole talk is a warning at the visit") {
    const auto problems = problems_of(
        {{"talk.json", dialog_file("talk", R"("start": [ { "visit": "b" }, )" + bye + " ]")},
         {"b.json", dialog_file("b", R"("one": [ { "end": "Over." } ])")}});
    REQUIRE(numbers(problems) == Numbers{"A306"});
    CHECK(problems.list[0].place.file == "dialogs/talk.json");
}

TEST_CASE("a circle of visits is an error, also through a go and across dialogs") {
    CHECK(found_in(R"("start": [ { "visit": "start" }, )" + bye + " ]") == Numbers{"A305"});
    CHECK(
        found_in(
            R"("start": [ { "visit": "on" }, )" + bye + R"( ],
                      "on": [ )" +
            ask_heat + R"(, { "go": "start" } ])") == Numbers{"A305"});
    const auto problems = problems_of(
        {{"talk.json", dialog_file("talk", R"("start": [ { "visit": "b" }, )" + bye + " ]")},
         {"b.json", dialog_file("b", R"("one": [ )" + ask_heat + R"(, { "visit": "talk" } ])")}});
    CHECK(has(problems, "A305"));
}

TEST_CASE("visits may be 16 deep, not 17") {
    const auto chain = [](int deep) {
        std::map<std::string, std::string> files;
        for (int i = 0; i <= deep; ++i) {
            const std::string name = "d" + std::to_string(100 + i);
            const std::string next = R"({ "visit": "d)" + std::to_string(101 + i) + R"(" })";
            files[name + ".json"] = dialog_file(
                name,
                R"("s": [ )" + (i < deep ? next : ask_heat) + (i == 0 ? ", " + bye : "") + " ]");
        }
        return numbers(problems_of(files));
    };
    CHECK(chain(16).empty());
    CHECK(chain(17) == Numbers{"A310"});
}

TEST_CASE("a circle without a question is an error, one with a question is none") {
    CHECK(found_in(R"("start": [ { "say": "x" }, { "go": "start" } ])") == Numbers{"A311"});
    CHECK(found_in("\"start\": [ " + ask_heat + R"(, { "go": "start" } ])").empty());
    CHECK(
        found_in("\"start\": [ " + ask_heat + R"(, { "go": "on" } ],
        "on": [ { "if": "heat > 3", "then": [ { "go": "on" } ] }, { "go": "start" } ])") ==
        Numbers{"A311"});
}

TEST_CASE("a visit that always asks breaks a circle, one that may pass through does not") {
    const std::string circle = R"("start": [ { "visit": "check" }, { "go": "start" } ], )";
    CHECK(found_in(circle + "\"check\": [ " + ask_heat + " ]").empty());
    CHECK(
        found_in(circle + R"("check": [ { "if": "visits > 3", "then": [ )" + ask_heat + " ] } ]") ==
        Numbers{"A311"});
}

TEST_CASE("dialogs that start each other without a question are a circle") {
    const auto problems = problems_of(
        {{"a.json", dialog_file("a", R"("s": [ { "end": "x", "start": "b" } ])")},
         {"b.json", dialog_file("b", R"("s": [ { "end": "x", "start": "a" } ])")}});
    CHECK(numbers(problems) == Numbers{"A311"});
}

TEST_CASE("30 messages may come in a turn, not 31") {
    CHECK(found_in("\"start\": [ " + says(29) + ", " + bye + " ]").empty());
    CHECK(found_in("\"start\": [ " + says(30) + ", " + bye + " ]") == Numbers{"A312"});
}

TEST_CASE("the messages of a turn are counted through loops, visits and started dialogs") {
    const auto loop = [](int rounds) {
        return R"({ "repeat": [ { "say": ["a", "b"] } ], "as": "round", "at most": )" +
               std::to_string(rounds) + " }";
    };
    CHECK(found_in_steps(loop(14)).empty());
    CHECK(found_in_steps(loop(15)) == Numbers{"A312"});
    const auto visit = [](int before, int inside) {
        return found_in(
            "\"start\": [ " + says(before) + R"(, { "visit": "more" }, )" + bye +
            " ], \"more\": [ " + says(inside) + " ]");
    };
    CHECK(visit(15, 14).empty());
    CHECK(visit(15, 15) == Numbers{"A312"});
    const auto start = [](int first, int second) {
        return numbers(problems_of(
            {{"a.json",
              dialog_file("a", "\"s\": [ " + says(first) + R"(, { "end": true, "start": "b" } ])")},
             {"b.json",
              dialog_file(
                  "b", "\"s\": [ " + says(second) + ", " + ask_heat + ", " + bye + " ]")}}));
    };
    CHECK(start(15, 14).empty());
    CHECK(start(15, 15) == Numbers{"A312"});
}

TEST_CASE("what a visit says after its question counts together with what follows the visit") {
    const auto after = [](int inside, int behind) {
        return found_in(
            "\"start\": [ { \"visit\": \"ask\" }, " + says(behind) + ", " + bye +
            " ], \"ask\": [ " + ask_heat + ", " + says(inside) + " ]");
    };
    CHECK(after(15, 14).empty());
    CHECK(after(15, 15) == Numbers{"A312"});
}

TEST_CASE("what is left of a loop after a question in it counts, round by round") {
    const auto loop = [](int rounds) {
        return found_in_steps(
            R"({ "repeat": [ { "if": "round is 1", "then": [ )" + ask_heat +
            R"( ] }, { "say": ["a", "b"] } ], "as": "round", "at most": )" +
            std::to_string(rounds) + " }");
    };
    CHECK(loop(14).empty());
    CHECK(loop(16) == Numbers{"A312", "A312"});
}

TEST_CASE("a turn of more than 1,000 steps is an error") {
    const auto loop = [](int rounds) {
        return found_in_steps(
            R"({ "repeat": [ { "set": { "a": 1 } } ], "as": "round", "at most": )" +
            std::to_string(rounds) + " }");
    };
    CHECK(loop(400).empty());
    CHECK(loop(1000) == Numbers{"A312"});
}

TEST_CASE("a bare {x} needs a value that is surely known") {
    const std::string bare = R"({ "say": "You said {heat}." })";
    CHECK(found_in_steps(ask_heat + ", " + bare).empty());
    CHECK(found_in_steps(skip_heat + ", " + bare) == Numbers{"A313"});
    CHECK(
        found_in_steps(skip_heat + R"(, { "say": "You said {heat or "nothing"}." })").size() == 1);
    CHECK(found_in_steps(skip_heat + R"(, { "say": "You said {heat or \"nothing\"}." })").empty());
    CHECK(found_in_steps(skip_heat + R"(, { "if": "heat is known", "then": [ )" + bare + " ] }")
              .empty());
    CHECK(
        found_in_steps(
            skip_heat + R"(, { "if": "heat is known", "then": [], "else": [ )" + bare + " ] }") ==
        Numbers{"A313"});
    CHECK(
        found_in_steps(skip_heat + R"(, { "if": "heat >= 8 and 1 < 2", "then": [ )" + bare + " ] }")
            .empty());
    CHECK(
        found_in_steps(skip_heat + R"j(, { "if": "not (heat is known)", "then": [ { "end": true } ]
}, )j" + bare)
            .empty());
    CHECK(found_in_steps(
              skip_heat + R"(, { "match": "heat", "when": { "0..10": [ )" + bare +
              R"( ] }, "otherwise": [] })")
              .empty());
}

TEST_CASE("a variable that one way leaves unknown is unknown where the ways meet") {
    const std::string bare = R"({ "say": "It was {n}." })";
    const std::string one = R"({ "if": "heat > 3", "then": [ { "set": { "n": 1 } } ])";
    CHECK(found_in_steps(ask_heat + ", " + one + " }, " + bare) == Numbers{"A313"});
    CHECK(found_in_steps(
              ask_heat + ", " + one + R"(, "else": [ { "set": { "n": "heat + 1" } } ] }, )" + bare)
              .empty());
    CHECK(
        found_in_steps(ask_heat + R"(, { "set": { "n": "1 / heat" } }, )" + bare) ==
        Numbers{"A313"});
    CHECK(found_in_steps(ask_heat + R"(, { "set": { "n": "heat / 2" } }, )" + bare).empty());
}

TEST_CASE("a visited scene of the same dialog makes variables known, or unknown") {
    const auto visit = [](const std::string& before, const std::string& inside) {
        return found_in(
            "\"start\": [ " + before + R"({ "visit": "ask" }, { "say": "{heat}" }, )" + bye +
            " ], \"ask\": [ " + inside + " ]");
    };
    CHECK(visit("", ask_heat).empty());
    CHECK(visit("", skip_heat) == Numbers{"A313"});
    CHECK(visit(ask_heat + ", ", R"({ "say": "x" })").empty());
    CHECK(visit(ask_heat + ", ", skip_heat) == Numbers{"A313"});
}

TEST_CASE("what is read before anything can set it is a hint, elsewhere none") {
    const std::string read = R"({ "if": "heat > 3", "then": [ { "say": "Hot." } ] })";
    const Problems problems = problems_in_steps(read + ", " + ask_heat);
    REQUIRE(numbers(problems) == Numbers{"A314"});
    CHECK(problems.list[0].severity == Severity::hint);
    CHECK(found_in("\"start\": [ " + read + ", " + ask_heat + R"(, { "go": "start" } ])").empty());
}

TEST_CASE("a match is proved to have no gap and no overlap") {
    const auto match = [](const std::string& when, const std::string& otherwise = "") {
        return found_in_steps(
            ask_heat + R"(, { "match": "heat", "when": { )" + when + " }" + otherwise + " }");
    };
    CHECK(match(R"("0..3": [], "4..10": [])").empty());
    CHECK(match(R"("..3": [], "4..": [])").empty());
    CHECK(match(R"("0..3": [], "5..10": [])") == Numbers{"A308"});
    CHECK(match(R"("0..3": [], "5..10": [])", R"(, "otherwise": [])").empty());
    CHECK(match(R"("0..3": [], "3..10": [])") == Numbers{"A307"});
    CHECK(match(R"("0..10": [], "11..": [])") == Numbers{"A309"});
    CHECK(
        found_in_steps(skip_heat + R"(, { "match": "heat", "when": { "0..10": [] } })") ==
        Numbers{"A315"});
    CHECK(found_in_steps(R"({ "ask": "?", "as": "n", "answer": { "number": [0, 5] } },
                            { "match": "n", "when": { "0..5": [] } })") == Numbers{"A308"});
    CHECK(found_in_steps(R"({ "ask": "?", "as": "y", "answer": "yes or no" },
                            { "match": "y", "when": { "yes": [] } })") == Numbers{"A308"});
    CHECK(
        found_in_steps(R"({ "ask": "?", "as": "t", "answer": "text" },
                            { "match": "t", "when": { "yes": [] }, "otherwise": [] })") ==
        Numbers{"A236"});
}

TEST_CASE("a match that goes on in every case leaves no way behind it") {
    CHECK(found_in("\"start\": [ " + ask_heat + R"(, { "match": "heat",
        "when": { "0..3": [ { "end": "Cool." } ], "4..10": [ { "end": "Hot." } ] } } ])")
              .empty());
}

TEST_CASE("a talk that never comes to an end is a warning, at the first scene of it") {
    const std::string round = "\"start\": [ " + ask_heat + R"(, { "go": "on" } ],)";
    CHECK(all_found_in(round + R"("on": [ { "go": "start" } ])") == Numbers{"A316"});
    CHECK(all_found_in(
              round + R"("on": [ { "if": "heat > 3", "then": [ )" + bye +
              R"( ] }, { "go": "start" } ])")
              .empty());
}

TEST_CASE("a visit may be what ends a talk; coming back from one is no end") {
    const std::string visit =
        "\"start\": [ " + ask_heat + R"(, { "visit": "look" }, { "go": "start" } ], "look": [ )";
    CHECK(all_found_in(visit + R"({ "if": "heat > 3", "then": [ )" + bye + " ] } ]").empty());
    CHECK(all_found_in(visit + R"({ "say": "Hm." } ])") == Numbers{"A316"});
}
