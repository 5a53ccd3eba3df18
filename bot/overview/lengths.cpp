#include "overview/lengths.h"

#include <algorithm>

namespace attune::overview {

namespace {

// Counts and lengths beyond these tell nobody anything; held there, they stay finite.
constexpr double most_ways = 1e15;
constexpr std::int64_t most_taps = 1'000'000'000;
constexpr double most_seconds = 1e12;

Length sum(Length a, Length b) {
    return {std::min(a.taps + b.taps, most_taps), std::min(a.seconds + b.seconds, most_seconds)};
}

Length smaller(Length a, Length b) {
    return {std::min(a.taps, b.taps), std::min(a.seconds, b.seconds)};
}

Length greater(Length a, Length b) {
    return {std::max(a.taps, b.taps), std::max(a.seconds, b.seconds)};
}

}  // namespace

Lengths one_way(Length least, Length most) {
    return {1, least, most};
}

Lengths join(const Lengths& a, const Lengths& b) {
    if (a.count == 0) return b;
    if (b.count == 0) return a;
    return {
        std::min(a.count + b.count, most_ways), smaller(a.least, b.least), greater(a.most, b.most)};
}

Lengths then(const Lengths& first, const Lengths& rest) {
    if (first.count == 0 || rest.count == 0) return {};
    return {
        std::min(first.count * rest.count, most_ways),
        sum(first.least, rest.least),
        sum(first.most, rest.most)};
}

Lengths repeated(const Lengths& round, int least, int most) {
    Lengths all;
    Lengths so_far = one_way({}, {});
    for (int times = 0; times <= most && so_far.count > 0; ++times) {
        if (times >= least) all = join(all, so_far);
        so_far = then(so_far, round);
    }
    return all;
}

}  // namespace attune::overview
