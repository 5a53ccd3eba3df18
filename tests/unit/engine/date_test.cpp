// Questions for a day and for a time of day.
#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

std::string asks(const std::string& kind) {
    return R"("s": [ { "ask": "Q?", "as": "q", "may skip": true, "if unclear": ["Which?"], "answer": ")" +
           kind + R"(" }, { "say": "So {q or \"never\"}." },
        { "ask": "Done?", "as": "done", "answer": "text" }, { "end": "bye" } ])";
}

void check_day(const std::string& text, const char* day) {
    INFO(text);
    Talk talk(asks("date"));
    talk.says(text);
    CHECK(talk.how() == How::day_or_time);
    CHECK(talk.value("q") == dialog::Value(*parse_iso_date(day)));
}

void check_time(const std::string& text, const char* time) {
    INFO(text);
    Talk talk(asks("time"));
    talk.says(text);
    CHECK(talk.how() == How::day_or_time);
    CHECK(talk.value("q") == dialog::Value(*parse_iso_time(time)));
}

void check_unclear(const std::string& kind, const std::string& text, How how = How::unclear) {
    INFO(text);
    Talk talk(asks(kind));
    talk.says(text);
    CHECK(talk.how() == how);
    CHECK(talk.bot() == Lines{"Which?"});
    CHECK(talk.place() == "s / q");
}

}  // namespace

TEST_CASE("a typed day is read, and written out where it is said again") {
    check_day("2026-11-25", "2026-11-25");
    check_day(" 25.11.2026\n", "2026-11-25");
    check_day("1.2.2026", "2026-02-01");
    Talk talk(asks("date"));
    CHECK(talk.says("25.11.2026").bot().front() == "So November 25, 2026.");
    check_day("it was yesterday evening", "1969-12-31");  // the talk is held on 1970-01-01
    check_day("last Tuesday", "1969-12-30");
    check_unclear("date", "31.2.2026");
    check_unclear("date", "not sure, yesterday", How::neither);
    check_unclear("date", "later");
    check_unclear("date", "no idea", How::neither);
}

TEST_CASE("a typed time of day is read, and written out where it is said again") {
    check_time("21:30", "21:30");
    check_time("9:30 pm", "21:30");
    check_time("9:30PM", "21:30");
    check_time("12:05 am", "00:05");
    check_time("7:05", "07:05");
    Talk talk(asks("time"));
    CHECK(talk.says("21:30").bot().front() == "So 9:30 PM.");
    check_time("half past nine in the evening", "21:30");
    check_unclear("time", "later");
    check_unclear("time", "9:30 pm or 10 pm");
}

TEST_CASE("a picked day is an answer, shown as her words; picked again it is a double tap") {
    const Date day = *parse_iso_date("2026-11-25");
    Talk talk(asks("date"));
    talk.sets(day, talk.asked());
    CHECK(talk.how() == How::value_given);
    CHECK(talk.turn().messages.front().text == "November 25, 2026");
    const Seq asked = talk.state().answered.asked;
    CHECK(talk.sets(day, asked).how() == How::stale);
    CHECK(talk.bot().empty());
    CHECK(talk.sets(Date{1}, asked).bot().front() == "That question is over.");
}

TEST_CASE("a value of another kind is not understood") {
    CHECK(Talk(asks("date")).sets(TimeOfDay{60}).how() == How::unclear);
    CHECK(Talk(asks("time")).sets(Decimal::whole(9)).how() == How::unclear);
    CHECK(Talk(asks("text")).sets(Date{0}).how() == How::unclear);
}

TEST_CASE("a day may be skipped, and is unknown then") {
    CHECK(Talk(asks("date")).says("skip").bot().front() == "So never.");
    CHECK(Talk(asks("time")).skips().bot().front() == "So never.");
}

TEST_CASE("days are compared with today and with each other, times with each other") {
    Talk talk(R"("s": [
        { "ask": "When?", "as": "day", "answer": "date", "if unclear": ["Which?"],
          "check": { "that": "day <= today", "say": "That is still to come." } },
        { "set": { "ago": "days since day" } },
        { "ask": "From?", "as": "from", "answer": "time", "if unclear": ["Which?"] },
        { "ask": "To?", "as": "to", "answer": "time", "if unclear": ["Which?"] },
        { "if": "from < to and ago is 31", "then": [ { "end": "In order." } ] }, { "end": "Not." } ])");
    CHECK(talk.says("1970-01-02").bot().front() == "That is still to come.");
    talk.says("1969-12-01").says("9:30").says("21:30");
    CHECK(talk.bot() == Lines{"In order."});
}
