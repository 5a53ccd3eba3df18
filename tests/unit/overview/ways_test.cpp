// The shortest and the longest way through dialogs, and how many there are.
#include <catch2/catch.hpp>

#include "overview/figures.h"
#include "tests/support/edition.h"

using namespace attune;
using namespace attune::test;

namespace {

overview::Lengths ways_in(
    std::map<std::string, std::string> files, const std::string& dialog = "talk") {
    const auto edition = edition_of(std::move(files));
    return overview::Ways(*edition).through(edition->dialog_by_name.at(dialog));
}

overview::Lengths ways_in_scenes(const std::string& scenes) {
    return ways_in({{"talk.json", dialog_file("talk", scenes)}});
}

overview::Lengths ways_in_steps(const std::string& steps) {
    return ways_in_scenes("\"start\": [ " + steps + " ]");
}

std::string yes_or_no(const std::string& as) {
    return R"({ "ask": "So?", "as": ")" + as + R"(", "answer": "yes or no" })";
}

const std::string bye = R"({ "end": "Bye." })";

}  // namespace

TEST_CASE("one question after the other is one way, with a tap each") {
    const auto ways = ways_in_steps(yes_or_no("a") + ", " + yes_or_no("b") + ", " + bye);
    CHECK(ways.count == 1);
    CHECK(ways.least.taps == 2);
    CHECK(ways.most.taps == 2);
}

TEST_CASE("branches make ways, and the longer one is the longest") {
    const auto ways = ways_in_steps(
        yes_or_no("a") + R"(, { "if": "a is yes", "then": [ )" + yes_or_no("b") + ", " +
        yes_or_no("c") + " ] }, " + bye);
    CHECK(ways.count == 2);
    CHECK(ways.least.taps == 1);
    CHECK(ways.most.taps == 3);
}

TEST_CASE("thirty branches in a row are counted without walking them") {
    std::string steps = yes_or_no("a");
    for (int i = 0; i < 30; ++i)
        steps += R"(, { "if": "a is yes", "then": [ { "pause": "1 second" } ] })";
    const auto ways = ways_in_steps(steps + ", " + bye);
    CHECK(ways.count == 1073741824.0);
    CHECK(ways.most.seconds - ways.least.seconds == Approx(30));
}

TEST_CASE("a match that is complete has no way past its cases") {
    const std::string when = R"(, { "match": "a", "when": { "yes": [ )" + yes_or_no("b") +
                             R"( ], "no": [ )" + yes_or_no("c") + " ] } }, " + bye;
    const auto ways = ways_in_steps(yes_or_no("a") + when);
    CHECK(ways.count == 2);
    CHECK(ways.least.taps == 2);
}

TEST_CASE("repeat counts every number of rounds it may have") {
    const std::string loop = R"({ "repeat": [ )" + yes_or_no("a") +
                             R"( ], "as": "round", "until": "a is yes", "at most": 5 })";
    const auto ways = ways_in_steps(loop + ", " + bye);
    CHECK(ways.count == 5);
    CHECK(ways.least.taps == 1);
    CHECK(ways.most.taps == 5);
    const std::string whole =
        R"({ "repeat": [ )" + yes_or_no("a") + R"( ], "as": "round", "at most": 5 })";
    CHECK(ways_in_steps(whole + ", " + bye).least.taps == 5);
}

TEST_CASE("leaving a repeat in the middle is a way after each number of rounds") {
    const auto ways = ways_in_steps(
        R"({ "repeat": [ )" + yes_or_no("a") + R"(, { "if": "a is no", "then": [ )" + bye +
        R"( ] } ], "as": "round", "at most": 3 }, )" + yes_or_no("b") + ", " + bye);
    CHECK(ways.count == 4);
    CHECK(ways.least.taps == 1);
    CHECK(ways.most.taps == 4);
}

TEST_CASE("what is visited counts, and the way goes on behind it") {
    const auto files = std::map<std::string, std::string>{
        {"talk.json",
         dialog_file(
             "talk",
             "\"start\": [ " + yes_or_no("a") + R"(, { "visit": "other" }, )" + yes_or_no("b") +
                 ", " + bye + " ]")},
        {"other.json",
         dialog_file(
             "other",
             "\"start\": [ " + yes_or_no("x") + R"(, { "if": "x is no", "then": [ )" + bye +
                 " ] }, " + yes_or_no("y") + R"(, { "return": true } ])")}};
    const auto ways = ways_in(files);
    CHECK(ways.count == 2);
    CHECK(ways.least.taps == 2);  // the end inside is the end of the talk
    CHECK(ways.most.taps == 4);
    CHECK(ways_in(files, "other").most.taps == 2);
}

TEST_CASE("going back to a menu is followed three times, and the talk still ends") {
    const auto ways = ways_in_scenes(
        R"("menu": [ )" + yes_or_no("more") +
        R"(, { "if": "more is yes", "then": [ { "go": "spoke" } ] }, )" + bye +
        R"( ], "spoke": [ )" + yes_or_no("a") + R"(, { "go": "menu" } ])");
    CHECK(ways.count == 4);
    CHECK(ways.least.taps == 1);
    CHECK(ways.most.taps == 7);
}

TEST_CASE("choose many takes a tap for each option, and one more") {
    const auto ways = ways_in_steps(
        R"({ "ask": "Which?", "as": "a", "answer": { "choose many": { "x": "X", "y": "Y", "z": "Z" },
             "at least": 1, "at most": 2 } }, )" +
        bye);
    CHECK(ways.least.taps == 2);
    CHECK(ways.most.taps == 3);
}

TEST_CASE("reading time follows the words, of the longest wording at most") {
    const auto words = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += "word ";
        return text;
    };
    const auto ways = ways_in_steps(
        R"({ "end": { "one of": [ ")" + words(238) + R"(", ")" + words(476) + R"(" ] } })");
    CHECK(ways.least.seconds == Approx(60));
    CHECK(ways.most.seconds == Approx(120));
}

TEST_CASE("the figures of a dialog are its own questions and words") {
    const auto edition = edition_with(
        R"({ "say": ["One two.", "Three."] },
           { "ask": "Four?", "as": "a", "answer": { "choose": { "x": "Five", "y": "Six seven" } } }, )" +
        bye);
    const auto figures = overview::figures_of(*edition, 0, overview::Ways(*edition));
    CHECK(figures.questions == 1);
    CHECK(figures.words == 8);
}
