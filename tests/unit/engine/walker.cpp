#include "tests/unit/engine/walker.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "dialog/load.h"
#include "tests/unit/engine/golden.h"

namespace attune::engine {

Outcome walk_turn(const dialog::EditionPtr& edition, State state, Seq last, const Input& input) {
    const Moment noon{Instant{std::chrono::hours(500'000)}, LocalTime{std::chrono::hours(500'001)}};
    return take_turn(edition, std::move(state), Profile{}, last, input, "m1", noon);
}

Walker::Walker(dialog::EditionPtr edition, std::string dialog, std::uint64_t seed)
    : edition_(std::move(edition)), dialog_(std::move(dialog)), seed_(seed), random_(seed) {
    state_.edition = edition_;
}

Walker::Step Walker::next() {
    Step step;
    step.before = state_;
    step.last = last_;
    step.input = last_ == 0 ? Input{Begin{dialog_, seed_}} : make_input(step.fits);
    step.after = walk_turn(edition_, state_, last_, step.input);
    state_ = step.after.next;
    if (!step.after.messages.empty()) last_ = step.after.messages.back().seq;
    return step;
}

Input Walker::make_input(bool& fits) {
    const dialog::Question* question = open_question(state_);
    if (!question) return below(3) == 0 ? Input{Begin{dialog_, seed_ + below(9)}} : odd_input();
    const std::size_t kind = below(10);
    const Seq to = state_.frames.back().asked;
    if (kind < 7) {
        fits = true;
        return fitting_answer(*question, to);
    }
    if (kind == 7) return Act{ActKind::skip, to};
    if (kind == 8) return Said{some_words(), below(2) == 0 ? 0 : to};
    return odd_input();
}

Input Walker::fitting_answer(const dialog::Question& question, Seq to) {
    switch (question.kind) {
        case AnswerKind::yes_no:
        case AnswerKind::choose:
            return Tapped{{question.options[below(question.options.size())].key}, to};
        case AnswerKind::choose_many: {
            const int most =
                question.at_most > 0 ? question.at_most : static_cast<int>(question.options.size());
            const auto span = static_cast<std::size_t>(most - question.at_least) + 1;
            const auto count = static_cast<std::size_t>(question.at_least) + below(span);
            Tapped tapped{{}, to};
            for (std::size_t i = 0; i < count; ++i)
                tapped.options.push_back(question.options[i].key);
            return tapped;
        }
        case AnswerKind::scale:
        case AnswerKind::number: {
            const std::int64_t low = question.min ? question.min->thousandths / 1000 : -5;
            const std::int64_t high = question.max ? question.max->thousandths / 1000 : low + 99;
            const auto span = static_cast<std::size_t>(high - low) + 1;
            const Decimal number = Decimal::whole(low + static_cast<std::int64_t>(below(span)));
            if (below(2) == 0) return Said{to_string(number), to};
            return Valued{number, to};
        }
        case AnswerKind::text:
        case AnswerKind::long_text:
            return Said{"words " + std::to_string(below(1000)) + " {and} \"signs\"", to};
        case AnswerKind::date: {
            const Date day{static_cast<std::int32_t>(below(60'000)) - 20'000};
            if (below(2) == 0) return Said{to_string(day), to};
            return Valued{day, to};
        }
        case AnswerKind::time: {
            const TimeOfDay time{static_cast<std::int32_t>(below(24 * 60))};
            if (below(2) == 0) return Said{to_string(time), to};
            return Valued{time, to};
        }
        case AnswerKind::contact:
            return Said{"ana" + std::to_string(below(1000)) + "@example.org", to};
    }
    throw std::logic_error("no kind of answer");
}

// Stale taps, double taps, late lines, numbers that never were, an act for another question.
Input Walker::odd_input() {
    const Seq to = below(2) == 0 ? state_.answered.asked : some_number();
    switch (below(6)) {
        case 0:
            return Tapped{{below(2) == 0 ? "yes" : "a"}, to};
        case 1:
            return Tapped{{}, to};
        case 2:
            return Valued{Decimal{static_cast<std::int64_t>(below(20'000)) - 5'000}, to};
        case 3:
            return Act{ActKind::skip, to};
        default:
            return Said{some_words(), to};
    }
}

std::string Walker::some_words() {
    static const std::array<const char*, 12> words{
        "yes",
        "no",
        "skip",
        "no idea",
        "7",
        "7/10",
        "two",
        "",
        "not really",
        "yes and no",
        "\xff\xfe",
        "ünïcode\nlines {x}"};
    return words[below(words.size())];
}

Seq Walker::some_number() {
    return static_cast<Seq>(below(static_cast<std::size_t>(last_) + 3));
}

std::vector<dialog::EditionPtr> editions_to_walk() {
    std::vector<dialog::EditionPtr> editions;
    const auto tree = dialog::read_folder(ATTUNE_SOURCE_DIR "/dialogs");
    if (!tree) throw std::runtime_error("the dialogs folder cannot be read");
    const auto compiled = dialog::compile(*tree, "dialogs");
    if (!compiled.edition) {
        std::string all = "the dialogs have errors:\n";
        for (const Problem& problem : compiled.problems.list) all += to_text(problem);
        throw std::runtime_error(all);
    }
    editions.push_back(compiled.edition);
    for (const Golden& golden : golden_conversations()) editions.push_back(golden.edition);
    return editions;
}

}  // namespace attune::engine
