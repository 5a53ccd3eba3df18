#include "words/calendar.h"

namespace attune::words {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

int year_of(sys_days day) {
    return static_cast<int>(year_month_day(day).year());
}

}  // namespace

std::optional<sys_days> calendar_day(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return sys_days(date);
}

int full_year(int written, sys_days today) {
    if (written >= 100) return written;
    const int near = year_of(today) - year_of(today) % 100 + written;
    return near > year_of(today) + 10 ? near - 100 : near;
}

std::optional<sys_days> meant_day(int month, int day, sys_days today) {
    constexpr int leap_gap = 8;  // 29 February: no longer than from 1896 to 1904
    constexpr days soon(62);
    std::optional<sys_days> last;
    std::optional<sys_days> coming;
    for (int away = -leap_gap; away <= leap_gap; ++away) {
        const auto one = calendar_day(year_of(today) + away, month, day);
        if (one && *one <= today) last = one;
        if (one && *one > today && !coming) coming = one;
    }
    if (!last || !coming) return last ? last : coming;
    const bool nearer = *coming - today < today - *last;
    return nearer && *coming - today <= soon ? coming : last;
}

sys_days months_from(sys_days today, int months) {
    const year_month_day then = year_month_day(today) + std::chrono::months(months);
    if (then.ok()) return then;
    return then.year() / then.month() / std::chrono::last;
}

sys_days on_weekday(int weekday, Which which, sys_days today) {
    constexpr int week = 7;
    const int now = static_cast<int>(std::chrono::weekday(today).iso_encoding());
    const int back = (now - weekday + week) % week;
    switch (which) {
        case Which::latest:
            return today - days(back);
        case Which::last:
            return today - days(back == 0 ? week : back);
        case Which::next:
            return today + days(week - back);
        case Which::of_last_week:
            return today + days(weekday - now - week);
        case Which::of_next_week:
            return today + days(weekday - now + week);
    }
    return today;
}

}  // namespace attune::words
