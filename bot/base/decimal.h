// Decimal: a number in 64-bit thousandths, so that sums are equal on every machine.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

struct Decimal {
    std::int64_t thousandths = 0;

    static constexpr Decimal whole(std::int64_t n) { return Decimal{n * 1000}; }
    constexpr bool is_whole() const { return thousandths % 1000 == 0; }
    auto operator<=>(const Decimal&) const = default;
};

// Rounded half away from zero; nothing on overflow or division by zero.
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);
std::optional<Decimal> multiply(Decimal a, Decimal b);
std::optional<Decimal> divide(Decimal a, Decimal b);

// Reads "-12", "3.5", "3,5"; digits beyond the third are rounded. Nothing if any other sign is
// there or the number does not fit.
std::optional<Decimal> parse_decimal(std::string_view text);

// The shortest form: "7", "-0.5", "2.125".
std::string to_string(Decimal number);

}  // namespace attune
