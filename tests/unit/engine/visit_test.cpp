#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

const char* const caller = R"({ "dialog": "t", "title": "T", "language": "en", "scenes": { "s": [
    { "ask": "What?", "as": "what", "answer": "long text", "may skip": true },
    { "visit": "shared/look", "give": { "moment": "what" }, "take": { "depth": "depth" } },
    { "say": "Depth {depth or \"unknown\"}." },
    { "ask": "Again?", "as": "again", "answer": "yes or no" },
    { "if": "again is yes", "then": [ { "go": "s" } ] },
    { "end": "bye" } ] } })";
const char* const target = R"({ "dialog": "shared/look", "title": "Look", "language": "en",
    "given": { "moment": "long text" }, "scenes": { "look": [
    { "say": "You said {moment or \"nothing\"}." },
    { "ask": "How deep?", "as": "depth", "answer": { "scale": [0, 10] }, "may skip": true } ] } })";

Talk visiting() {
    return Talk(edition_of_dialogs({{"t", caller}, {"shared/look", target}}));
}

}  // namespace

TEST_CASE("a visit gives, takes, and comes back behind itself") {
    Talk talk = visiting();
    talk.says("a storm");
    CHECK(talk.bot() == Lines{"You said a storm.", "How deep?"});
    CHECK(talk.state().frames.size() == 2);
    CHECK(talk.place() == "look / depth");
    talk.says("7");
    CHECK(talk.bot() == Lines{"Depth 7.", "Again?"});
    CHECK(talk.state().frames.size() == 1);
}

TEST_CASE("what is not known is given and taken as unknown") {
    Talk talk = visiting();
    talk.skips();
    CHECK(talk.bot() == Lines{"You said nothing.", "How deep?"});
    talk.skips();
    CHECK(talk.bot() == Lines{"Depth unknown.", "Again?"});
}

TEST_CASE("a visited dialog begins with variables of its own each time") {
    Talk talk = visiting();
    talk.says("a storm").says("7").says("yes").says("rain");
    CHECK((talk.value("depth") == dialog::Value{dialog::Unknown{}}));
    CHECK((talk.value("moment") == dialog::Value{dialog::Words{"rain"}}));
}

TEST_CASE("a late line that comes after the visit is over is not lost in another dialog") {
    Talk talk = visiting();
    talk.says("a storm", 1);
    const Seq depth = talk.asked();
    talk.says("and rain", 1);
    CHECK(talk.how() == How::late_line);
    talk.says("7", depth);
    talk.says("8", depth);
    CHECK(talk.how() == How::out_of_place);
}

TEST_CASE("a scene of the same dialog shares the variables") {
    Talk talk(R"("s": [
        { "ask": "Hot?", "as": "heat", "answer": { "scale": [0, 10] } },
        { "visit": "cool" },
        { "say": "Now {heat}." }, { "end": "bye" } ],
        "cool": [ { "set": { "heat": "heat - 2" } },
        { "ask": "Cooler?", "as": "cooler", "answer": "yes or no" },
        { "if": "cooler is yes", "then": [ { "return": true } ] },
        { "set": { "heat": "heat - 3" } } ])");
    talk.says("9");
    CHECK(talk.state().frames.size() == 2);
    CHECK(talk.state().frames[1].variables.empty());
    SECTION("`return` leaves at once") {
        talk.says("yes");
        CHECK(talk.bot() == Lines{"Now 7.", "bye"});
    }
    SECTION("the last line returns too") {
        talk.says("no");
        CHECK(talk.bot() == Lines{"Now 4.", "bye"});
    }
}

TEST_CASE("go inside a visited dialog stays in the visit") {
    const char* const two_rooms = R"({ "dialog": "shared/rooms", "title": "R", "language": "en",
        "scenes": { "one": [ { "go": "two" } ],
        "two": [ { "ask": "Here?", "as": "here", "answer": "yes or no" }, { "return": true } ] } })";
    Talk talk(edition_of_dialogs(
        {{"t", R"({ "dialog": "t", "title": "T", "language": "en", "scenes": { "s": [
            { "visit": "shared/rooms" }, { "end": "bye" } ] } })"},
         {"shared/rooms", two_rooms}}));
    CHECK(talk.place() == "two / here");
    talk.says("yes");
    CHECK(talk.bot() == Lines{"bye"});
}
