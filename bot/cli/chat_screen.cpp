#include "cli/chat_screen.h"

#include <algorithm>
#include <chrono>
#include <ostream>
#include <thread>

#include "dialog/value.h"
#include "rehearse/talk_text.h"

namespace attune::cli {

namespace {

constexpr int comfortable_width = 76;  // longer lines are hard to read
constexpr auto pause_for_a_letter = std::chrono::milliseconds(35);
constexpr auto shortest_pause = std::chrono::milliseconds(600);
constexpr auto longest_pause = std::chrono::milliseconds(2500);

int room(const Console& console) {
    return std::min(console.width, comfortable_width);
}

void read_for(const std::string& text) {
    const auto time = pause_for_a_letter * static_cast<int>(text.size());
    std::this_thread::sleep_for(
        std::clamp<std::chrono::milliseconds>(time, shortest_pause, longest_pause));
}

// "20 seconds", as an author writes it.
std::string in_words(std::chrono::milliseconds length) {
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(length).count()) +
           " seconds";
}

std::string ends_of(const AnswerForm& form) {
    if (form.low.empty() && form.high.empty()) return "";
    const std::string low = form.min ? to_string(*form.min) + " " + form.low : form.low;
    const std::string high = form.max ? to_string(*form.max) + " " + form.high : form.high;
    return " (" + low + ", " + high + ")";
}

std::string range_of(const AnswerForm& form) {
    std::string text = "a number";
    if (form.min) text += " from " + to_string(*form.min);
    if (form.max) text += (form.min ? " to " : " up to ") + to_string(*form.max);
    return text + ends_of(form);
}

struct InWords {
    std::string operator()(const dialog::Unknown&) const { return "unknown"; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(const dialog::Option& option) const { return option.key; }
    std::string operator()(const dialog::OptionSet& set) const {
        std::string text;
        for (const std::string& key : set.keys) text += (text.empty() ? "" : ", ") + key;
        if (!set.own.empty()) text += (text.empty() ? "“" : ", “") + set.own + "”";
        return text.empty() ? "none" : text;
    }
    std::string operator()(Decimal number) const { return to_string(number); }
    std::string operator()(const dialog::Words& words) const { return "“" + words.text + "”"; }
    std::string operator()(const dialog::Date& date) const { return to_string(date); }
    std::string operator()(const dialog::TimeOfDay& time) const { return to_string(time); }
};

}  // namespace

void ChatScreen::message(const Message& message) {
    if (message.pause) {
        aside(
            "(a pause of " + in_words(message.pause->length) +
            (message.pause->breathe ? ", to breathe)" : ")"));
    }
    if (!message.text.empty()) {
        console_.out << "\n" << wrapped(message.text, room(console_), "  ") << "\n";
    }
    for (const std::string& line : rehearse::shown_beside(message)) aside(line);
    console_.out << std::flush;
    if (paced_ && !message.text.empty()) read_for(message.text);
}

void ChatScreen::option(const std::string& number, const std::string& label) {
    const std::string margin = "    " + std::string(number.size() + 2, ' ');
    std::string lines = wrapped(label, room(console_), margin);
    lines.replace(4, number.size() + 1, number + ".");
    console_.out << lines << "\n";
}

void ChatScreen::ways_to_answer(const AnswerForm& form) {
    int number = 0;
    std::string heading;
    for (const Choice& choice : form.options) {
        if (choice.heading != heading) aside(choice.heading);
        heading = choice.heading;
        option(std::to_string(++number), choice.label);
    }
    std::string way;
    switch (form.kind) {
        case AnswerKind::yes_no:
        case AnswerKind::choose:
            break;
        case AnswerKind::choose_many:
            way = "several, as in 1, 3";
            if (!form.own.empty()) way += "; or a word of your own";
            break;
        case AnswerKind::scale:
        case AnswerKind::number:
            way = range_of(form);
            break;
        case AnswerKind::text:
        case AnswerKind::long_text:
            way = "your own words";
            break;
        case AnswerKind::date:
            way = "a day, as in 2026-11-25 or 25.11.2026";
            break;
        case AnswerKind::time:
            way = "a time of day, as in 21:30";
            break;
        case AnswerKind::contact:
            way = "an e-mail address or a phone number";
            break;
    }
    if (form.may_skip) way += way.empty() ? "/skip is fine" : "; /skip is fine";
    if (!way.empty()) aside("[" + way + "]");
}

void ChatScreen::kept(const std::string& entry) {
    aside("(kept: " + entry + ")");
}

void ChatScreen::explained(const rehearse::Step& step) {
    if (!step.asked.empty()) aside(step.explained);
}

void ChatScreen::memory(const rehearse::Rehearsal& rehearsal) {
    const engine::State& state = rehearsal.state();
    aside("at " + rehearse::full_place_of(state));
    for (const engine::Frame& frame : state.frames) {
        const auto& variables = state.edition->dialogs[frame.dialog].variables;
        for (std::size_t i = 0; i < frame.variables.size(); ++i) {
            aside(variables[i].name + ": " + std::visit(InWords{}, frame.variables[i]));
        }
    }
    for (const std::string& entry : rehearsal.journal()) kept(entry);
}

void ChatScreen::prompt() {
    if (console_.in_is_terminal) console_.out << "\n> ";
    console_.out << std::flush;
}

void ChatScreen::typed(const std::string& line) {
    if (!console_.in_is_terminal) console_.out << "\n> " << line << "\n";
}

void ChatScreen::aside(const std::string& start, const std::string& text) {
    const bool coloured = console_.out_colours == Colours::terminal;
    console_.out << (coloured ? "\x1b[2m" : "") << hanging("    " + start, text, room(console_))
                 << (coloured ? "\x1b[0m" : "") << "\n";
}

}  // namespace attune::cli
