// A number as it is said, word by word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "words/phrases.h"

namespace attune::words {

// "hundred", "thousand", "million": what makes the number before it larger.
inline bool makes_larger(std::int64_t value) {
    return value == 100 || (value >= 1000 && value % 1000 == 0);
}

// Nothing where the sum is too large to hold: the values come from a file of people's.
std::optional<Decimal> whole_number(std::int64_t value);
std::optional<Decimal> product(std::optional<Decimal> a, std::optional<Decimal> b);
std::optional<Decimal> sum(std::optional<Decimal> a, std::optional<Decimal> b);

// Number words as they are said one after another: "two", "hundred", "and", "five".
class SpokenNumber {
public:
    // False if `value` does not go on with the number so far ("nine" behind "three").
    bool take(std::int64_t value);

    std::optional<Decimal> value() const;

    bool empty() const { return last_ < 0; }

private:
    void begin(std::int64_t value);
    bool add_small(std::int64_t value);
    bool add_hundreds(std::int64_t value);
    bool scale_up(std::int64_t value);

    std::optional<Decimal> total_ = Decimal{};  // what the thousands and millions hold already
    std::int64_t part_ = 0;                     // below a thousand, still growing
    std::int64_t last_ = -1;
    std::int64_t scale_ = 0;  // the last thousand or million; the next must be smaller
};

// A number written as one word of number words: "neunundvierzig", "zweihundertdrei", "fortytwo".
// `folded` is none of `known` itself.
std::optional<Decimal> compound_number(std::string_view folded, const NumberWords& known);

}  // namespace attune::words
