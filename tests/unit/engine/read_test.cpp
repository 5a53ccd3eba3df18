#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

// A question of one kind, then the next one, so that "answered" is a place.
std::string ask_then_done(const std::string& answer, const std::string& more = "") {
    return R"("s": [ { "ask": "Q?", "as": "q", "answer": )" + answer + more +
           R"( }, { "ask": "Done?", "as": "done", "answer": "text" }, { "end": "bye" } ])";
}

const char* const beneath = R"({ "choose": { "alone": "I was alone with all of it",
    "old": "It felt older than today", "other": "Something else" } })";
const char* const beneath_hear =
    R"(, "hear": { "alone": ["no help", "alone", "by myself"], "old": ["my mother", "older"] })";
const char* const feelings = R"({ "choose many": { "sad": "Sad", "angry": "Angry and hot",
    "numb": "Numb", "calm": "Calm" }, "at least": 1, "at most": 2 })";
const char* const heat = R"({ "scale": [0, 10], "low": "cool", "high": "boiling" })";

Talk at(const std::string& answer, const std::string& more = "") {
    return Talk(ask_then_done(answer, more));
}

dialog::Value option(const std::string& key) {
    return dialog::Option{key};
}
dialog::Value number(int n) {
    return Decimal::whole(n);
}
dialog::Value set(std::vector<std::string> keys) {
    return dialog::OptionSet{std::move(keys)};
}

void check_heard(Talk talk, const std::string& text, How how, const dialog::Value& value) {
    INFO(text);
    talk.says(text);
    CHECK(talk.how() == how);
    CHECK(talk.place() == "s / done");
    CHECK((talk.value("q") == value));
}

void check_not_heard(Talk talk, const std::string& text, How how) {
    INFO(text);
    talk.says(text);
    CHECK(talk.how() == how);
    CHECK(talk.place() == "s / q");
}

}  // namespace

TEST_CASE("a label is the whole message") {
    check_heard(at(beneath), "i was ALONE with all of it!", How::label, option("alone"));
    check_not_heard(at(beneath), "well, something else happened", How::unclear);
}

TEST_CASE("words of `hear` stand anywhere in the message") {
    const Talk talk = at(beneath, beneath_hear);
    check_heard(talk, "It was my mother, I think", How::heard, option("old"));
    check_heard(talk, "there was NO help at all", How::heard, option("alone"));
}

TEST_CASE("of overlapping phrases the longest counts") {
    const Talk talk =
        at(beneath, R"(, "hear": { "alone": ["mother"], "old": ["my mother said"] })");
    check_heard(talk, "what my mother said", How::heard, option("old"));
}

TEST_CASE("words of two options are unclear, and both are offered") {
    Talk talk = at(beneath, beneath_hear);
    talk.says("my mother left me alone");
    CHECK(talk.how() == How::both_fit);
    CHECK(talk.turn().reading.options == Lines{"alone", "old"});
    CHECK(talk.bot() == Lines{"Which: “I was alone with all of it”, “It felt older than today”?"});
}

TEST_CASE("a phrase with a negation up to three words before it is not that phrase") {
    const Talk talk = at(beneath, beneath_hear);
    check_not_heard(talk, "I was not really that alone", How::unclear);
    check_heard(talk, "I was not sleeping well and all alone", How::heard, option("alone"));
    check_heard(talk, "not alone, it was older", How::heard, option("old"));
}

TEST_CASE("a negation does not reach over the end of a sentence") {
    check_heard(at(beneath, beneath_hear), "I could not. Alone", How::heard, option("alone"));
}

TEST_CASE("yes and no are heard anywhere") {
    const Talk talk = at("\"yes or no\"");
    check_heard(talk, "well, yeah", How::heard, true);
    check_heard(talk, "Yes", How::label, true);
    check_heard(talk, "nope, sorry", How::heard, false);
    check_not_heard(talk, "yes and nope", How::both_fit);
}

TEST_CASE("phrases such as \"no idea\" are neither side") {
    const Talk talk = at("\"yes or no\"");
    check_not_heard(talk, "no idea", How::neither);
    check_not_heard(talk, "yes, well, it depends", How::neither);
    check_not_heard(at(heat), "not sure", How::neither);
}

TEST_CASE("a phrase that the author lists is stronger than the neither list") {
    const Talk talk = at(beneath, R"(, "hear": { "other": ["no idea"] })");
    check_heard(talk, "no idea", How::heard, option("other"));
}

TEST_CASE("a scale takes its one number anywhere, also in words") {
    const Talk talk = at(heat);
    check_heard(talk, "7", How::number, number(7));
    check_heard(talk, "maybe a nine", How::number, number(9));
    check_heard(talk, "7/10", How::number, number(7));
    check_not_heard(talk, "7 or 9", How::unclear);
    check_not_heard(talk, "7/9", How::unclear);
    check_not_heard(talk, "7.5", How::unclear);
    check_not_heard(talk, "boiling over", How::unclear);
}

TEST_CASE("a number out of range says the range") {
    Talk talk = at(heat);
    talk.says("11");
    CHECK(talk.how() == How::not_in_range);
    CHECK(talk.bot() == Lines{"Between 0 and 10."});
    talk.sets(Decimal::whole(3), talk.asked());
    CHECK(talk.how() == How::value_given);
}

TEST_CASE("a number question takes up to three decimals") {
    check_heard(at("\"number\""), "2.125 hours", How::number, Decimal{2125});
    check_heard(at("\"number\""), "-3", How::number, number(-3));
    check_not_heard(at("{ \"number\": [0, 24] }"), "25", How::not_in_range);
}

