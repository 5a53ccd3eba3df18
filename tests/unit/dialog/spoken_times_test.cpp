// Times of day in free words, read with the tables of the project's own defaults.
#include <catch2/catch.hpp>

#include "tests/support/edition.h"
#include "words/dates.h"

using namespace attune;

namespace {

// The time a message names, with "?" where it is open which half of the day is meant; "" if it
// names none or several.
std::string time_in(const std::string& message, const std::string& language) {
    const auto& defaults = test::own_defaults(language);
    const auto found =
        words::read_time(words::split(message, language), defaults.times, defaults.numbers);
    if (!found) return "";
    const auto minutes = found->time.count();
    const std::string past = std::to_string(minutes % 60);
    return std::to_string(minutes / 60) + (past.size() < 2 ? ":0" : ":") + past +
           (found->is_certain ? "" : "?");
}

std::string en(const std::string& message) {
    return time_in(message, "en");
}

}  // namespace

TEST_CASE("times are read in English") {
    CHECK(en("half past nine") == "9:30?");
    CHECK(en("half nine") == "9:30?");
    CHECK(en("quarter to eight") == "7:45?");
    CHECK(en("a quarter past 8") == "8:15?");
    CHECK(en("quarter of eight") == "7:45?");
    CHECK(en("ten to nine") == "8:50?");
    CHECK(en("twenty past seven") == "7:20?");
    CHECK(en("9:30 pm") == "21:30");
    CHECK(en("9.30pm") == "21:30");
    CHECK(en("9 p.m.") == "21:00");
    CHECK(en("12 am") == "0:00");
    CHECK(en("12:30 pm") == "12:30");
    CHECK(en("at nine") == "9:00?");
    CHECK(en("nine o'clock") == "9:00?");
    CHECK(en("nine thirty") == "9:30?");
    CHECK(en("noon") == "12:00");
    CHECK(en("around midnight") == "0:00");
    CHECK(en("21:30") == "21:30");
    CHECK(en("9") == "9:00?");
    CHECK(en("2130") == "21:30");
}

TEST_CASE("a part of the day settles which nine is meant") {
    CHECK(en("nine in the evening") == "21:00");
    CHECK(en("in the evening, at half past nine") == "21:30");
    CHECK(en("at nine last night") == "21:00");
    CHECK(en("two at night") == "2:00");
    CHECK(en("nine in the morning") == "9:00");
    CHECK(en("three in the afternoon") == "15:00");
    CHECK(en("quarter to one in the afternoon") == "12:45");
    CHECK(en("tonight at 8") == "20:00");
    CHECK(en("between morning and evening, at nine") == "9:00?");
}

TEST_CASE("a number that is no time is left alone beside a time") {
    CHECK(en("three days ago at nine") == "9:00?");
    CHECK(en("for two hours") == "");
    CHECK(en("nine or ten") == "");
    CHECK(en("at 25") == "");
    CHECK(en("9:75") == "");
    CHECK(en("24:30") == "");
    CHECK(en("24:00") == "0:00");
    CHECK(en("in the evening") == "");
    CHECK(en("") == "");
}

TEST_CASE("times are read in German") {
    const auto de = [](const std::string& message) { return time_in(message, "de"); };
    CHECK(de("halb neun") == "8:30?");
    CHECK(de("viertel nach acht") == "8:15?");
    CHECK(de("Viertel vor acht") == "7:45?");
    CHECK(de("dreiviertel acht") == "7:45?");
    CHECK(de("drei viertel acht") == "7:45?");
    CHECK(de("Viertel neun") == "8:15?");
    CHECK(de("fünf vor halb neun") == "8:25?");
    CHECK(de("fünf nach halb neun abends") == "20:35");
    CHECK(de("zehn nach neun") == "9:10?");
    CHECK(de("neun Uhr") == "9:00?");
    CHECK(de("neun Uhr dreißig") == "9:30?");
    CHECK(de("21 Uhr 30") == "21:30");
    CHECK(de("21.30 Uhr") == "21:30");
    CHECK(de("um eins") == "1:00?");
    CHECK(de("ein Uhr nachts") == "1:00");
    CHECK(de("abends um neun") == "21:00");
    CHECK(de("gestern Abend um halb neun") == "20:30");
    CHECK(de("mittags um eins") == "13:00");
    CHECK(de("Mitternacht") == "0:00");
    CHECK(de("vor zwei Stunden") == "");
    CHECK(de("am Abend") == "");
}

TEST_CASE("times are read in Spanish") {
    const auto es = [](const std::string& message) { return time_in(message, "es"); };
    CHECK(es("las nueve y media") == "9:30?");
    CHECK(es("a las nueve y cuarto") == "9:15?");
    CHECK(es("las nueve menos cuarto") == "8:45?");
    CHECK(es("las nueve y diez") == "9:10?");
    CHECK(es("cuarto para las nueve") == "8:45?");
    CHECK(es("diez para las nueve") == "8:50?");
    CHECK(es("la una y media") == "1:30?");
    CHECK(es("a las nueve de la noche") == "21:00");
    CHECK(es("a las nueve y media de la noche") == "21:30");
    CHECK(es("las cinco de la tarde") == "17:00");
    CHECK(es("a las 21 horas") == "21:00");
    CHECK(es("21:30") == "21:30");
    CHECK(es("al mediodía") == "12:00");
    CHECK(es("hace dos horas") == "");
}

TEST_CASE("a slip in the words for a time is forgiven") {
    const auto& defaults = test::own_defaults("de");
    const auto words = words::split("vietel nach sibeen", "de");
    const auto* list = words::WordList::of("de");
    const auto found = words::read_time(words, defaults.times, defaults.numbers, list);
    REQUIRE(found);
    CHECK(found->time == std::chrono::minutes(7 * 60 + 15));
}
