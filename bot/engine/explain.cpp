#include <array>
#include <string>

#include "engine/engine.h"
#include "engine/read.h"

namespace attune::engine {

namespace {

std::string_view result_of(How how) {
    switch (how) {
        case How::begun:
            return "a dialog was opened";
        case How::tapped:
            return "the option that was tapped";
        case How::value_given:
            return "the value that was set";
        case How::label:
            return "the label of an option, as the whole message";
        case How::heard:
            return "a phrase of `hear`, or a word for yes or no";
        case How::number:
            return "the one number in the message";
        case How::position:
            return "the position of an option";
        case How::day_or_time:
            return "a day or a time";
        case How::own_word:
            return "a word of their own, as nothing of the list fitted";
        case How::open_text:
            return "the answer, as it was written";
        case How::skip:
            return "skip";
        case How::cannot_skip:
            return "skip, but this question may not be skipped";
        case How::why:
            return "why the question is asked";
        case How::unclear:
            return "unclear: nothing fitted";
        case How::both_fit:
            return "unclear: words of more than one option";
        case How::neither:
            return "unclear: a phrase such as \"no idea\"";
        case How::check_failed:
            return "understood, but the `check` did not hold";
        case How::no_email:
            return "unclear: an @, but no e-mail address";
        case How::no_phone_number:
            return "unclear: digits, but no phone number";
        case How::too_long:
            return "longer than this question takes";
        case How::not_in_range:
            return "a number out of range";
        case How::too_few:
            return "fewer options than `at least`";
        case How::too_many:
            return "more options than `at most`";
        case How::stale:
            return "for a question that is not open";
        case How::late_line:
            return "one more line of the answer just given";
        case How::out_of_place:
            return "words for a question that is over: kept in the transcript";
        case How::nothing_open:
            return "nothing is open: kept in the journal";
    }
    return "";
}

// The trials at a closed question in their order, and which of them an outcome belongs to.
struct Trial {
    std::string_view name;
    std::array<How, 3> outcomes;
};

constexpr std::array<Trial, 5> trials{
    {{"tap", {How::tapped, How::value_given, How::tapped}},
     {"label", {How::label, How::label, How::label}},
     {"hear", {How::heard, How::both_fit, How::neither}},
     {"number or position", {How::number, How::position, How::not_in_range}},
     {"skip", {How::skip, How::cannot_skip, How::skip}}}};

std::string tried(How how) {
    std::string line;
    for (const Trial& trial : trials) {
        line += line.empty() ? "tried: " : ", ";
        line += trial.name;
        for (const How outcome : trial.outcomes) {
            if (outcome == how) return line + " (this one)";
        }
    }
    return line;
}

}  // namespace

std::string explain(const Reading& reading, const dialog::Question* asked) {
    std::string lines = "read as: ";
    lines += result_of(reading.how);
    if (!reading.matched.empty()) lines += ": " + reading.matched;
    for (std::size_t i = 0; i < reading.options.size(); ++i) {
        lines += (i == 0 ? ": " : ", ") + reading.options[i];
    }
    for (const words::MendedWord& word : reading.mended) {
        lines += "\nforgiven: “" + word.typed + "” was read as “" + word.meant + "”";
    }
    if (!asked) return lines;
    lines += "\nat: " + asked->name + " (" + std::string(name_of(asked->kind)) + ")";
    if (takes_words(*asked)) return lines + "\ntried: skip, then anything is the answer";
    if (asked->kind == AnswerKind::contact) {
        return lines + "\ntried: skip, then an e-mail address, then a phone number";
    }
    if (asked->kind == AnswerKind::date || asked->kind == AnswerKind::time) {
        return lines + "\ntried: pick, then a day or a time, then skip";
    }
    return lines + "\n" + tried(reading.how);
}

}  // namespace attune::engine
