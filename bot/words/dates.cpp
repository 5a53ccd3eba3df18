#include "words/dates.h"

#include <algorithm>
#include <utility>

#include "words/calendar.h"

namespace attune::words {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// A day before it is known whether something plainer stands beside it.
struct Found {
    DateReading reading;
    bool gives_way = false;  // a weekday, or "today": "today a week ago"
};

class DateFinder {
public:
    DateFinder(SpokenWords<DateRole> spoken, DateOrder order, sys_days today)
        : spoken_(std::move(spoken)), order_(order), today_(today) {}

    std::vector<DateReading> find() {
        std::vector<Found> all;
        for (std::size_t i = 0; i < spoken_.size();) {
            const auto found = at(i);
            i += found ? found->reading.count : 1;
            if (found) all.push_back(*found);
        }
        return plainest(all);
    }

private:
    using Part = SpokenWords<DateRole>::Part;

    std::optional<Found> at(std::size_t i) const {
        if (spoken_.phrase(DateRole::not_a_day, i)) return std::nullopt;
        for (const auto trial :
             {&DateFinder::iso,
              &DateFinder::numeric,
              &DateFinder::pointed,
              &DateFinder::day_and_month,
              &DateFinder::month_and_day,
              &DateFinder::far,
              &DateFinder::weekday,
              &DateFinder::named}) {
            if (auto found = (this->*trial)(i)) return found;
        }
        return std::nullopt;
    }

    static std::optional<Found> made(
        std::optional<sys_days> day, std::size_t first, std::size_t next, bool gives_way = false) {
        if (!day) return std::nullopt;
        return Found{{*day, first, next - first, {}}, gives_way};
    }

    std::optional<sys_days> dated(int month, int day, std::optional<int> year) const {
        return year ? calendar_day(full_year(*year, today_), month, day)
                    : meant_day(month, day, today_);
    }

    // Two numbers in the order of the language.
    std::optional<sys_days> ordered(int a, int b, std::optional<int> year) const {
        switch (order_) {
            case DateOrder::day_month:
                return dated(b, a, year);
            case DateOrder::month_day:
                return dated(a, b, year);
            case DateOrder::either:
                break;
        }
        if (a <= 12 && b <= 12 && a != b) return std::nullopt;
        return a > 12 ? dated(b, a, year) : dated(a, b, year);
    }

    // 2026-11-25
    std::optional<Found> iso(std::size_t i) const {
        const auto year = spoken_.digits(i, 4, 4);
        const auto month = spoken_.digits(i + 1, 1, 2);
        const auto day = spoken_.digits(i + 2, 1, 2);
        if (!year || !month || !day) return std::nullopt;
        if (!spoken_.is_joined(i + 1) || !spoken_.is_joined(i + 2)) return std::nullopt;
        return made(calendar_day(year->value, month->value, day->value), i, i + 3);
    }

    // 25/11/2026, 25-11-2026, 25/11
    std::optional<Found> numeric(std::size_t i) const {
        const auto a = spoken_.digits(i, 1, 2);
        const bool slash = is_slash(i + 1);
        const std::size_t second = slash ? i + 2 : i + 1;
        const auto b = spoken_.digits(second, 1, 2);
        if (!a || !b || !spoken_.is_joined(i + 1)) return std::nullopt;
        const std::size_t third = is_slash(second + 1) ? second + 2 : second + 1;
        const bool joined = slash ? is_slash(second + 1) : spoken_.is_joined(third);
        const auto year = joined ? spoken_.digits(third, 2, 4) : std::nullopt;
        if (year) return made(ordered(a->value, b->value, year->value), i, year->next);
        if (!slash) return std::nullopt;
        return made(ordered(a->value, b->value, {}), i, b->next);
    }

