#include "rehearse/coverage.h"

#include <algorithm>

#include "engine/read.h"

namespace attune::rehearse {

namespace {

using engine::How;

std::set<Way> options_in(const engine::Reading& reading) {
    std::set<Way> ways;
    for (std::string& key : matched_options(reading)) {
        ways.insert({WayKind::option, std::move(key)});
    }
    return ways;
}

std::set<Way> ways_walked(const engine::Reading& reading) {
    switch (reading.how) {
        case How::tapped:
        case How::label:
        case How::heard:
        case How::position:
        case How::own_word:
            return options_in(reading);
        case How::value_given:
        case How::number:
        case How::day_or_time:
        case How::open_text:
            return {Way{}};
        case How::skip:
            return {{WayKind::skip, ""}};
        case How::unclear:
        case How::both_fit:
        case How::neither:
        case How::check_failed:
        case How::no_email:
        case How::no_phone_number:
        case How::too_long:
        case How::not_in_range:
        case How::too_few:
        case How::too_many:
            return {{WayKind::unclear, ""}};
        case How::begun:
        case How::cannot_skip:
        case How::why:
        case How::stale:
        case How::late_line:
        case How::out_of_place:
        case How::nothing_open:
            return {};
    }
    return {};
}

// Anything is an answer to an open question, so nothing is misunderstood there.
std::vector<Way> ways_of(const dialog::Question& question) {
    std::vector<Way> ways;
    for (const auto& option : question.options) ways.push_back({WayKind::option, option.key});
    if (!question.own_word.empty()) ways.push_back({WayKind::option, "own word"});
    if (question.options.empty()) ways.push_back({});
    if (!engine::takes_words(question) || question.check) ways.push_back({WayKind::unclear, ""});
    if (question.may_skip) ways.push_back({WayKind::skip, ""});
    return ways;
}

std::string place_of(const dialog::Dialog& dialog, const dialog::Question& question) {
    return dialog.scenes[question.scene].name + " / " + question.name;
}

QuestionCoverage coverage_of(const dialog::Question& question, const std::set<Way>& walked) {
    QuestionCoverage coverage;
    for (Way& way : ways_of(question)) {
        Count& count = coverage.counts[static_cast<std::size_t>(way.kind)];
        ++count.all;
        if (walked.contains(way)) {
            ++count.walked;
        } else {
            coverage.missing.push_back(std::move(way));
        }
    }
    return coverage;
}

}  // namespace

std::string_view name_of(WayKind kind) {
    switch (kind) {
        case WayKind::option:
            return "options";
        case WayKind::unclear:
            return "unclear";
        case WayKind::skip:
            return "skip";
        case WayKind::silence:
            return "silence";
    }
    return "";
}

std::string in_words(const Way& way) {
    switch (way.kind) {
        case WayKind::option:
            return way.option.empty() ? "an answer" : way.option;
        case WayKind::unclear:
            return "not understood";
        case WayKind::skip:
            return "skip";
        case WayKind::silence:
            return "silence";
    }
    return "";
}

Count sum_of(const Counts& counts) {
    Count sum;
    for (const Count& count : counts) {
        sum.walked += count.walked;
        sum.all += count.all;
    }
    return sum;
}

Counts total_of(const std::vector<QuestionCoverage>& questions) {
    Counts total{};
    for (const QuestionCoverage& question : questions) {
        for (std::size_t i = 0; i < way_kinds; ++i) {
            total[i].walked += question.counts[i].walked;
            total[i].all += question.counts[i].all;
        }
    }
    return total;
}

void Coverage::add(const Step& step) {
    if (step.asked.empty()) return;
    walked_[step.language][step.asked].merge(ways_walked(step.reading));
}

std::vector<std::string> Coverage::languages_of(const dialog::Dialog& dialog) const {
    std::vector<std::string> languages = {dialog.language};
    const std::string start = dialog.name + ": ";
    for (const auto& [language, walked] : walked_) {
        const auto first = walked.lower_bound(start);
        const bool here = first != walked.end() && first->first.starts_with(start);
        if (here && language != dialog.language) languages.push_back(language);
    }
    return languages;
}

std::vector<QuestionCoverage> Coverage::of(const dialog::Dialog& dialog) const {
    Walked all;
    for (const auto& [language, walked] : walked_) {
        for (const auto& [place, ways] : walked) all[place].insert(ways.begin(), ways.end());
    }
    return look(dialog, all);
}

std::vector<QuestionCoverage> Coverage::of(
    const dialog::Dialog& dialog, const std::string& language) const {
    const auto found = walked_.find(language);
    return look(dialog, found == walked_.end() ? Walked{} : found->second);
}

std::vector<QuestionCoverage> Coverage::look(const dialog::Dialog& dialog, const Walked& walked) {
    std::vector<QuestionCoverage> questions;
    for (const dialog::Question& question : dialog.questions) {
        const std::string place = place_of(dialog, question);
        const auto found = walked.find(dialog.name + ": " + place);
        auto coverage =
            coverage_of(question, found == walked.end() ? std::set<Way>{} : found->second);
        coverage.place = place;
        coverage.line = dialog.lines[question.op];
        questions.push_back(std::move(coverage));
    }
    std::sort(questions.begin(), questions.end(), [](const auto& a, const auto& b) {
        return a.line < b.line;
    });
    return questions;
}

}  // namespace attune::rehearse
