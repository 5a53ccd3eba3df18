// Days and times of day said in free words: "yesterday evening", "three days ago", "half past
// nine". Pure: the words of a language are tables, today is given.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "words/meanings.h"

namespace attune::words {

// What a phrase is good for in a day. The number beside it is in brackets.
enum class DateRole : std::uint8_t {
    day,             // "yesterday" (-1), "the day after tomorrow" (2)
    weekday,         // Monday (1) to Sunday (7)
    month,           // January (1) to December (12)
    ordinal,         // "third" (3)
    ordinal_ending,  // "rd" behind the digits of a day
    between,         // "of": between day, month and year
    count,           // "a" (1) week ago; number words need not be listed
    days,            // units: "days"
    weeks,
    months,
    years,
    ago_before,    // "vor" drei Tagen
    ago_after,     // three days "ago"
    ahead_before,  // "in" three days
    ahead_after,   // three days "from now"
    last,          // beside a weekday, before or behind it
    next,
    not_a_day,  // "por la mañana": holds a word for a day and names none
};

// How a day all in numbers is written. `either`: 25/11/2026 and 11/25/2026 are read, 3/4/2026 is
// not, as it could be two days. With points between, the day always comes first.
enum class DateOrder : std::uint8_t { day_month, month_day, either };

struct DateWords {
    Meanings<DateRole> phrases;
    DateOrder order = DateOrder::either;
};

struct DateReading {
    std::chrono::sys_days day;
    std::size_t first = 0;  // index of the first word
    std::size_t count = 0;  // how many words
    std::vector<MendedWord> mended = {};
};

// All days named in the message, in order, never overlapping; "Tuesday, 24 November" is one. What
// no calendar has ("31 February") is none. ISO days are read in every language. Without a year the
// day nearest to today is meant; a weekday alone is the last one (today counts), "last" and "next"
// never mean today.
std::vector<DateReading> find_dates(
    const std::vector<Word>& words,
    const DateWords& known,
    const NumberWords& numbers,
    std::chrono::sys_days today);

// The day of a message that names one: several only if they are the same day. Where none is found,
// typing slips are forgiven, if the language's words are given.
std::optional<DateReading> read_date(
    const std::vector<Word>& words,
    const DateWords& known,
    const NumberWords& numbers,
    std::chrono::sys_days today,
    const WordList* list = nullptr);

enum class TimeRole : std::uint8_t {
    clock_time,   // "noon" (720 minutes)
    hour,         // "la una" (1); number words need not be listed
    minutes,      // "quarter" (15)
    past,         // quarter "past" nine
    to,           // quarter "to" nine
    before_hour,  // "halb" neun (-30), British "half" nine (30)
    plus,         // las nueve "y" media
    minus,        // las nueve "menos" cuarto
    o_clock,
    at,
    not_a_time,  // behind a number: "hours", "minutes"
    am,          // these two right behind the hour only
    pm,
    morning,  // these anywhere in the message
    midday,
    afternoon,
    evening,
    night,
};

struct TimeWords {
    Meanings<TimeRole> phrases;
};

struct TimeReading {
    std::chrono::minutes time{};  // since midnight, below 24 hours
    // Whether it is the time of one half of the day: by a word ("in the evening"), or by the hour
    // itself (0, 13 and above). Without that it is what a 24-hour clock says: "nine" is 9:00.
    bool is_certain = false;
    std::size_t first = 0;
    std::size_t count = 0;
    std::vector<MendedWord> mended = {};
};

// All times of day in the message, in order, never overlapping. A number alone is a time only where
// nothing plainer stands ("three days ago at nine" is 9:00). "24:00" is midnight.
std::vector<TimeReading> find_times(
    const std::vector<Word>& words, const TimeWords& known, const NumberWords& numbers);

// The time of a message that names one: several only if they are the same time. Slips as above.
std::optional<TimeReading> read_time(
    const std::vector<Word>& words,
    const TimeWords& known,
    const NumberWords& numbers,
    const WordList* list = nullptr);

}  // namespace attune::words
