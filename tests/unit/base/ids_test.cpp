#include "base/ids.h"

#include <catch2/catch.hpp>

using namespace attune;

namespace {

Instant at_ms(std::int64_t ms) {
    return Instant(std::chrono::milliseconds(1'800'000'000'000 + ms));
}

}  // namespace

TEST_CASE("ids only grow, also when the clock steps back") {
    IdMaker maker;
    const auto first = maker.next(at_ms(1000));
    const auto second = maker.next(at_ms(1000));
    const auto after_step_back = maker.next(at_ms(0));
    CHECK(first > 0);
    CHECK(second > first);
    CHECK(after_step_back > second);
}

TEST_CASE("an id is greater than any that the store holds") {
    IdMaker maker;
    const auto stored = maker.next(at_ms(50'000)) + 5;
    IdMaker restarted;
    restarted.go_past(stored);
    CHECK(restarted.next(at_ms(0)) > stored);
}

TEST_CASE("more ids in one millisecond than the count has room for still grow") {
    IdMaker maker;
    std::int64_t last = 0;
    for (int i = 0; i < 70'000; ++i) {
        const auto id = maker.next(at_ms(0));
        REQUIRE(id > last);
        last = id;
    }
}
