#include "rehearse/span_of_time.h"

#include <array>
#include <cstdio>
#include <iterator>
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

std::string span_text(std::chrono::milliseconds time) {
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit) {
        const auto length = std::chrono::milliseconds(std::chrono::seconds(unit->seconds));
        const bool last = std::next(unit) == units.rend();
        if (!last && (time < length || time % length != time.zero())) continue;
        const auto number = divide(Decimal{time.count()}, Decimal::whole(unit->seconds));
        const bool one = number && *number == Decimal::whole(1);
        return to_string(number.value_or(Decimal{})) + " " + std::string(unit->name) +
               (one ? "" : "s");
    }
    return "";
}

std::optional<Instant> instant_of(const std::string& text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int used = 0;
    const int read = std::sscanf(
        text.c_str(), "%4d-%2u-%2u %2d:%2d%n", &year, &month, &day, &hour, &minute, &used);
    if (read != 5 || static_cast<std::size_t>(used) != text.size()) return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    const bool on_the_clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    if (!date.ok() || !on_the_clock) return std::nullopt;
    return Instant{std::chrono::sys_days(date)} + std::chrono::hours(hour) +
           std::chrono::minutes(minute);
}

std::string moment_text(Instant at) {
    std::string text = to_iso8601(at).substr(0, 16);
    text[10] = ' ';
    return text;
}

}  // namespace attune::rehearse
