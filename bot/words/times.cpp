#include <algorithm>
#include <array>
#include <utility>

#include "words/dates.h"

namespace attune::words {

namespace {

// The hour in the half of the day that is named: "nine in the evening" is 21.
int in_part_of_day(int hour, TimeRole part) {
    if (hour == 0 || hour > 12) return hour;
    switch (part) {
        case TimeRole::am:
        case TimeRole::morning:
            return hour % 12;
        case TimeRole::midday:
            return hour <= 4 ? hour + 12 : hour;
        case TimeRole::pm:
        case TimeRole::afternoon:
            return hour % 12 + 12;
        case TimeRole::evening:
            return hour == 12 ? 0 : hour + 12;
        case TimeRole::night:
            if (hour == 12) return 0;
            return hour >= 6 ? hour + 12 : hour;
        case TimeRole::clock_time:
        case TimeRole::hour:
        case TimeRole::minutes:
        case TimeRole::past:
        case TimeRole::to:
        case TimeRole::before_hour:
        case TimeRole::plus:
        case TimeRole::minus:
        case TimeRole::o_clock:
        case TimeRole::at:
        case TimeRole::not_a_time:
            break;
    }
    return hour;
}

constexpr std::array parts_of_day{
    TimeRole::morning, TimeRole::midday, TimeRole::afternoon, TimeRole::evening, TimeRole::night};

// An hour and the minutes around it, before it is known which half of the day is meant.
struct Spoken {
    int hour = 0;
    int minutes = 0;     // behind the hour, or before it (negative)
    bool plain = false;  // surely a time, not just a number
    std::size_t next = 0;
};

class TimeFinder {
public:
    explicit TimeFinder(SpokenWords<TimeRole> spoken) : spoken_(std::move(spoken)) {}

    std::vector<TimeReading> find() {
        std::vector<TimeReading> plain;
        std::vector<TimeReading> bare;
        for (std::size_t i = 0; i < spoken_.size();) {
            const auto found = at(i);
            if (!found) {
                ++i;
                continue;
            }
            (found->plain ? plain : bare).push_back(found->reading);
            i += found->reading.count;
        }
        return plain.empty() ? bare : plain;
    }

private:
    using Part = SpokenWords<TimeRole>::Part;

    struct Found {
        TimeReading reading;
        bool plain = false;
    };

    std::optional<Found> at(std::size_t i) const {
        // What stands behind "25:" begins no time of its own.
        if (i > 0 && spoken_.is_joined(i) && spoken_.digits(i - 1, 1, 2)) return std::nullopt;
        if (const auto fixed = spoken_.phrase(TimeRole::clock_time, i)) {
            const std::chrono::minutes time(fixed->value);
            return Found{{time, true, i, fixed->next - i, {}}, true};
        }
        auto time = around_hour(i);
        if (!time) time = hour(i);
        if (!time) return std::nullopt;
        return settled(*time, i);
    }

    // "ten past nine", "fünf vor halb neun", "cuarto para las ocho"
    std::optional<Spoken> around_hour(std::size_t i) const {
        const auto minutes = minutes_at(i);
        if (!minutes) return std::nullopt;
        for (const TimeRole role : {TimeRole::past, TimeRole::to}) {
            const auto side = spoken_.phrase(role, minutes->next);
            if (!side) continue;
            auto time = hour(spoken_.behind(TimeRole::at, side->next));
            if (!time) continue;
            time->minutes += role == TimeRole::past ? minutes->value : -minutes->value;
            time->plain = true;
            return time;
        }
        return std::nullopt;
    }

    std::optional<Part> minutes_at(std::size_t i) const {
        if (const auto named = spoken_.phrase(TimeRole::minutes, i)) return named;
        return spoken_.number(i, 0, 59);
    }

    // "nine", "halb neun", "9:30", "9.30", "21 Uhr 30", "las nueve y media", "2130"
    std::optional<Spoken> hour(std::size_t i) const {
        if (const auto before = spoken_.phrase(TimeRole::before_hour, i)) {
            const auto number = spoken_.number(before->next, 0, 24);
            if (number) return Spoken{number->value, before->value, true, number->next};
        }
        if (const auto time = in_one_word(i)) return time;
        const auto named = spoken_.phrase(TimeRole::hour, i);
        const auto number = named ? named : spoken_.number(i, 0, 24);
        if (!number) return std::nullopt;
        const bool asked_at = spoken_.phrase_before(TimeRole::at, i);
        const auto clock = spoken_.phrase(TimeRole::o_clock, number->next);
        Spoken time{
            number->value, 0, named || asked_at || clock, clock ? clock->next : number->next};
        // "hace dos horas", but "a las dos horas"
        const bool counted = spoken_.phrase(TimeRole::not_a_time, time.next) && !asked_at;
        if (!clock && counted) return std::nullopt;
        if (const auto digits = spoken_.digits(time.next, 2, 2)) {  // "9:75"
            if (digits->value > 59 && spoken_.is_joined(time.next)) return std::nullopt;
        }
        add_minutes(time);
        if (time.hour == 24 && time.minutes > 0) return std::nullopt;
        return time;
    }

