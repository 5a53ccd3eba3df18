#include "base/calendar.h"

#include <catch2/catch.hpp>

using namespace attune;

TEST_CASE("a day is read in the form of ISO 8601 and in no other") {
    CHECK(parse_iso_date("1970-01-01") == Date{0});
    CHECK(parse_iso_date("2026-11-24") == Date{20'781});
    CHECK(parse_iso_date("2024-02-29"));
    CHECK(parse_iso_date("0001-01-01"));
    CHECK(parse_iso_date("9999-12-31"));
    for (const char* other :
         {"",
          "2026-11-4",
          "2026-11-024",
          "2026/11/24",
          "2025-02-29",
          "2026-13-01",
          "2026-00-10",
          "2026-11-00",
          "0000-01-01",
          "-026-11-24",
          "2026-11-2x",
          "+026-11-24"}) {
        INFO(other);
        CHECK_FALSE(parse_iso_date(other));
    }
}

TEST_CASE("a time of day is read in the form of ISO 8601 and in no other") {
    CHECK(parse_iso_time("00:00") == TimeOfDay{0});
    CHECK(parse_iso_time("21:30") == TimeOfDay{1290});
    CHECK(parse_iso_time("23:59") == TimeOfDay{1439});
    for (const char* other :
         {"", "9:30", "24:00", "12:60", "12-30", "12:3x", "-1:30", "12:30:00"}) {
        INFO(other);
        CHECK_FALSE(parse_iso_time(other));
    }
}

TEST_CASE("days and times are written as they are read") {
    for (const char* day : {"0001-01-01", "1969-12-31", "2000-02-29", "2026-11-24"}) {
        CHECK(to_string(*parse_iso_date(day)) == day);
    }
    for (const char* time : {"00:00", "07:05", "23:59"}) {
        CHECK(to_string(*parse_iso_time(time)) == time);
    }
}
