#include "rehearse/coverage.h"

#include <sstream>

namespace attune::rehearse {

namespace {

using engine::How;

// "fear, shame" → each.
std::set<std::string> keys_in(const std::string& matched) {
    std::set<std::string> keys;
    for (std::size_t at = 0; at < matched.size();) {
        const std::size_t comma = std::min(matched.find(", ", at), matched.size());
        keys.insert(matched.substr(at, comma - at));
        at = comma + 2;
    }
    return keys;
}

std::set<std::string> ways_walked(const engine::Reading& reading) {
    switch (reading.how) {
        case How::tapped:
        case How::label:
        case How::heard:
        case How::position:
            return keys_in(reading.matched);
        case How::value_given:
        case How::number:
        case How::open_text:
            return {"an answer"};
        case How::skip:
            return {"skip"};
        case How::unclear:
        case How::both_fit:
        case How::neither:
        case How::check_failed:
        case How::too_long:
        case How::not_in_range:
        case How::too_few:
        case How::too_many:
            return {"not understood"};
        case How::begun:
        case How::cannot_skip:
        case How::stale:
        case How::late_line:
        case How::out_of_place:
        case How::nothing_open:
            return {};
    }
    return {};
}

// Anything is an answer to an open question, so nothing is misunderstood there.
std::vector<std::string> ways_of(const dialog::Question& question) {
    std::vector<std::string> ways;
    for (const auto& option : question.options) ways.push_back(option.key);
    if (question.options.empty()) ways.emplace_back("an answer");
    const bool open = question.kind == AnswerKind::text || question.kind == AnswerKind::long_text;
    if (!open || question.check) ways.emplace_back("not understood");
    if (question.may_skip) ways.emplace_back("skip");
    return ways;
}

std::string place_of(const dialog::Dialog& dialog, const dialog::Question& question) {
    return dialog.scenes[question.scene].name + " / " + question.name;
}

}  // namespace

void Coverage::add(const Step& step) {
    if (!step.asked.empty()) walked_[step.asked].merge(ways_walked(step.reading));
}

std::vector<std::string> Coverage::missing(const dialog::Dialog& dialog) const {
    std::vector<std::string> lines;
    for (const dialog::Question& question : dialog.questions) {
        const std::string place = place_of(dialog, question);
        const auto found = walked_.find(dialog.name + ": " + place);
        std::string line;
        for (const std::string& way : ways_of(question)) {
            if (found != walked_.end() && found->second.contains(way)) continue;
            line += (line.empty() ? ": " : ", ") + way;
        }
        if (!line.empty()) lines.push_back(place + line);
    }
    return lines;
}

Coverage::Count Coverage::count(const dialog::Dialog& dialog) const {
    Count count;
    for (const dialog::Question& question : dialog.questions) {
        const auto found = walked_.find(dialog.name + ": " + place_of(dialog, question));
        for (const std::string& way : ways_of(question)) {
            ++count.all;
            if (found != walked_.end() && found->second.contains(way)) ++count.walked;
        }
    }
    return count;
}

}  // namespace attune::rehearse
