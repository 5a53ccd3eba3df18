#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

std::string heat(const std::string& more) {
    return R"("s": [ { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] })" + more +
           R"( }, { "ask": "Next?", "as": "next", "answer": "text" }, { "end": "bye" } ],
           "other": [ { "end": "elsewhere" } ])";
}

const char* const ladder = R"(, "if unclear": ["A number is enough.", "Then say 5."])";

}  // namespace

TEST_CASE("an answer that was not understood climbs the ladder, and the question stays open") {
    Talk talk(heat(ladder));
    talk.says("very");
    CHECK(talk.bot() == Lines{"A number is enough."});
    CHECK(talk.turn().messages.back().asked == 1);
    CHECK(talk.turn().messages.back().input.has_value());
    talk.says("really very");
    CHECK(talk.bot() == Lines{"Then say 5."});
    talk.says("5");
    CHECK(talk.place() == "s / next");
}

TEST_CASE("with the ladder used up the last line comes again, and nobody is stuck") {
    Talk talk(heat(ladder));
    talk.says("a").says("b").says("c");
    CHECK(talk.bot() == Lines{"Then say 5."});
    talk.says("d");
    CHECK(talk.bot() == Lines{"Then say 5."});
    CHECK(talk.turn().messages.back().asked == 1);
}

TEST_CASE("with the ladder used up a question may be skipped") {
    Talk talk(heat(std::string(ladder) + R"(, "still unclear": "skip")"));
    talk.says("a").says("b").says("c");
    CHECK(talk.place() == "s / next");
    CHECK((talk.value("heat") == dialog::Value{dialog::Unknown{}}));
}

TEST_CASE("with the ladder used up a question may lead to another scene") {
    Talk talk(heat(std::string(ladder) + R"(, "still unclear": { "go": "other" })"));
    talk.says("a").says("b").says("c");
    CHECK(talk.bot() == Lines{"elsewhere"});
    CHECK(talk.state().ended());
}

TEST_CASE("a question without a ladder of its own takes that of the defaults") {
    Talk talk(heat(""));
    talk.says("very");
    CHECK(talk.bot() == Lines{"From 0 to 10."});
}

TEST_CASE("a number out of range says the range instead of a rung, and counts as a try") {
    Talk talk(heat(ladder));
    talk.says("12");
    CHECK(talk.how() == How::not_in_range);
    CHECK(talk.bot() == Lines{"Between 0 and 10."});
    talk.says("hot");
    CHECK(talk.bot() == Lines{"Then say 5."});
}

TEST_CASE("a check that does not hold says its words and counts as a try") {
    Talk talk(heat(
        std::string(ladder) + R"(, "check": { "that": "heat < 9", "say": "That is too hot." })"));
    talk.says("9");
    CHECK(talk.how() == How::check_failed);
    CHECK(talk.bot() == Lines{"That is too hot."});
    CHECK(talk.state().frames.back().tries == 1);
    CHECK((talk.value("heat") == dialog::Value{dialog::Unknown{}}));
    talk.says("8");
    CHECK(talk.place() == "s / next");
}

TEST_CASE("a check that is unknown passes") {
    Talk talk(R"("s": [
        { "ask": "A?", "as": "a", "answer": "number", "may skip": true },
        { "ask": "B?", "as": "b", "answer": "number", "check": { "that": "b > a", "say": "More." } },
        { "ask": "C?", "as": "c", "answer": "text" }, { "end": "bye" } ])");
    talk.skips().says("1");
    CHECK(talk.place() == "s / c");
}

TEST_CASE("tries begin anew when a question is asked anew") {
    Talk talk(R"("s": [ { "repeat": [
        { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] }, "if unclear": ["A number."] }
        ], "as": "round", "at most": 2 }, { "end": "bye" } ])");
    talk.says("very");
    CHECK(talk.state().frames.back().tries == 1);
    talk.says("5");
    CHECK(talk.state().frames.back().tries == 0);
}
