#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

std::string file(const std::string& name, const std::string& steps) {
    return R"({ "dialog": ")" + name + R"(", "title": "T", "language": "en", "scenes": { "s": [ )" +
           steps + " ] } }";
}

const std::string leads_on =
    R"({ "ask": "Go on?", "as": "on", "answer": "yes or no" }, { "end": "Come.", "start": "next" })";
const std::string next =
    R"({ "say": "Here." }, { "ask": "Well?", "as": "well", "answer": "text" }, { "end": "bye" })";

}  // namespace

TEST_CASE("the last message names the dialog that ended, and nothing is open") {
    Talk talk(R"("s": [ { "ask": "Q?", "as": "q", "answer": "yes or no" },
        { "say": "So." }, { "end": "Sleep well." } ])");
    talk.says("yes");
    CHECK(talk.bot() == Lines{"So.", "Sleep well."});
    const Message& last = talk.turn().messages.back();
    CHECK(last.ended == "t");
    CHECK(last.asked == 0);
    CHECK_FALSE(last.input.has_value());
    CHECK(talk.turn().messages[1].ended.empty());
    CHECK(talk.place() == "ended");
}

TEST_CASE("what she writes after the end goes into her journal, and she is told") {
    Talk talk(R"("s": [ { "say": "Hello." }, { "end": "bye" } ])");
    talk.says(" One more thing. ");
    CHECK(talk.how() == How::nothing_open);
    CHECK(talk.kept() == Lines{"One more thing."});
    CHECK(talk.bot() == Lines{"I keep that for you."});
    CHECK(talk.turn().messages[0].to == 0);
}

TEST_CASE("a tap after the end changes nothing") {
    Talk talk(R"("s": [ { "ask": "Q?", "as": "q", "answer": "yes or no" }, { "end": "bye" } ])");
    talk.taps("yes", 1).taps("no", 1);
    CHECK(talk.how() == How::stale);
    CHECK(talk.bot() == Lines{"That question is over."});
    CHECK(talk.turn().messages.back().asked == 0);
    CHECK(talk.state().ended());
}

TEST_CASE("a dialog that ends by skip without words still says that it is over") {
    Talk talk(edition_of_dialogs(
        {{"t", file("t", R"({ "visit": "v" }, { "return": true })")},
         {"v",
          file("v", R"({ "ask": "Q?", "as": "q", "answer": "yes or no", "may skip": true })")}}));
    talk.skips();
    CHECK(talk.bot() == Lines{"The end."});
    CHECK(talk.turn().messages.back().ended == "t");
}

TEST_CASE("`start` begins the next dialog in the same turn, as a conversation of its own") {
    Talk talk(edition_of_dialogs({{"t", file("t", leads_on)}, {"next", file("next", next)}}));
    talk.says("yes");
    CHECK(talk.bot() == Lines{"Come.", "Here.", "Well?"});
    CHECK(talk.turn().messages[1].ended == "t");
    CHECK(talk.state().dialog == "next");
    CHECK(talk.state().visits.size() == 1);
    CHECK(talk.turn().messages.back().asked == talk.asked());
}

TEST_CASE("`start` begins in the live edition") {
    Talk talk(edition_of_dialogs({{"t", file("t", leads_on)}, {"next", file("next", next)}}));
    const auto live = edition_of_dialogs(
        {{"aa", file("aa", R"({ "end": "x" })")},
         {"t", file("t", leads_on)},
         {"next", file("next", R"({ "say": "New here." }, { "end": "bye" })")}});
    talk.live(live);
    talk.says("yes");
    CHECK(talk.bot() == Lines{"Come.", "New here.", "bye"});
    CHECK(talk.state().edition->hash == live->hash);
}

TEST_CASE("a late line does not cross into the dialog that `start` began") {
    const std::string asks_words =
        R"({ "ask": "What?", "as": "what", "answer": "text" }, { "end": "Come.", "start": "next" })";
    Talk talk(edition_of_dialogs({{"t", file("t", asks_words)}, {"next", file("next", next)}}));
    talk.live(edition_of_dialogs({{"next", file("next", next)}}));
    talk.says("I yelled.", 1);
    CHECK_FALSE(talk.state().answered.takes_more);
    talk.says("At bedtime.", 1);
    CHECK(talk.how() == How::out_of_place);
    CHECK(talk.place() == "s / well");
}

TEST_CASE("`start` of a dialog that is gone from the live edition begins in its own") {
    Talk talk(edition_of_dialogs({{"t", file("t", leads_on)}, {"next", file("next", next)}}));
    talk.live(edition_of_dialogs({{"aa", file("aa", R"({ "end": "x" })")}}));
    talk.says("yes");
    CHECK(talk.bot() == Lines{"Come.", "Here.", "Well?"});
}

TEST_CASE("a dialog that does not exist is a mistake of the caller") {
    Talk talk(R"("s": [ { "say": "Hello." }, { "end": "bye" } ])");
    CHECK_THROWS_AS(talk.begin("nowhere"), std::logic_error);
}
