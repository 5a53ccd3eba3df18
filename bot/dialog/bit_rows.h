// A table of bits with rows of equal length: sets of variables, one for each operation.
#pragma once

#include <cstdint>
#include <vector>

namespace attune::dialog {

using BitRow = std::vector<std::uint64_t>;

inline BitRow no_bits(std::size_t count) {
    return BitRow((count + 63) / 64, 0);
}

inline BitRow all_bits(std::size_t count) {
    return BitRow((count + 63) / 64, ~std::uint64_t{0});
}

inline bool has_bit(const BitRow& row, std::size_t bit) {
    return ((row[bit / 64] >> (bit % 64)) & 1U) != 0;
}

inline void put_bit(BitRow& row, std::size_t bit) {
    row[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

inline void clear_bit(BitRow& row, std::size_t bit) {
    row[bit / 64] &= ~(std::uint64_t{1} << (bit % 64));
}

// Each says whether `into` changed.
inline bool keep_common(BitRow& into, const BitRow& other) {
    bool changed = false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::uint64_t common = into[i] & other[i];
        changed = changed || common != into[i];
        into[i] = common;
    }
    return changed;
}

inline bool add_all(BitRow& into, const BitRow& other) {
    bool changed = false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::uint64_t sum = into[i] | other[i];
        changed = changed || sum != into[i];
        into[i] = sum;
    }
    return changed;
}

inline void remove_all(BitRow& from, const BitRow& other) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] &= ~other[i];
}

}  // namespace attune::dialog
