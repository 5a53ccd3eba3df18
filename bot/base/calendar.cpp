#include "base/calendar.h"

#include <fmt/format.h>

#include <chrono>

namespace attune {

namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr int minutes_an_hour = 60;
constexpr int hours_a_day = 24;

// The number that `text` is, or -1 where another sign than a digit stands in it.
int number_in(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

std::optional<Date> date_of(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || day < 1 || month > 12 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    const auto since = std::chrono::sys_days(date).time_since_epoch();
    return Date{static_cast<std::int32_t>(since.count())};
}

std::optional<TimeOfDay> time_of(int hour, int minute) {
    if (hour < 0 || hour >= hours_a_day || minute < 0 || minute >= minutes_an_hour) {
        return std::nullopt;
    }
    return TimeOfDay{hour * minutes_an_hour + minute};
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    return date_of(
        number_in(text.substr(0, 4)), number_in(text.substr(5, 2)), number_in(text.substr(8)));
}

std::optional<TimeOfDay> parse_iso_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    return time_of(number_in(text.substr(0, 2)), number_in(text.substr(3)));
}

std::string to_string(Date date) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(date.days))};
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()),
        static_cast<unsigned>(day.day()));
}

std::string to_string(TimeOfDay time) {
    return fmt::format("{:02}:{:02}", time.minutes / minutes_an_hour, time.minutes % 60);
}

}  // namespace attune
