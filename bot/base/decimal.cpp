#include "base/decimal.h"

#include <cstdlib>
#include <limits>

namespace attune {

namespace {

__extension__ typedef __int128 Wide;  // a product of two 64-bit numbers

std::optional<Decimal> narrowed(Wide thousandths) {
    if (thousandths > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    if (thousandths < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    return Decimal{static_cast<std::int64_t>(thousandths)};
}

Wide divided_half_away(Wide dividend, Wide divisor) {
    if (divisor < 0) {
        dividend = -dividend;
        divisor = -divisor;
    }
    const Wide half = divisor / 2 + divisor % 2;
    const Wide quotient = dividend / divisor;
    const Wide rest = dividend % divisor;
    if (rest >= half && rest > 0) return quotient + 1;
    if (-rest >= half && rest < 0) return quotient - 1;
    return quotient;
}

}  // namespace

std::optional<Decimal> add(Decimal a, Decimal b) {
    return narrowed(static_cast<Wide>(a.thousandths) + b.thousandths);
}

std::optional<Decimal> subtract(Decimal a, Decimal b) {
    return narrowed(static_cast<Wide>(a.thousandths) - b.thousandths);
}

std::optional<Decimal> multiply(Decimal a, Decimal b) {
    return narrowed(divided_half_away(static_cast<Wide>(a.thousandths) * b.thousandths, 1000));
}

std::optional<Decimal> divide(Decimal a, Decimal b) {
    if (b.thousandths == 0) return std::nullopt;
    return narrowed(divided_half_away(static_cast<Wide>(a.thousandths) * 1000, b.thousandths));
}

std::optional<Decimal> parse_decimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    Wide thousandths = 0;
    int decimals = -1;  // -1: still before the point
    bool any_digit = false;
    for (const char c : text) {
        if ((c == '.' || c == ',') && decimals < 0 && any_digit) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        any_digit = true;
        if (decimals < 0) {
            thousandths = thousandths * 10 + (c - '0') * 1000;
        } else {
            ++decimals;
            if (decimals == 1) thousandths += (c - '0') * 100;
            if (decimals == 2) thousandths += (c - '0') * 10;
            if (decimals == 3) thousandths += (c - '0');
            if (decimals == 4 && c >= '5') thousandths += 1;
        }
        if (thousandths > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
    }
    if (!any_digit || decimals == 0) return std::nullopt;
    return narrowed(negative ? -thousandths : thousandths);
}

std::string to_string(Decimal number) {
    const Wide size = number.thousandths < 0 ? -static_cast<Wide>(number.thousandths)
                                             : static_cast<Wide>(number.thousandths);
    std::string text = number.thousandths < 0 ? "-" : "";
    text += std::to_string(static_cast<std::uint64_t>(size / 1000));
    const int rest = static_cast<int>(size % 1000);
    if (rest == 0) return text;
    std::string digits = std::to_string(1000 + rest).substr(1);
    while (digits.back() == '0') digits.pop_back();
    return text + "." + digits;
}

}  // namespace attune
