#include "engine/read.h"

#include <algorithm>
#include <utility>

#include "words/words.h"

namespace attune::engine {

namespace {

// An anytime word is the whole message, and short: a longer one need not be taken apart.
constexpr std::size_t longest_anytime_bytes = 200;

bool is_skip(const dialog::Edition& edition, std::string_view text) {
    if (text.size() > longest_anytime_bytes) return false;
    return !edition.skip.whole(words::split(text, edition.defaults.language)).empty();
}

int index_of(const dialog::Question& question, std::string_view key) {
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        if (question.options[i].key == key) return static_cast<int>(i);
    }
    return -1;
}

Understood read_open(
    const dialog::Edition& edition, const dialog::Question& question, std::string_view text) {
    const std::string_view words = trimmed(text);
    if (is_skip(edition, words)) return {{How::skip, {}, {}}, {}};
    if (words.empty()) return {{How::unclear, {}, {}}, {}};
    if (is_too_long(question, words)) return {{How::too_long, {}, {}}, {}};
    if (question.kind == AnswerKind::contact) return read_contact(words);
    return {{How::open_text, {}, {}}, dialog::Words{std::string(words)}};
}

}  // namespace

bool is_too_long(const dialog::Question& question, std::string_view text) {
    // No text has more letters than bytes: a short one need not be counted.
    const auto limit = static_cast<std::size_t>(std::max(question.limit, 0));
    return limit > 0 && text.size() > limit && words::count_letters(text) > limit;
}

bool answers(How how) {
    switch (how) {
        case How::tapped:
        case How::value_given:
        case How::label:
        case How::heard:
        case How::number:
        case How::position:
        case How::day_or_time:
        case How::own_word:
        case How::open_text:
            return true;
        case How::begun:
        case How::skip:
        case How::cannot_skip:
        case How::why:
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
        case How::stale:
        case How::late_line:
        case How::out_of_place:
        case How::nothing_open:
            return false;
    }
    return false;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

Understood read_words(
    const dialog::Edition& edition,
    const dialog::Dialog& dialog,
    const dialog::Question& question,
    std::string_view text,
    const Moment& now) {
    switch (question.kind) {
        case AnswerKind::text:
        case AnswerKind::long_text:
        case AnswerKind::contact:
            return read_open(edition, question, text);
        case AnswerKind::yes_no:
        case AnswerKind::choose:
        case AnswerKind::choose_many:
        case AnswerKind::scale:
        case AnswerKind::number:
            return read_closed(edition, dialog, question, text);
        case AnswerKind::date:
        case AnswerKind::time:
            return read_day_or_time(edition, dialog, question, text, now);
    }
    return {};
}

Understood read_tap(const dialog::Question& question, const Tapped& tapped) {
    std::vector<int> chosen;
    chosen.reserve(tapped.options.size());
    for (const std::string& key : tapped.options) {
        const int index = index_of(question, key);
        if (index < 0) return {};
        chosen.push_back(index);
    }
    if (question.kind != AnswerKind::choose_many && chosen.size() != 1) return {};
    const std::string_view own = trimmed(tapped.own);
    if (!own.empty() && question.own_word.empty()) return {};
    if (is_too_long(question, own)) return {{How::too_long, {}, {}}, {}};
    return choose(question, std::move(chosen), How::tapped, std::string(own));
}

Understood read_picked(const dialog::Question& question, const PickedValue& value) {
    const auto* number = std::get_if<Decimal>(&value);
    if (number && (question.kind == AnswerKind::scale || question.kind == AnswerKind::number)) {
        return weigh(question, *number, How::value_given);
    }
    const auto* date = std::get_if<Date>(&value);
    if (date && question.kind == AnswerKind::date) {
        return {{How::value_given, to_string(*date), {}}, *date};
    }
    const auto* time = std::get_if<TimeOfDay>(&value);
    if (time && question.kind == AnswerKind::time) {
        return {{How::value_given, to_string(*time), {}}, *time};
    }
    return {};
}

Understood choose(
    const dialog::Question& question, std::vector<int> options, How how, std::string own) {
    std::sort(options.begin(), options.end());
    options.erase(std::unique(options.begin(), options.end()), options.end());
    Understood found;
    found.reading.how = how;
    for (const int index : options) {
        if (!found.reading.matched.empty()) found.reading.matched += ", ";
        found.reading.matched += question.options[static_cast<std::size_t>(index)].key;
    }
    if (question.kind == AnswerKind::yes_no) {
        found.value = options.front() == 0;
        return found;
    }
    if (question.kind == AnswerKind::choose) {
        found.value = dialog::Option{found.reading.matched};
        return found;
    }
    if (question.kind != AnswerKind::choose_many) return {{How::unclear, {}, {}}, {}};
    const int count = static_cast<int>(options.size()) + (own.empty() ? 0 : 1);
    if (!own.empty()) {  // which word it is stays out of the reading: it is hers
        found.reading.matched += found.reading.matched.empty() ? "own word" : ", own word";
    }
    if (count < question.at_least) found.reading.how = How::too_few;
    if (question.at_most > 0 && count > question.at_most) found.reading.how = How::too_many;
    if (!answers(found.reading.how)) return found;
    dialog::OptionSet set;
    set.keys.reserve(options.size());
    for (const int index : options) {
        set.keys.push_back(question.options[static_cast<std::size_t>(index)].key);
    }
    set.own = std::move(own);
    found.value = std::move(set);
    return found;
}

Understood weigh(const dialog::Question& question, Decimal number, How how) {
    Understood found;
    found.reading.how = how;
    found.reading.matched = to_string(number);
    if (question.kind == AnswerKind::scale && !number.is_whole()) {
        found.reading.how = How::unclear;
        return found;
    }
    const bool low = question.min && number < *question.min;
    const bool high = question.max && *question.max < number;
    if (low || high) {
        found.reading.how = How::not_in_range;
        return found;
    }
    found.value = number;
    return found;
}

}  // namespace attune::engine
