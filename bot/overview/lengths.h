// How long a set of ways is: the least and the most of them, and how many there are. Ways are never
// listed: sets of them are joined, put one after the other, and repeated.
#pragma once

#include <cstdint>

namespace attune::overview {

struct Length {
    std::int64_t taps = 0;  // answers given, by tap or typed; `choose many` takes several
    double seconds = 0;
};

struct Lengths {
    double count = 0;  // 0: there is no such way, and the rest says nothing
    Length least;  // each figure by itself: the way with the fewest taps may not be the quickest
    Length most;
};

// One way of this length.
Lengths one_way(Length least, Length most);

// The ways of either.
Lengths join(const Lengths& a, const Lengths& b);

// Each way of `first`, and after it each of `rest`.
Lengths then(const Lengths& first, const Lengths& rest);

// `round`, from `least` to `most` times one after the other. Zero times is one way of no length.
Lengths repeated(const Lengths& round, int least, int most);

}  // namespace attune::overview
