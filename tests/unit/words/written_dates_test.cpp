#include "words/written_dates.h"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::words;

TEST_CASE("a day is written out in the language of the sentence") {
    const Date day = *parse_iso_date("2026-11-25");
    CHECK(written(day, "en") == "November 25, 2026");
    CHECK(written(day, "de") == "25. November 2026");
    CHECK(written(day, "es") == "25 de noviembre de 2026");
}

TEST_CASE("the day that is written out is the one of the calendar, whatever the machine's zone") {
    CHECK(written(*parse_iso_date("2026-01-01"), "en") == "January 1, 2026");
    CHECK(written(*parse_iso_date("1969-12-31"), "en") == "December 31, 1969");
}

TEST_CASE("a time of day is written as people of the language do, with plain blanks") {
    CHECK(written(*parse_iso_time("21:30"), "en") == "9:30 PM");
    CHECK(written(*parse_iso_time("00:05"), "en") == "12:05 AM");
    CHECK(written(*parse_iso_time("21:30"), "de") == "21:30");
    CHECK(written(*parse_iso_time("09:30"), "es") == "9:30");
}
