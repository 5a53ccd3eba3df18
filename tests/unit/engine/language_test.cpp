#include <catch2/catch.hpp>

#include "engine/stored.h"
#include "tests/support/edition.h"
#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

const char* const evening = R"("start": [
    { "say": { "one of": ["Good evening.", "Hello there."] } },
    { "ask": "How hot was it?", "as": "heat",
      "answer": { "scale": [0, 10], "low": "cool", "high": "boiling" } },
    { "ask": "What was beneath?", "as": "beneath",
      "answer": { "choose": { "alone": "I was alone", "old": "Older than today" } },
      "hear": { "alone": ["no help"] } },
    { "say": "So: {beneath}, at {heat}." },
    { "ask": "Better?", "as": "better", "answer": "yes or no" },
    { "end": "Bye.", "start": "after" } ])";

std::string german_evening() {
    std::string text = test::german(
        "t",
        {{"A talk", "Ein Gespräch"},
         {"Good evening.", "Guten Abend."},
         {"Hello there.", "Hallo."},
         {"How hot was it?", "Wie heiß war es?"},
         {"cool", "kühl"},
         {"boiling", "kochend"},
         {"What was beneath?", "Was lag darunter?"},
         {"I was alone", "Ich war allein"},
         {"Older than today", "Älter als heute"},
         {"So: {beneath}, at {heat}.", "Also: {beneath}, bei {heat}."},
         {"Better?", "Besser?"},
         {"Bye.", "Bis bald."}});
    text.resize(text.rfind('}'));
    return text + R"(, "hear": { "start / beneath": {
        "alone": { "say": ["no help"], "as": ["keine hilfe"] } } } })";
}

dialog::EditionPtr house(const std::string& more = {}) {
    std::map<std::string, std::string> files{
        {"t.json", test::dialog_file("t", evening)},
        {"after.json", test::dialog_file("after", R"("s": [ { "end": "After." } ])")},
        {"defaults/de.json", test::german_defaults()},
        {"translations/de/t.json", german_evening()}};
    if (!more.empty()) files["translations/de/after.json"] = more;
    return test::edition_of(files);
}

Talk german_talk() {
    return std::move(Talk(house(), 1, Talk::Start::not_yet).wants("de-AT").begin());
}

std::vector<std::string> languages_of(const Talk& talk) {
    std::vector<std::string> all;
    for (const Message& message : talk.turn().messages) all.push_back(message.lang);
    return all;
}

}  // namespace

TEST_CASE("a talk is held in the language that the page asks for") {
    Talk talk = german_talk();
    CHECK(talk.state().language == "de");
    CHECK(talk.bot().back() == "Wie heiß war es?");
    CHECK(languages_of(talk) == Lines{"de", "de"});
    const AnswerForm form = *talk.turn().messages.back().input;
    CHECK(form.low == "kühl");
    CHECK(form.high == "kochend");

    CHECK(talk.says("neun").how() == How::number);
    CHECK(talk.turn().messages.front().lang == "de");
    CHECK(talk.bot() == Lines{"Was lag darunter?"});
    CHECK(talk.turn().messages.back().input->options[0].label == "Ich war allein");
}

TEST_CASE("labels, hear, the ladder, yes and no are those of the talk's language") {
    Talk talk = german_talk();
    CHECK(talk.says("sehr").bot() == Lines{"Eine Zahl von 0 bis 10."});
    talk.says("9");
    CHECK(talk.says("no help").how() == How::unclear);
    CHECK(
        talk.says("ich hatte keine Hilfe").bot() ==
        Lines{"Also: Ich war allein, bei 9.", "Besser?"});
    CHECK(talk.says("yes").how() == How::unclear);
    CHECK(talk.says("ja").how() == How::label);
}

TEST_CASE("a tap means the same option in every language, and shows as its label there") {
    Talk talk = german_talk();
    talk.says("9").taps("old");
    CHECK(talk.turn().messages.front().text == "Älter als heute");
    CHECK(std::get<dialog::Option>(talk.value("beneath")).key == "old");
}

TEST_CASE("the wording that is picked is the same one in every language") {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        Talk english(house(), seed, Talk::Start::not_yet);
        Talk german(house(), seed, Talk::Start::not_yet);
        const bool first = english.begin().bot().front() == "Good evening.";
        CHECK((german.wants("de").begin().bot().front() == "Guten Abend.") == first);
    }
}

TEST_CASE("a page whose language is not there hears the author's") {
    for (const char* wanted : {"", "fr", "en-GB", "d", "-", "de_AT"}) {
        Talk talk(house(), 1, Talk::Start::not_yet);
        talk.wants(wanted).begin();
        CHECK(talk.state().language.empty());
        CHECK(talk.bot().back() == "How hot was it?");
        CHECK(languages_of(talk) == Lines{"en", "en"});
    }
}

TEST_CASE("the dialog that follows is held in the author's language where it is not translated") {
    Talk talk = german_talk();
    talk.says("9").says("allein").taps("alone").says("ja");
    CHECK(talk.bot() == Lines{"Bis bald.", "After."});
    CHECK(languages_of(talk) == Lines{"de", "de", "en"});
    CHECK(talk.state().language.empty());
}

TEST_CASE("the dialog that follows goes on in her language where it is translated") {
    const auto edition =
        house(test::german("after", {{"A talk", "Danach"}, {"After.", "Danach."}}));
    Talk talk(edition, 1, Talk::Start::not_yet);
    talk.wants("de").begin().says("9").taps("alone").says("ja");
    CHECK(talk.bot() == Lines{"Bis bald.", "Danach."});
    CHECK(talk.state().language == "de");
}

TEST_CASE("a talk keeps its language when the page asks for another later") {
    Talk talk = german_talk();
    talk.wants("en").says("9");
    CHECK(talk.bot() == Lines{"Was lag darunter?"});
}

TEST_CASE("a talk may go over to another language where it stands") {
    State state = german_talk().state();
    speak(state, "en");
    CHECK(state.language.empty());
    CHECK(open_question(state)->name == "heat");
    speak(state, "de-CH");
    CHECK(state.language == "de");
}

TEST_CASE("the language survives the stored form, and one of before languages is the author's") {
    const State state = german_talk().state();
    CHECK(decode(encode(state), state.edition)->language == "de");

    State english = state;
    english.language.clear();
    const auto change = encode_change(english, state);
    CHECK(apply_change(english, change, state.edition)->language == "de");

    Bytes old = encode(english);
    old[0] = 1;
    const std::size_t at = old.find(Bytes("\x01t", 2)) + 2;  // the dialog's name; behind it: ""
    old.erase(at, 1);
    CHECK(*decode(old, state.edition) == english);
}
