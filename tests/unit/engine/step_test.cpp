#include <catch2/catch.hpp>

#include "tests/support/edition.h"
#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

TEST_CASE("messages are numbered on from the last one, hers first") {
    Talk talk(R"("s": [ { "say": ["One.", "Two."] },
        { "ask": "Q?", "as": "q", "answer": "text" }, { "end": "bye" } ])");
    CHECK(talk.turn().messages.back().seq == 3);
    CHECK(talk.asked() == 3);
    talk.says("x");
    CHECK(talk.turn().messages[0].seq == 4);
    CHECK(talk.turn().messages[0].from == Speaker::you);
    CHECK(talk.turn().messages[1].seq == 5);
}

TEST_CASE("the open question's form goes with the last message") {
    Talk talk(R"("s": [ { "ask": "Hot?", "as": "heat",
        "answer": { "scale": [0, 10], "low": "cool", "high": "boiling" }, "may skip": true },
        { "end": "bye" } ])");
    const AnswerForm form = *talk.turn().messages.back().input;
    CHECK(form.kind == AnswerKind::scale);
    CHECK(form.min == Decimal::whole(0));
    CHECK(form.max == Decimal::whole(10));
    CHECK(form.low == "cool");
    CHECK(form.high == "boiling");
    CHECK(form.may_skip);
    CHECK(form_of_open_question(talk.state(), Profile{}, Moment{}) == form);
}

TEST_CASE("yes or no has its two options in the form") {
    Talk talk(R"("s": [ { "ask": "Q?", "as": "q", "answer": "yes or no" }, { "end": "bye" } ])");
    const AnswerForm form = *talk.turn().messages.back().input;
    CHECK(form.options == std::vector<Choice>{{"yes", "Yes"}, {"no", "No"}});
}

TEST_CASE("a pause is a hint on the next message, also if that is a question") {
    Talk talk(R"("s": [ { "say": "Breathe." }, { "pause": "20 seconds", "breathe": true },
        { "ask": "Better?", "as": "better", "answer": "yes or no" },
        { "pause": "1 minute" }, { "end": "bye" } ])");
    CHECK_FALSE(talk.turn().messages[0].pause.has_value());
    CHECK(talk.turn().messages[1].pause == PauseHint{std::chrono::seconds(20), true});
    talk.says("yes");
    CHECK_FALSE(talk.turn().messages[0].pause.has_value());
    CHECK(talk.turn().messages[1].pause == PauseHint{std::chrono::minutes(1), false});
}

TEST_CASE("a loop counts its rounds, leaves by `until` and by `at most`, and forgets the number") {
    Talk talk(R"("s": [ { "repeat": [
            { "ask": "Round {round}: more?", "as": "more", "answer": "yes or no" } ],
            "as": "round", "until": "more is no", "at most": 3 },
        { "ask": "After?", "as": "after", "answer": "text" }, { "end": "bye" } ])");
    CHECK(talk.bot() == Lines{"Round 1: more?"});
    talk.says("yes");
    CHECK(talk.bot() == Lines{"Round 2: more?"});
    SECTION("by until") {
        talk.says("no");
    }
    SECTION("by at most") {
        talk.says("yes");
        CHECK(talk.bot() == Lines{"Round 3: more?"});
        talk.says("yes");
    }
    CHECK(talk.bot() == Lines{"After?"});
    CHECK(talk.state().frames.back().loops.empty());
}

TEST_CASE("`go` out of a loop leaves it") {
    Talk talk(R"("s": [ { "repeat": [
            { "ask": "Out?", "as": "out", "answer": "yes or no" },
            { "if": "out is yes", "then": [ { "go": "t" } ] } ], "as": "round", "at most": 3 },
        { "end": "bye" } ],
        "t": [ { "ask": "There?", "as": "there", "answer": "text" }, { "end": "bye" } ])");
    talk.says("no").says("yes");
    CHECK(talk.place() == "t / there");
    CHECK(talk.state().frames.back().loops.empty());
}

TEST_CASE("entries into a scene are counted") {
    Talk talk(R"("s": [ { "ask": "Time {n or \"0\"}", "as": "q", "answer": "yes or no" },
        { "set": { "n": "visits" } },
        { "if": "visits < 3", "then": [ { "go": "s" } ], "else": [ { "end": "Enough." } ] } ])");
    talk.says("yes").says("yes");
    CHECK(talk.bot() == Lines{"Time 2"});
    talk.says("yes");
    CHECK(talk.bot() == Lines{"Enough."});
}

TEST_CASE("a person's words are put into a text as they are") {
    Talk talk(R"("s": [ { "ask": "Q?", "as": "q", "answer": "text" },
        { "say": "You wrote: {q or \"nothing\"}" }, { "end": "bye" } ])");
    talk.says("{q} {{x}");
    CHECK(talk.bot() == Lines{"You wrote: {q} {{x}", "bye"});
}

TEST_CASE("an option is said by its label") {
    Talk talk(
        R"("s": [ { "ask": "Q?", "as": "q", "answer": { "choose": { "a": "Apple", "b": "Pear" } } },
        { "say": "You like {q or \"?\"}." }, { "end": "bye" } ])");
    talk.says("pear");
    CHECK(talk.bot() == Lines{"You like Pear.", "bye"});
}

TEST_CASE("variables of the person are unknown until something keeps them") {
    const auto edition = test::edition_of(
        {{"person.json", R"({ "name": { "type": "text", "for": "To greet you." } })"},
         {"t.json", R"({ "dialog": "t", "title": "T", "language": "en", "scenes": { "s": [
            { "ask": "Hello {name or \"you\"}. Well?", "as": "well", "answer": "yes or no" },
            { "if": "name is known", "then": [ { "say": "I know you." } ] }, { "end": "bye" } ] } })"}});
    Talk talk(edition);
    CHECK(talk.bot() == Lines{"Hello you. Well?"});
    talk.says("yes");
    CHECK(talk.bot() == Lines{"bye"});
}

TEST_CASE("values of the person are read where the profile has them") {
    const auto edition = test::edition_of(
        {{"person.json", R"({ "name": { "type": "text", "for": "To greet you." } })"},
         {"t.json", R"({ "dialog": "t", "title": "T", "language": "en", "scenes": { "s": [
            { "end": "Hello {name or \"you\"}." } ] } })"}});
    Profile profile;
    profile.variables = {dialog::Words{"Ana"}};
    const Outcome turn = take_turn(edition, State{}, profile, 0, Begin{"t", 1}, "", Moment{});
    CHECK(turn.messages.back().text == "Hello Ana.");
}
