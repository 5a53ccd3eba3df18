// Days of the calendar and times of day: as answers hold them, and as ISO 8601 writes them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

// A day of the calendar, counted from 1970-01-01.
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
};

// A time of day as a clock on the wall shows it, counted from midnight.
struct TimeOfDay {
    std::int32_t minutes = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};

// Nothing where there is no such day (or minute); the years are 1 to 9999.
std::optional<Date> date_of(int year, int month, int day);
std::optional<TimeOfDay> time_of(int hour, int minute);

// "2026-11-24" and "21:30", in exactly this form.
std::optional<Date> parse_iso_date(std::string_view text);
std::optional<TimeOfDay> parse_iso_time(std::string_view text);
std::string to_string(Date date);
std::string to_string(TimeOfDay time);

}  // namespace attune
