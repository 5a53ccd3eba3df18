#include "rehearse/talk_text.h"

namespace attune::rehearse {

namespace {

std::string indented(const std::string& text, const std::string& margin) {
    std::string out;
    for (const char c : text) {
        out += c;
        if (c == '\n') out += margin;
    }
    return out;
}

std::string labels_of(const AnswerForm& form) {
    std::string text;
    for (const Choice& choice : form.options) text += (text.empty() ? "" : ", ") + choice.label;
    return text;
}

std::string range_of(const AnswerForm& form) {
    if (form.min && form.max) {
        return "a number from " + to_string(*form.min) + " to " + to_string(*form.max);
    }
    if (form.min) return "a number from " + to_string(*form.min);
    if (form.max) return "a number up to " + to_string(*form.max);
    return "a number";
}

}  // namespace

std::vector<std::string> shown_beside(const Message& message) {
    std::vector<std::string> lines;
    if (message.picture) lines.push_back("[picture: " + message.picture->shows + "]");
    if (message.link)
        lines.push_back("[link: " + message.link->label + ", " + message.link->href + "]");
    return lines;
}

std::string line_of(const Message& message) {
    const bool hers = message.from == Speaker::you;
    std::string text = message.text;
    for (const std::string& line : shown_beside(message)) text += (text.empty() ? "" : "\n") + line;
    return std::string(hers ? "you:    " : "Attune: ") + indented(text, "        ");
}

std::string talk_text(const std::vector<Message>& said) {
    std::string text;
    for (const Message& message : said) text += line_of(message) + "\n";
    if (!said.empty() && said.back().input) {
        text += "        [" + ways_to_answer(*said.back().input) + "]\n";
    }
    return text;
}

std::string ways_to_answer(const AnswerForm& form) {
    switch (form.kind) {
        case AnswerKind::yes_no:
        case AnswerKind::choose:
            return "one of: " + labels_of(form);
        case AnswerKind::choose_many:
            return "any of: " + labels_of(form) +
                   (form.own.empty() ? "" : ", or a word of your own");
        case AnswerKind::scale:
        case AnswerKind::number:
            return range_of(form);
        case AnswerKind::text:
            return "a few words";
        case AnswerKind::long_text:
            return "your own words";
        case AnswerKind::date:
            return "a day";
        case AnswerKind::time:
            return "a time of day";
        case AnswerKind::contact:
            return "an e-mail address or a phone number";
    }
    return "";
}

}  // namespace attune::rehearse
