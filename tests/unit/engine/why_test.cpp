// *Why do you ask?* at a question that says it.
#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

const char* const heat = R"("s": [
    { "ask": "How are you called?", "as": "called", "answer": "text" },
    { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] },
      "why": "So that I know where to begin, {called or \"you\"}.",
      "if unclear": ["A number is enough.", "Then say 5."] },
    { "end": "bye" } ])";

const Act asks_why{ActKind::why, 0};

}  // namespace

TEST_CASE("why is answered in the author's words, and the question is shown once more") {
    Talk talk(heat);
    talk.says("Ana").take(asks_why);
    CHECK(talk.how() == How::why);
    CHECK(talk.bot() == Lines{"So that I know where to begin, Ana.", "How hot?"});
    CHECK(talk.turn().messages.front().from == Speaker::attune);
    CHECK_FALSE(talk.turn().messages.front().input);
    CHECK(talk.turn().messages.back().asked == 3);
    CHECK(talk.turn().messages.back().input->why);
    CHECK(talk.says("5").bot() == Lines{"bye"});
}

TEST_CASE("to ask why costs no try, and leaves everything as it was") {
    Talk talk(heat);
    talk.says("Ana").says("very");
    const State before = talk.state();
    talk.take(asks_why);
    CHECK(talk.state() == before);
    CHECK(talk.says("really very").bot() == Lines{"Then say 5."});
}

TEST_CASE("why at a question that does not say it, or is over, changes nothing and says nothing") {
    Talk talk(heat);
    CHECK_FALSE(talk.turn().messages.back().input->why);
    talk.take(asks_why);
    CHECK(talk.how() == How::stale);
    CHECK(talk.bot().empty());
    talk.says("Ana").take(Act{ActKind::why, 1});
    CHECK(talk.how() == How::stale);
    CHECK(talk.bot().empty());
    talk.says("5").take(asks_why);
    CHECK(talk.how() == How::stale);
    CHECK(talk.bot().empty());
}
