#include "rehearse/span_of_time.h"

#include <array>
#include <string_view>

#include "base/decimal.h"

namespace attune::rehearse {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t seconds = 0;
};

constexpr std::array units = {
    Unit{"second", 1}, Unit{"minute", 60}, Unit{"hour", 3600}, Unit{"day", 86'400}};

// No talk waits longer than a century.
constexpr Decimal longest = Decimal::whole(100 * 366 * std::int64_t{86'400});

}  // namespace

std::optional<std::chrono::milliseconds> span_of_time(const std::string& text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string::npos) return std::nullopt;
    const auto number = parse_decimal(text.substr(0, blank));
    std::string name = text.substr(blank + 1);
    if (name.size() > 1 && name.back() == 's') name.pop_back();
    for (const Unit& unit : units) {
        if (!number || unit.name != name) continue;
        const auto seconds = multiply(*number, Decimal::whole(unit.seconds));
        if (!seconds || *seconds < Decimal{} || longest < *seconds) return std::nullopt;
        return std::chrono::milliseconds(seconds->thousandths);
    }
    return std::nullopt;
}

}  // namespace attune::rehearse
