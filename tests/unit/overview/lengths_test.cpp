// Sets of ways: joined, one after the other, repeated.
#include <catch2/catch.hpp>

#include "overview/lengths.h"

using namespace attune::overview;

namespace {

Lengths taps(std::int64_t least, std::int64_t most) {
    return one_way({least, 0}, {most, 0});
}

}  // namespace

TEST_CASE("no way joined with some are these; no way after some is none") {
    const Lengths some = taps(2, 5);
    CHECK(join({}, some).most.taps == 5);
    CHECK(join(some, {}).count == 1);
    CHECK(then(some, {}).count == 0);
    CHECK(then({}, some).count == 0);
}

TEST_CASE("joined, the least is of one and the most of the other") {
    const Lengths both = join(taps(2, 5), taps(3, 9));
    CHECK(both.count == 2);
    CHECK(both.least.taps == 2);
    CHECK(both.most.taps == 9);
}

TEST_CASE("one after the other, lengths add up and counts multiply") {
    const Lengths both = then(join(taps(1, 1), taps(2, 2)), join(taps(0, 0), taps(10, 10)));
    CHECK(both.count == 4);
    CHECK(both.least.taps == 1);
    CHECK(both.most.taps == 12);
}

TEST_CASE("repeated, each number of rounds is a way") {
    const Lengths round = join(taps(1, 1), taps(3, 3));
    const Lengths rounds = repeated(round, 1, 3);
    CHECK(rounds.count == 2 + 4 + 8);
    CHECK(rounds.least.taps == 1);
    CHECK(rounds.most.taps == 9);
    CHECK(repeated({}, 1, 3).count == 0);
    CHECK(repeated({}, 0, 3).count == 1);
}

TEST_CASE("counts stay finite however many there are") {
    Lengths all = join(taps(1, 1), taps(2, 2));
    for (int i = 0; i < 400; ++i) all = then(all, all);
    CHECK(all.count == 1e15);
    CHECK(all.most.taps == 1'000'000'000);
}