    // 25.11.2026; 25.11. where days are written so
    std::optional<Found> pointed(std::size_t i) const {
        std::vector<int> parts(1, 0);
        for (const char c : spoken_.word(i).folded) {
            const bool digit = c >= '0' && c <= '9';
            if ((!digit && c != '.') || parts.back() > 9999) return std::nullopt;
            if (digit) parts.back() = parts.back() * 10 + (c - '0');
            if (!digit) parts.push_back(0);
        }
        if (parts.size() == 3) return made(dated(parts[1], parts[0], parts[2]), i, i + 1);
        if (parts.size() != 2 || order_ != DateOrder::day_month) return std::nullopt;
        return made(dated(parts[1], parts[0], year_at(i + 1)), i, i + 1 + (year_at(i + 1) ? 1 : 0));
    }

    bool is_slash(std::size_t i) const {
        return i < spoken_.size() && spoken_.word(i).folded == "/";
    }

    std::optional<int> year_at(std::size_t i) const {
        const auto year = spoken_.digits(i, 4, 4);
        const bool fits = year && year->value >= 1800 && year->value < 2200;
        return fits ? std::optional(year->value) : std::nullopt;
    }

    // "3", "3rd", "third", "twenty first"
    std::optional<Part> day_of_month(std::size_t i) const {
        if (auto ordinal = spoken_.phrase(DateRole::ordinal, i)) return ordinal;
        const auto number = spoken_.number(i, 1, 31);
        if (!number) return std::nullopt;
        const auto ones = spoken_.phrase(DateRole::ordinal, number->next);
        const bool tens = number->value == 20 || number->value == 30;
        if (tens && ones && ones->value < 10) return Part{number->value + ones->value, ones->next};
        return Part{number->value, spoken_.behind(DateRole::ordinal_ending, number->next)};
    }

    std::optional<Found> with_year(int month, int day, std::size_t first, std::size_t next) const {
        const std::size_t year = spoken_.behind(DateRole::between, next);
        if (year_at(year)) return made(dated(month, day, year_at(year)), first, year + 1);
        return made(dated(month, day, {}), first, next);
    }

    std::optional<Found> day_and_month(std::size_t i) const {
        const auto day = day_of_month(i);
        if (!day) return std::nullopt;
        const std::size_t at = spoken_.behind(DateRole::between, day->next);
        const auto month = spoken_.phrase(DateRole::month, at);
        if (!month) return std::nullopt;
        return with_year(month->value, day->value, i, month->next);
    }

    std::optional<Found> month_and_day(std::size_t i) const {
        const auto month = spoken_.phrase(DateRole::month, i);
        if (!month) return std::nullopt;
        const auto day = day_of_month(spoken_.behind(DateRole::between, month->next));
        if (!day) return std::nullopt;
        return with_year(month->value, day->value, i, day->next);
    }

    std::optional<Part> how_many(std::size_t i) const {
        if (auto count = spoken_.phrase(DateRole::count, i)) return count;
        return spoken_.number(i, 0, 999);
    }

    // "three days ago", "in a week"
    std::optional<Found> far(std::size_t i) const {
        const auto back = spoken_.phrase(DateRole::ago_before, i);
        const auto ahead = spoken_.phrase(DateRole::ahead_before, i);
        const auto before = back ? back : ahead;
        const auto count = how_many(before ? before->next : i);
        if (!count) return std::nullopt;
        for (const DateRole unit :
             {DateRole::days, DateRole::weeks, DateRole::months, DateRole::years}) {
            const auto named = spoken_.phrase(unit, count->next);
            if (!named) continue;
            if (before)
                return made(moved(back ? -count->value : count->value, unit), i, named->next);
            if (auto after = spoken_.phrase(DateRole::ago_after, named->next)) {
                return made(moved(-count->value, unit), i, after->next);
            }
            if (auto after = spoken_.phrase(DateRole::ahead_after, named->next)) {
                return made(moved(count->value, unit), i, after->next);
            }
        }
        return std::nullopt;
    }

    sys_days moved(int count, DateRole unit) const {
        if (unit == DateRole::days) return today_ + days(count);
        if (unit == DateRole::weeks) return today_ + days(7 * count);
        return months_from(today_, unit == DateRole::years ? 12 * count : count);
    }

