#include "dialog/match_ranges.h"

#include <algorithm>
#include <limits>

namespace attune::dialog {

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

std::int64_t low_of(const NumberCase& range) {
    return range.from ? range.from->thousandths : lowest;
}

std::int64_t high_of(const NumberCase& range) {
    return range.to ? range.to->thousandths : highest;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// The smallest whole number that is not smaller.
std::int64_t rounded_up(std::int64_t thousandths) {
    const std::int64_t rest = thousandths % 1000;
    if (rest == 0) return thousandths;
    return rest > 0 ? thousandths - rest + 1000 : thousandths - rest;
}

// The greatest whole number that is not greater.
std::int64_t rounded_down(std::int64_t thousandths) {
    const std::int64_t rest = thousandths % 1000;
    if (rest == 0) return thousandths;
    return rest > 0 ? thousandths - rest : thousandths - rest - 1000;
}

}  // namespace

std::optional<NumberCase> read_range(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        const auto number = parse_decimal(trimmed(text));
        if (!number) return std::nullopt;
        return NumberCase{number, number};
    }
    const std::string_view before = trimmed(text.substr(0, dots));
    const std::string_view after = trimmed(text.substr(dots + 2));
    NumberCase range;
    if (!before.empty()) {
        range.from = parse_decimal(before);
        if (!range.from) return std::nullopt;
    }
    if (!after.empty()) {
        range.to = parse_decimal(after);
        if (!range.to) return std::nullopt;
    }
    if (low_of(range) > high_of(range) || (!range.from && !range.to)) return std::nullopt;
    return range;
}

bool overlap(const NumberCase& a, const NumberCase& b) {
    return low_of(a) <= high_of(b) && low_of(b) <= high_of(a);
}

std::optional<NumberCase> first_gap(
    const std::vector<NumberCase>& cases, Decimal from, Decimal to) {
    std::vector<NumberCase> sorted = cases;
    std::sort(sorted.begin(), sorted.end(), [](const NumberCase& a, const NumberCase& b) {
        return low_of(a) < low_of(b);
    });
    std::int64_t next = from.thousandths;  // the first whole number that is not covered yet
    for (const NumberCase& range : sorted) {
        if (next > to.thousandths) return std::nullopt;
        if (high_of(range) < next) continue;
        if (low_of(range) > next) {
            const std::int64_t before = std::min(rounded_up(low_of(range)) - 1000, to.thousandths);
            if (before >= next) return NumberCase{Decimal{next}, Decimal{before}};
        }
        if (high_of(range) >= to.thousandths) return std::nullopt;
        next = std::max(next, rounded_down(high_of(range)) + 1000);
    }
    if (next > to.thousandths) return std::nullopt;
    return NumberCase{Decimal{next}, to};
}

std::string to_string(const NumberCase& range) {
    if (range.from && range.to && *range.from == *range.to) return to_string(*range.from);
    return (range.from ? to_string(*range.from) : "") + ".." +
           (range.to ? to_string(*range.to) : "");
}

}  // namespace attune::dialog
