#include "rehearse/span_of_time.h"

#include <catch2/catch.hpp>

using namespace attune::rehearse;
using namespace std::chrono_literals;

TEST_CASE("spans of time are read as people write them") {
    CHECK(span_of_time("20 minutes") == 20min);
    CHECK(span_of_time("1 hour") == 1h);
    CHECK(span_of_time("9 days") == 9 * 24h);
    CHECK(span_of_time("1.5 seconds") == 1500ms);
}

TEST_CASE("what is no span of time is nothing") {
    for (const auto* text : {"", "soon", "minutes", "20", "20  minutes", "20 moons", "-1 day"}) {
        INFO(text);
        CHECK_FALSE(span_of_time(text).has_value());
    }
    CHECK_FALSE(span_of_time("9999999999999999 days").has_value());
}

TEST_CASE("moments are read and written as day and time") {
    CHECK(moment_text(*instant_of("2026-02-28 07:05")) == "2026-02-28 07:05");
    for (const auto* text : {"", "today", "2026-02-30 07:05", "2026-02-28", "2026-02-28 24:00"}) {
        INFO(text);
        CHECK_FALSE(instant_of(text).has_value());
    }
}