    // "Tuesday", "last Tuesday", "el martes pasado", "Tuesday last week", "next week Tuesday"
    std::optional<Found> weekday(std::size_t i) const {
        const auto before = which(i);
        const auto named = spoken_.phrase(DateRole::weekday, before ? before->next : i);
        if (!named) return std::nullopt;
        const std::size_t of = spoken_.behind(DateRole::between, named->next);
        const auto behind = before ? std::nullopt : which(of);
        const auto& said = before ? before : behind;
        const Which one = said ? said->which : Which::latest;
        const std::size_t next = behind ? behind->next : named->next;
        return made(on_weekday(named->value, one, today_), i, next, true);
    }

    struct Side {
        Which which = Which::latest;
        std::size_t next = 0;
    };

    // "last", "last week", "la semana pasada"
    std::optional<Side> which(std::size_t i) const {
        const auto week_before = spoken_.phrase(DateRole::weeks, i);
        const std::size_t at = week_before ? week_before->next : i;
        for (const DateRole role : {DateRole::last, DateRole::next}) {
            const auto said = spoken_.phrase(role, at);
            if (!said) continue;
            const auto week_behind = spoken_.phrase(DateRole::weeks, said->next);
            const bool of_week = week_before || week_behind;
            const std::size_t next = week_behind ? week_behind->next : said->next;
            if (role == DateRole::last)
                return Side{of_week ? Which::of_last_week : Which::last, next};
            return Side{of_week ? Which::of_next_week : Which::next, next};
        }
        return std::nullopt;
    }

    // "yesterday"
    std::optional<Found> named(std::size_t i) const {
        const auto day = spoken_.phrase(DateRole::day, i);
        if (!day) return std::nullopt;
        return made(today_ + days(day->value), i, day->next, day->value == 0);
    }

    // "Tuesday, the 24th": a weekday or "today" beside a plainer day gives way to it.
    static std::vector<DateReading> plainest(const std::vector<Found>& all) {
        constexpr std::size_t reach = 2;  // "Dienstag, den 3. Mai"
        const auto beside = [](const Found& a, const Found& b) {
            const std::size_t end = a.reading.first + a.reading.count;
            return b.reading.first >= end && b.reading.first - end < reach;
        };
        std::vector<DateReading> kept;
        for (const Found& one : all) {
            const bool beaten =
                one.gives_way && std::any_of(all.begin(), all.end(), [&](const Found& other) {
                    return !other.gives_way && (beside(one, other) || beside(other, one));
                });
            if (!beaten) kept.push_back(one.reading);
        }
        return kept;
    }

    SpokenWords<DateRole> spoken_;
    DateOrder order_;
    sys_days today_;
};

// The only one, or several of one day.
std::optional<DateReading> only(const std::vector<DateReading>& all) {
    const bool one = std::all_of(
        all.begin(), all.end(), [&](const DateReading& other) { return other.day == all[0].day; });
    return all.empty() || !one ? std::nullopt : std::optional(all.front());
}

}  // namespace

std::vector<DateReading> find_dates(
    const std::vector<Word>& words,
    const DateWords& known,
    const NumberWords& numbers,
    std::chrono::sys_days today) {
    return DateFinder({words, known.phrases, numbers}, known.order, today).find();
}

std::optional<DateReading> read_date(
    const std::vector<Word>& words,
    const DateWords& known,
    const NumberWords& numbers,
    std::chrono::sys_days today,
    const WordList* list) {
    const auto all = find_dates(words, known, numbers, today);
    if (!all.empty() || !list) return only(all);
    const SpokenWords<DateRole> spoken(words, known.phrases, numbers, Slips(words, list));
    auto mended = only(DateFinder(spoken, known.order, today).find());
    if (mended) mended->mended = spoken.mended();
    return mended;
}

}  // namespace attune::words
