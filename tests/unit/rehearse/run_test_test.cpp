#include "rehearse/run_test.h"

#include <catch2/catch.hpp>

#include "tests_of.h"

using namespace attune::rehearse;
using Catch::Contains;

TEST_CASE("a talk that goes as written passes") {
    const auto failure = play(R"(
        { "bot": "Good evening." }, { "bot": "How hot?" },
        { "them": "nine" }, { "visits": "a breath" }, { "bot says": ["Breathe.", "What was it?"] },
        { "them": "bedtime" }, { "keeps": "bedtime" }, { "rests at": "second / enough" },
        { "taps": "go_on" }, { "bot": "Sleep well." }, { "ends": true })");
    CHECK_FALSE(failure.has_value());
}

TEST_CASE("bot lines may leave messages out, but keep their order") {
    CHECK_FALSE(play(R"({ "bot": "How hot?" })").has_value());
    CHECK(play(R"({ "bot": "How hot?" }, { "bot": "Good evening." })").has_value());
}

TEST_CASE("a test taps why where a question says it") {
    CHECK_FALSE(play(R"(
        { "taps": "why" }, { "bot says": ["To begin.", "How hot?"] },
        { "taps": "why" }, { "them": "nine" }, { "rests at": "second / matter" })"));
    const auto failure = play(R"({ "them": "nine" }, { "taps": "why" })");
    REQUIRE(failure);
    CHECK_THAT(failure->expected, Contains("why"));
}

TEST_CASE("a test can begin anywhere, with answers given") {
    CHECK_FALSE(play(
        R"({ "bot": "Enough?" }, { "taps": "yes_it_is" }, { "ends": true })",
        R"("start at": "second / enough", "with": { "matter": "bedtime" }, )"));
    CHECK_FALSE(play(
        R"({ "bot says": ["What was it?"] }, { "them": "me" }, { "keeps": "me" })",
        R"("start at": "second", )"));
}

TEST_CASE("a test can begin inside a visit, with the answers of both dialogs") {
    const auto edition = talk_with_a_visit();
    CHECK_FALSE(play_in(edition, R"({ "name": "inside",
        "start at": "first / inner / how", "with": { "heat": 8, "inner": { "who": "Mia" } },
        "talk": [ { "bot says": ["How is Mia?"] }, { "them": "fine" },
                  { "bot says": ["Back at 8.", "Until then."] }, { "ends": true } ] })"));
    CHECK_FALSE(play_in(edition, R"({ "name": "by its scene",
        "start at": "first / inner / only / how",
        "talk": [ { "bot says": ["How is she?"] }, { "rests at": "inner: only / how" } ] })"));
}

TEST_CASE("what is given to a visit is given there, too") {
    CHECK_FALSE(play_in(talk_with_a_visit(), R"({ "name": "given",
        "start at": "first / inner / how", "with": { "child": "Tom" },
        "talk": [ { "bot says": ["How is Tom?"] } ] })"));
}

TEST_CASE("scenes of a turn that ends the talk were visited") {
    CHECK_FALSE(play_in(talk_with_a_visit(), R"({ "name": "to the end",
        "start at": "first / inner / how",
        "talk": [ { "them": "fine" }, { "visits": "last" }, { "ends": true } ] })"));
}

TEST_CASE("a test begins at the moment it names") {
    CHECK_FALSE(play_in(talk_with_a_visit(), R"({ "name": "at night", "at": "2026-11-24 23:40",
        "start at": "last", "talk": [ { "bot": "It is late." } ] })"));
    CHECK_FALSE(play_in(talk_with_a_visit(), R"({ "name": "in the evening",
        "start at": "last", "talk": [ { "bot says": ["Until then."] } ] })"));
}

TEST_CASE("each line that does not hold fails at its own line") {
    const auto line = GENERATE(
        R"({ "bot": "Good morning." })",
        R"({ "bot says": ["How hot?"] })",
        R"({ "visits": "second" })",
        R"({ "keeps": "anything" })",
        R"({ "rests at": "second / matter" })",
        R"({ "ends": true })",
        R"({ "taps": "nothing" })");
    INFO(line);
    const auto failure = play(std::string("\n") + line);
    REQUIRE(failure.has_value());
    CHECK(failure->spot.line == 2);
    CHECK_FALSE(failure->expected.empty());
    CHECK_FALSE(failure->came.empty());
}

TEST_CASE("a failure tells the talk so far, what was expected, what came and how it was read") {
    const auto failure = play(R"({ "them": "very" }, { "bot": "Any number." })");
    REQUIRE(failure.has_value());
    CHECK_THAT(failure->talk, Contains("Attune: How hot?") && Contains("you:    very"));
    CHECK(failure->expected == "from the bot: “Any number.”");
    CHECK(failure->came == "“A number.”");
    CHECK_THAT(failure->read, Contains("read as: unclear"));
}

TEST_CASE("time passes and changes nothing") {
    CHECK_FALSE(play(R"({ "after": "9 days" }, { "rests at": "first / heat" })").has_value());
}

TEST_CASE("a skip can be typed or tapped") {
    CHECK_FALSE(play(R"({ "taps": "skip" }, { "rests at": "second / matter" })").has_value());
    CHECK_FALSE(play(R"({ "them": "skip" }, { "rests at": "second / matter" })").has_value());
}
