#include "engine/read.h"
#include "words/dates.h"
#include "words/words.h"

namespace attune::engine {

namespace {

// Nothing for a day that is outside of what the calendar of answers holds.
std::optional<PickedValue> day_in(
    const std::vector<words::Word>& words, const dialog::Defaults& defaults, const Moment& now) {
    const std::chrono::sys_days today(
        std::chrono::floor<std::chrono::days>(now.local).time_since_epoch());
    const auto found = words::read_date(words, defaults.dates, defaults.numbers, today);
    if (!found) return std::nullopt;
    const std::chrono::year_month_day day(found->day);
    const auto date = date_of(
        static_cast<int>(day.year()),
        static_cast<int>(static_cast<unsigned>(day.month())),
        static_cast<int>(static_cast<unsigned>(day.day())));
    return date ? std::optional<PickedValue>(*date) : std::nullopt;
}

std::optional<PickedValue> time_in(
    const std::vector<words::Word>& words, const dialog::Defaults& defaults) {
    const auto found = words::read_time(words, defaults.times, defaults.numbers);
    if (!found) return std::nullopt;
    return TimeOfDay{static_cast<std::int32_t>(found->time.count())};
}

}  // namespace

Understood read_day_or_time(
    const dialog::Edition& edition,
    const dialog::Dialog& dialog,
    const dialog::Question& question,
    std::string_view text,
    const Moment& now) {
    const auto words = words::split(text, dialog.language);
    const bool neither = !edition.neither.find(words).empty();
    const auto found = question.kind == AnswerKind::date ? day_in(words, edition.defaults, now)
                                                         : time_in(words, edition.defaults);
    if (found && !neither) {
        Understood understood = read_picked(question, *found);
        understood.reading.how = How::day_or_time;
        return understood;
    }
    if (!edition.skip.whole(words).empty()) return {{How::skip, {}, {}}, {}};
    return {{neither ? How::neither : How::unclear, {}, {}}, {}};
}

}  // namespace attune::engine