    // "9.30" and "0930": the sign between is part of the number, or there is none.
    std::optional<Spoken> in_one_word(std::size_t i) const {
        if (i >= spoken_.size()) return std::nullopt;
        std::string word = spoken_.word(i).folded;
        const bool pointed = word.size() >= 4 && word[word.size() - 3] == '.';
        if (pointed) word.erase(word.size() - 3, 1);
        const bool digits =
            std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits || word.size() > 4 || word.size() < (pointed ? 3U : 4U)) return std::nullopt;
        const int value = std::stoi(word);
        if (value > 2400 || value % 100 > 59) return std::nullopt;
        const std::size_t next = spoken_.behind(TimeRole::o_clock, i + 1);
        return Spoken{value / 100, value % 100, pointed || next > i + 1, next};
    }

    void add_minutes(Spoken& time) const {
        for (const TimeRole role : {TimeRole::plus, TimeRole::minus}) {
            const auto sign = spoken_.phrase(role, time.next);
            const auto minutes = sign ? minutes_at(sign->next) : std::nullopt;
            if (!minutes || spoken_.phrase(TimeRole::not_a_time, minutes->next)) continue;
            time.minutes = role == TimeRole::plus ? minutes->value : -minutes->value;
            time.plain = true;
            time.next = minutes->next;
            return;
        }
        const auto minutes = plain_minutes(time.next);
        if (!minutes) return;
        time.minutes = minutes->value;
        time.plain = true;
        time.next = minutes->next;
    }

    // Behind an hour: two digits, or a word of ten and more ("nine thirty").
    std::optional<Part> plain_minutes(std::size_t i) const {
        if (const auto digits = spoken_.digits(i, 2, 2)) {
            return digits->value < 60 ? digits : std::nullopt;
        }
        return spoken_.digits(i, 1, 9) ? std::nullopt : spoken_.number(i, 10, 59);
    }

    std::optional<Found> settled(Spoken time, std::size_t first) const {
        time.next = std::max(time.next, spoken_.behind(TimeRole::o_clock, time.next));
        auto part = behind_hour(time.next);
        if (part) {
            time.plain = true;
        } else {
            part = in_message();
        }
        const int hour = part ? in_part_of_day(time.hour, part->first) : time.hour;
        constexpr int day = 24 * 60;
        const int minutes = ((hour * 60 + time.minutes) % day + day) % day;
        const bool certain = part || time.hour == 0 || time.hour > 12;
        const std::size_t next = part ? std::max(part->second, time.next) : time.next;
        return Found{{std::chrono::minutes(minutes), certain, first, next - first, {}}, time.plain};
    }

    // A part of the day and the word behind it (0: elsewhere in the message).
    using PartOfDay = std::pair<TimeRole, std::size_t>;

    std::optional<PartOfDay> behind_hour(std::size_t i) const {
        for (const TimeRole role : {TimeRole::am, TimeRole::pm}) {
            if (const auto part = spoken_.phrase(role, i)) return PartOfDay{role, part->next};
        }
        for (const TimeRole role : parts_of_day) {
            if (const auto part = spoken_.phrase(role, i)) return PartOfDay{role, part->next};
        }
        return std::nullopt;
    }

    // The one part of the day that the message names.
    std::optional<PartOfDay> in_message() const {
        std::optional<PartOfDay> only;
        for (const auto& hit : spoken_.hits()) {
            if (std::find(parts_of_day.begin(), parts_of_day.end(), hit.role) ==
                parts_of_day.end()) {
                continue;
            }
            if (only && only->first != hit.role) return std::nullopt;
            only = PartOfDay{hit.role, 0};
        }
        return only;
    }

    SpokenWords<TimeRole> spoken_;
};

// The only one, or several of one time.
std::optional<TimeReading> only(const std::vector<TimeReading>& all) {
    const bool one = std::all_of(all.begin(), all.end(), [&](const TimeReading& other) {
        return other.time == all[0].time;
    });
    return all.empty() || !one ? std::nullopt : std::optional(all.front());
}

}  // namespace

std::vector<TimeReading> find_times(
    const std::vector<Word>& words, const TimeWords& known, const NumberWords& numbers) {
    return TimeFinder({words, known.phrases, numbers}).find();
}

std::optional<TimeReading> read_time(
    const std::vector<Word>& words,
    const TimeWords& known,
    const NumberWords& numbers,
    const WordList* list) {
    const auto all = find_times(words, known, numbers);
    if (!all.empty() || !list) return only(all);
    const SpokenWords<TimeRole> spoken(words, known.phrases, numbers, Slips(words, list));
    auto mended = only(TimeFinder(spoken).find());
    if (mended) mended->mended = spoken.mended();
    return mended;
}

}  // namespace attune::words
