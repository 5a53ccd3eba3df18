#include "engine/read.h"
#include "words/dates.h"
#include "words/words.h"

namespace attune::engine {

namespace {

// What a message names, and the words in it that were mistyped.
struct Named {
    PickedValue value;
    std::vector<words::MendedWord> mended;
};

// Nothing for a day that is outside of what the calendar of answers holds.
std::optional<Named> day_in(
    const std::vector<words::Word>& words,
    const dialog::Defaults& defaults,
    const Moment& now,
    const words::WordList* list) {
    const std::chrono::sys_days today(
        std::chrono::floor<std::chrono::days>(now.local).time_since_epoch());
    const auto found = words::read_date(words, defaults.dates, defaults.numbers, today, list);
    if (!found) return std::nullopt;
    const std::chrono::year_month_day day(found->day);
    const auto date = date_of(
        static_cast<int>(day.year()),
        static_cast<int>(static_cast<unsigned>(day.month())),
        static_cast<int>(static_cast<unsigned>(day.day())));
    return date ? std::optional<Named>({*date, found->mended}) : std::nullopt;
}

std::optional<Named> time_in(
    const std::vector<words::Word>& words,
    const dialog::Defaults& defaults,
    const words::WordList* list) {
    const auto found = words::read_time(words, defaults.times, defaults.numbers, list);
    if (!found) return std::nullopt;
    return Named{TimeOfDay{static_cast<std::int32_t>(found->time.count())}, found->mended};
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
    const auto* list = words::WordList::of(dialog.language);
    const auto found = question.kind == AnswerKind::date
                           ? day_in(words, edition.defaults, now, list)
                           : time_in(words, edition.defaults, list);
    if (found && !neither) {
        Understood understood = read_picked(question, found->value);
        understood.reading.how = How::day_or_time;
        understood.reading.mended = found->mended;
        return understood;
    }
    if (!edition.skip.whole(words).empty()) return {{How::skip, {}, {}}, {}};
    return {{neither ? How::neither : How::unclear, {}, {}}, {}};
}

}  // namespace attune::engine