TEST_CASE("a position chooses, as the whole message") {
    const Talk talk = at(beneath);
    check_heard(talk, "2", How::position, option("old"));
    check_heard(talk, "three", How::position, option("other"));
    check_not_heard(talk, "4", How::unclear);
    check_not_heard(talk, "0", How::unclear);
    check_not_heard(talk, "2 of them", How::unclear);
}

TEST_CASE("choose many takes all that are named") {
    const Talk talk = at(feelings);
    check_heard(talk, "sad and numb", How::heard, set({"sad", "numb"}));
    check_heard(talk, "numb, also angry and hot", How::heard, set({"angry", "numb"}));
    check_heard(talk, "1, 3", How::position, set({"sad", "numb"}));
    check_heard(talk, "1,3", How::position, set({"sad", "numb"}));
    check_heard(talk, "4 and 1", How::position, set({"sad", "calm"}));
    check_heard(talk, "sad but not calm", How::heard, set({"sad"}));
}

TEST_CASE("choose many says how many it takes") {
    Talk talk = at(feelings);
    talk.says("sad, numb, calm");
    CHECK(talk.how() == How::too_many);
    CHECK(talk.bot() == Lines{"At most 2."});

    Talk none = at(feelings);
    none.taps_many({}, none.asked());
    CHECK(none.how() == How::too_few);
    CHECK(none.bot() == Lines{"At least 1."});
}

TEST_CASE("options that are tapped come in the order of the question") {
    Talk talk = at(feelings);
    talk.taps_many({"numb", "sad", "numb"}, talk.asked());
    CHECK(talk.turn().messages[0].text == "Numb, Sad, Numb");
    CHECK((talk.value("q") == set({"sad", "numb"})));
}

TEST_CASE("a tap shows as the label in her message") {
    Talk talk = at(beneath);
    talk.taps("old", talk.asked());
    const Message& hers = talk.turn().messages[0];
    CHECK(hers.from == Speaker::you);
    CHECK(hers.text == "It felt older than today");
    CHECK(hers.to == 1);
    CHECK(hers.input_id == "id");
    CHECK(talk.how() == How::tapped);
}

TEST_CASE("a tap that is no option of the question is asked again") {
    Talk talk = at(beneath);
    talk.taps("nobody", talk.asked());
    CHECK(talk.how() == How::unclear);
    Talk scale = at(heat);
    scale.taps("old", scale.asked());
    CHECK(scale.how() == How::unclear);
    Talk text = at("\"text\"");
    text.sets(Decimal::whole(3), text.asked());
    CHECK(text.how() == How::unclear);
    CHECK(text.place() == "s / q");
}

TEST_CASE("an open question takes anything, as it was written") {
    Talk talk = at("\"long text\"");
    talk.says("  I yelled {at} bedtime.\nTwice. ");
    CHECK(talk.how() == How::open_text);
    CHECK((talk.value("q") == dialog::Value{dialog::Words{"I yelled {at} bedtime.\nTwice."}}));
    CHECK(talk.turn().messages[0].text == "  I yelled {at} bedtime.\nTwice. ");
}

TEST_CASE("blanks are no answer") {
    Talk talk = at("\"text\"");
    talk.says(" \n ");
    CHECK(talk.how() == How::unclear);
    CHECK(talk.bot() == Lines{"Some words?"});
}

TEST_CASE("words over the limit are not cut: the limit is said and the question stays") {
    Talk talk = at("\"text\"");
    talk.says(std::string(dialog::text_limit, 'x') + "y");
    CHECK(talk.how() == How::too_long);
    CHECK(talk.bot() == Lines{"At most 500 letters."});
    CHECK(talk.state().frames.back().tries == 0);

    std::string umlauts;
    for (int i = 0; i < dialog::text_limit; ++i) umlauts += "ü";
    talk.says(umlauts);
    CHECK(talk.how() == How::open_text);
}

TEST_CASE("skip is the whole message, at open and closed questions alike") {
    const char* const may = R"(, "may skip": true)";
    for (const char* answer : {"\"text\"", "\"yes or no\"", heat, beneath}) {
        check_heard(at(answer, may), "Rather not say.", How::skip, dialog::Unknown{});
    }
    Talk talk = at("\"text\"", may);
    talk.says("I skip breakfast");
    CHECK(talk.how() == How::open_text);
}

TEST_CASE("skip where it is not allowed says one kind line and the question") {
    Talk talk = at("\"text\"");
    talk.says("skip");
    CHECK(talk.how() == How::cannot_skip);
    CHECK(talk.bot() == Lines{"This one I need.", "Q?"});
    CHECK(talk.turn().messages.back().asked == 1);
    CHECK(talk.turn().messages.back().seq == 4);
}

TEST_CASE("skip by a press is no message of hers") {
    Talk talk = at("\"text\"", R"(, "may skip": true)");
    talk.skips(talk.asked());
    CHECK(talk.turn().messages.size() == 1);
    CHECK(talk.place() == "s / done");
}

TEST_CASE("an explanation says how it was read, where, and what was tried") {
    Talk talk = at(heat);
    talk.says("7/10");
    CHECK(explain(talk.turn().reading, nullptr) == "read as: the one number in the message: 7");
    const dialog::Question& heat_question = talk.state().edition->dialogs[0].questions[0];
    CHECK(
        explain(talk.turn().reading, &heat_question) ==
        "read as: the one number in the message: 7\n"
        "at: q (scale)\n"
        "tried: tap, label, hear, number or position (this one)");
}
