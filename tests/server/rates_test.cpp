#include "server/rates.h"

#include <catch2/catch.hpp>

using namespace attune::server;
using namespace std::chrono_literals;

namespace {

const Rates::SteadyTime start = Rates::SteadyTime{} + 1h;

}  // namespace

TEST_CASE("a burst is free, then one each so often") {
    Rates rates({3, 500ms});
    for (int i = 0; i < 3; ++i) CHECK_FALSE(rates.too_fast("her", start));
    CHECK(rates.too_fast("her", start) == 500ms);
    CHECK(rates.too_fast("her", start + 200ms) == 300ms);
    CHECK_FALSE(rates.too_fast("her", start + 500ms));
    CHECK(rates.too_fast("her", start + 500ms));
}

TEST_CASE("who comes too fast does not slow down others") {
    Rates rates({1, 500ms});
    CHECK_FALSE(rates.too_fast("her", start));
    CHECK(rates.too_fast("her", start));
    CHECK_FALSE(rates.too_fast("him", start));
}

TEST_CASE("a burst of 0 is no limit") {
    Rates rates({});
    for (int i = 0; i < 1000; ++i) REQUIRE_FALSE(rates.too_fast("her", start));
    CHECK(rates.known() == 0);
}

TEST_CASE("those who may have their whole burst again are forgotten") {
    Rates rates({2, 500ms});
    rates.too_fast("her", start);
    rates.forget(start + 499ms);
    CHECK(rates.known() == 1);
    rates.forget(start + 500ms);
    CHECK(rates.known() == 0);
}
