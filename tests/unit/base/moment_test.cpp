#include "base/moment.h"

#include <catch2/catch.hpp>

using namespace attune;
using namespace std::chrono_literals;

namespace {

Instant noon_utc(int year, unsigned month, unsigned day) {
    return Instant(std::chrono::sys_days(std::chrono::year(year) / month / day) + 12h);
}

std::chrono::hours hour_of(const Moment& moment) {
    return std::chrono::floor<std::chrono::hours>(
        moment.local - std::chrono::floor<std::chrono::days>(moment.local));
}

}  // namespace

TEST_CASE("the clock of a zone follows its summer time") {
    CHECK(hour_of(moment_in(noon_utc(2026, 1, 15), "Europe/Vienna")) == 13h);
    CHECK(hour_of(moment_in(noon_utc(2026, 7, 15), "Europe/Vienna")) == 14h);
    CHECK(hour_of(moment_in(noon_utc(2026, 7, 15), "America/New_York")) == 8h);
}

TEST_CASE("an unknown zone counts as UTC") {
    CHECK(hour_of(moment_in(noon_utc(2026, 7, 15), "Mars/Olympus")) == 12h);
    CHECK_FALSE(is_zone("Mars/Olympus"));
    CHECK_FALSE(is_zone(""));
    CHECK_FALSE(is_zone("Europe/Wien\xc3\xa4"));
    CHECK(is_zone("Europe/Vienna"));
}

TEST_CASE("an instant is written as ISO 8601 in UTC") {
    CHECK(to_iso8601(noon_utc(2026, 11, 4) + 5min + 9s + 250ms) == "2026-11-04T12:05:09Z");
}
