#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

const char* const two_questions = R"("s": [
    { "ask": "First?", "as": "former", "answer": { "choose": { "a": "A it is", "b": "B it is" } } },
    { "ask": "Second?", "as": "second", "answer": "yes or no", "may skip": true },
    { "end": "bye" } ])";

const char* const three_bubbles = R"("s": [
    { "ask": "What happened?", "as": "what", "answer": "long text" },
    { "if": "what is known", "then": [ { "keep": "{what}" } ] },
    { "ask": "And then?", "as": "then_what", "answer": "text", "check":
        { "that": "length(then_what) < 20", "say": "Shorter." } },
    { "ask": "Well?", "as": "well", "answer": "yes or no" },
    { "end": "bye" } ])";

dialog::Value text_value(const std::string& text) {
    return dialog::Words{text};
}

}  // namespace

TEST_CASE("a double tap is ignored without a word") {
    Talk talk(two_questions);
    talk.taps("a", 1);
    const State before = talk.state();
    talk.taps("a", 1);
    CHECK(talk.how() == How::stale);
    CHECK(talk.turn().messages.empty());
    CHECK(talk.state() == before);
}

TEST_CASE(
    "a tap of another option of a question that is over gets one line and the open question") {
    Talk talk(two_questions);
    talk.taps("a", 1);
    const State before = talk.state();
    talk.taps("b", 1);
    CHECK(talk.how() == How::stale);
    CHECK(talk.bot() == Lines{"That question is over.", "Second?"});
    CHECK(talk.turn().messages.size() == 2);
    CHECK(talk.turn().messages.back().asked == 3);
    CHECK(talk.state() == before);
}

TEST_CASE("a slider's value sent twice is ignored too") {
    Talk talk(R"("s": [ { "ask": "Hot?", "as": "heat", "answer": { "scale": [0, 10] } },
        { "ask": "Next?", "as": "next", "answer": "text" }, { "end": "bye" } ])");
    talk.sets(Decimal::whole(4), 1).sets(Decimal::whole(4), 1);
    CHECK(talk.turn().messages.empty());
    talk.sets(Decimal::whole(5), 1);
    CHECK(talk.bot() == Lines{"That question is over.", "Next?"});
}

TEST_CASE("a double tap on the last question of a talk is ignored") {
    Talk talk(two_questions);
    talk.taps("a", 1).taps("yes", 3).taps("yes", 3);
    CHECK(talk.how() == How::stale);
    CHECK(talk.turn().messages.empty());
}

TEST_CASE("a skip for a question that is not open does nothing") {
    Talk talk(two_questions);
    talk.taps("a", 1).skips(1);
    CHECK(talk.how() == How::stale);
    CHECK(talk.turn().messages.empty());
    CHECK(talk.place() == "s / second");
    talk.skips(3);
    CHECK(talk.state().ended());
    talk.skips(3);
    CHECK(talk.how() == How::stale);
}

TEST_CASE("a late line is added to the answer just given, and nothing is said") {
    Talk talk(three_bubbles);
    talk.says("I yelled.", 1);
    CHECK(talk.kept() == Lines{"I yelled."});
    talk.says(" At bedtime. ", 1);
    CHECK(talk.how() == How::late_line);
    CHECK((talk.value("what") == text_value("I yelled.\nAt bedtime.")));
    CHECK(talk.turn().messages.size() == 1);
    CHECK(talk.turn().messages[0].to == 1);
    CHECK(talk.place() == "s / then_what");
    CHECK(talk.kept() == Lines{"At bedtime."});
    talk.says("Twice.", 1);
    CHECK((talk.value("what") == text_value("I yelled.\nAt bedtime.\nTwice.")));
}

TEST_CASE("a late line after a further answer stays in the transcript") {
    Talk talk(three_bubbles);
    talk.says("I yelled.", 1).says("I cried.", 3).says("Both of us.", 1);
    CHECK(talk.how() == How::out_of_place);
    CHECK(talk.turn().messages.size() == 1);
    CHECK((talk.value("what") == text_value("I yelled.")));
    CHECK(talk.place() == "s / well");
}

TEST_CASE("a late line that the check does not let pass stays in the transcript") {
    Talk talk(three_bubbles);
    talk.says("I yelled.", 1).says("I cried.", 3).says("And so did she, all evening.", 3);
    CHECK(talk.how() == How::out_of_place);
    CHECK((talk.value("then_what") == text_value("I cried.")));
    talk.says("Both.", 3);
    CHECK(talk.how() == How::late_line);
}

TEST_CASE("a late line over the limit stays in the transcript whole, and the answer too") {
    Talk talk(R"("s": [ { "ask": "One?", "as": "line", "answer": "text" },
        { "ask": "Two?", "as": "more", "answer": "text" }, { "end": "bye" } ])");
    talk.says(std::string(300, 'x'), 1).says(std::string(200, 'y'), 1);
    CHECK(talk.how() == How::out_of_place);
    CHECK(talk.turn().messages[0].text.size() == 200);
}

TEST_CASE("no late line is added to a variable that was set since") {
    Talk talk(R"("s": [ { "ask": "One?", "as": "line", "answer": "text" },
        { "set": { "line": "'short'" } },
        { "ask": "Two?", "as": "more", "answer": "text" }, { "end": "bye" } ])");
    talk.says("long", 1).says("longer", 1);
    CHECK(talk.how() == How::out_of_place);
    CHECK((talk.value("line") == text_value("short")));
}

TEST_CASE("words for a closed question that is over are not an answer to the open one") {
    Talk talk(two_questions);
    talk.taps("a", 1).says("yes", 1);
    CHECK(talk.how() == How::out_of_place);
    CHECK(talk.place() == "s / second");
    talk.says("yes", 3);
    CHECK(talk.state().ended());
}
