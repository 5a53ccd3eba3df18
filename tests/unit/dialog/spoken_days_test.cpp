// Days in free words, read with the tables of the project's own defaults.
#include <catch2/catch.hpp>

#include "tests/support/edition.h"
#include "words/dates.h"

using namespace attune;

namespace {

std::string iso(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    const auto two = [](unsigned n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
    return std::to_string(static_cast<int>(date.year())) +
           two(static_cast<unsigned>(date.month())) + two(static_cast<unsigned>(date.day()));
}

constexpr std::chrono::sys_days wednesday = std::chrono::year{2026} / 11 / 25;

// The day a message names, "" if it names none or several.
std::string day(
    const std::string& message,
    const std::string& language,
    std::chrono::sys_days today = wednesday) {
    const auto& defaults = test::own_defaults(language);
    const auto found =
        words::read_date(words::split(message, language), defaults.dates, defaults.numbers, today);
    return found ? iso(found->day) : "";
}

std::string en(const std::string& message, std::chrono::sys_days today = wednesday) {
    return day(message, "en", today);
}

}  // namespace

TEST_CASE("days near today are read in English") {
    CHECK(en("today") == "2026-11-25");
    CHECK(en("It was yesterday evening, at home") == "2026-11-24");
    CHECK(en("last night") == "2026-11-24");
    CHECK(en("the day before yesterday") == "2026-11-23");
    CHECK(en("tomorrow") == "2026-11-26");
    CHECK(en("three days ago") == "2026-11-22");
    CHECK(en("a week ago today") == "2026-11-18");
    CHECK(en("2 weeks ago") == "2026-11-11");
    CHECK(en("a month ago") == "2026-10-25");
    CHECK(en("a month ago", std::chrono::year{2026} / 3 / 31) == "2026-02-28");
    CHECK(en("a year ago", std::chrono::year{2028} / 2 / 29) == "2027-02-28");
    CHECK(en("in three days") == "2026-11-28");
    CHECK(en("three days from now") == "2026-11-28");
}

TEST_CASE("a weekday is the last one unless its week is said") {
    CHECK(en("on Tuesday") == "2026-11-24");
    CHECK(en("wednesday") == "2026-11-25");
    CHECK(en("Thursday") == "2026-11-19");
    CHECK(en("last Tuesday") == "2026-11-24");
    CHECK(en("last Wednesday") == "2026-11-18");
    CHECK(en("next Wednesday") == "2026-12-02");
    CHECK(en("next Thursday") == "2026-11-26");
    CHECK(en("Friday last week") == "2026-11-20");
    CHECK(en("Friday of last week") == "2026-11-20");
    CHECK(en("last week Monday") == "2026-11-16");
    CHECK(en("Monday next week") == "2026-11-30");
}

TEST_CASE("days of a month are read with and without a year") {
    CHECK(en("25 November") == "2026-11-25");
    CHECK(en("the 3rd of May") == "2026-05-03");
    CHECK(en("may the third") == "2026-05-03");
    CHECK(en("Nov 3") == "2026-11-03");
    CHECK(en("November 3rd, 2019") == "2019-11-03");
    CHECK(en("the twenty-first of june") == "2026-06-21");
    CHECK(en("December 31", std::chrono::year{2026} / 1 / 2) == "2025-12-31");
    CHECK(en("January 2", std::chrono::year{2026} / 12 / 30) == "2027-01-02");
    CHECK(en("29 February") == "2024-02-29");
    CHECK(en("29 February 2026") == "");
    CHECK(en("31 June") == "");
    CHECK(en("Tuesday, 24 November") == "2026-11-24");
    CHECK(en("Tuesday the 3rd of November") == "2026-11-03");
}

TEST_CASE("days in figures are read unless they could be two days") {
    CHECK(en("2026-11-25") == "2026-11-25");
    CHECK(en("11/25/2026") == "2026-11-25");
    CHECK(en("25/11/2026") == "2026-11-25");
    CHECK(en("3/4/2026") == "");
    CHECK(en("4/4/2026") == "2026-04-04");
    CHECK(en("25.11.2026") == "2026-11-25");
    CHECK(en("3.4.26") == "2026-04-03");
    CHECK(en("25.11.98") == "1998-11-25");
    CHECK(en("25-11-2026") == "2026-11-25");
    CHECK(en("11/25") == "2026-11-25");
    CHECK(en("99/99/2026") == "");
    CHECK(en("2026-13-45") == "");
}

TEST_CASE("two days, or none, are no reading") {
    CHECK(en("Monday or Tuesday") == "");
    CHECK(en("Tuesday, so yesterday") == "2026-11-24");
    CHECK(en("I may have said 3 things") == "");
    CHECK(en("the second time") == "");
    CHECK(en("for three days") == "");
    CHECK(en("some day in spring") == "");
    CHECK(en("") == "");
}

TEST_CASE("a day says where it stood") {
    const auto& defaults = test::own_defaults("en");
    const auto found = words::find_dates(
        words::split("so it was the 3rd of May 2026 then, or yesterday", "en"),
        defaults.dates,
        defaults.numbers,
        wednesday);
    REQUIRE(found.size() == 2);
    CHECK(found[0].first == 4);
    CHECK(found[0].count == 5);
    CHECK(found[1].first == 11);
    CHECK(found[1].count == 1);
}

TEST_CASE("days are read in German") {
    const auto de = [](const std::string& message) { return day(message, "de"); };
    CHECK(de("gestern Abend") == "2026-11-24");
    CHECK(de("Gestern früh, glaub ich") == "2026-11-24");
    CHECK(de("vorgestern") == "2026-11-23");
    CHECK(de("heute Morgen") == "2026-11-25");
    CHECK(de("morgen") == "2026-11-26");
    CHECK(de("vor drei Tagen") == "2026-11-22");
    CHECK(de("vor einer Woche") == "2026-11-18");
    CHECK(de("heute vor einer Woche") == "2026-11-18");
    CHECK(de("in zwei Wochen") == "2026-12-09");
    CHECK(de("letzten Dienstag") == "2026-11-24");
    CHECK(de("am Donnerstagabend") == "2026-11-19");
    CHECK(de("Montag letzte Woche") == "2026-11-16");
    CHECK(de("am 3. Mai") == "2026-05-03");
    CHECK(de("am dritten Mai 2025") == "2025-05-03");
    CHECK(de("der einundzwanzigste März") == "2026-03-21");
    CHECK(de("3.5.") == "2026-05-03");
    CHECK(de("25.11.2026") == "2026-11-25");
    CHECK(de("Dienstag, den 3. November") == "2026-11-03");
    CHECK(de("3/4/2026") == "2026-04-03");
    CHECK(de("am Morgen") == "");
    CHECK(de("drei Tage vor Weihnachten") == "");
    CHECK(de("jeden Morgen") == "");
}

TEST_CASE("days are read in Spanish") {
    const auto es = [](const std::string& message) { return day(message, "es"); };
    CHECK(es("ayer por la tarde") == "2026-11-24");
    CHECK(es("ayer por la mañana") == "2026-11-24");
    CHECK(es("anteayer") == "2026-11-23");
    CHECK(es("mañana") == "2026-11-26");
    CHECK(es("pasado mañana") == "2026-11-27");
    CHECK(es("hace tres días") == "2026-11-22");
    CHECK(es("hace una semana") == "2026-11-18");
    CHECK(es("dentro de tres días") == "2026-11-28");
    CHECK(es("el martes pasado") == "2026-11-24");
    CHECK(es("el martes pasado por la mañana") == "2026-11-24");
    CHECK(es("el lunes de la semana pasada") == "2026-11-16");
    CHECK(es("el 3 de mayo de 2025") == "2025-05-03");
    CHECK(es("el primero de mayo") == "2026-05-01");
    CHECK(es("el veintiuno de junio") == "2026-06-21");
    CHECK(es("25/11/2026") == "2026-11-25");
    CHECK(es("por la mañana") == "");
}

TEST_CASE("a slip in the words for a day is forgiven") {
    const auto& defaults = test::own_defaults("en");
    const auto words = words::split("yesteday evening", "en");
    const auto* list = words::WordList::of("en");
    const auto found = words::read_date(words, defaults.dates, defaults.numbers, wednesday, list);
    REQUIRE(found);
    CHECK(iso(found->day) == "2026-11-24");
    REQUIRE(found->mended.size() == 1);
    CHECK(found->mended[0].meant == "yesterday");
    const auto no_day = words::split("a sundae", "en");
    CHECK_FALSE(words::read_date(no_day, defaults.dates, defaults.numbers, wednesday, list));
}
