#include "engine/asking.h"

#include "engine/wording.h"

namespace attune::engine {

namespace {

// A question without words is a message too: it needs its number.
Seq say_question(Turn& turn, const dialog::Question& question) {
    const std::string& language = turn.dialog().texts[question.words].language;
    return turn.say(rendered(turn, question.words), language).seq;
}

// A line that fits the reason better than a rung does; what the defaults do not have is passed
// over.
bool say_reason(Turn& turn, const dialog::Question& question) {
    switch (turn.reading.how) {
        case How::both_fit: {
            LinePlaces places;
            places.options = quoted_labels(turn, question, turn.reading.options);
            return say_line(turn, "both fit", places);
        }
        case How::not_in_range:
            return say_line(turn, "not in range", places_of(question));
        case How::too_few:
            return say_line(turn, "choose at least", places_of(question));
        case How::too_many: {
            LinePlaces places;
            places.n = std::to_string(question.at_most);
            return say_line(turn, "choose at most", places);
        }
        case How::check_failed:
            say_text(turn, question.check->say);
            return true;
        case How::no_email:
            return say_line(turn, "no e-mail");
        case How::no_phone_number:
            return say_line(turn, "no phone number");
        case How::begun:
        case How::tapped:
        case How::value_given:
        case How::label:
        case How::heard:
        case How::number:
        case How::position:
        case How::day_or_time:
        case How::own_word:
        case How::open_text:
        case How::skip:
        case How::cannot_skip:
        case How::why:
        case How::unclear:
        case How::neither:
        case How::too_long:
        case How::stale:
        case How::late_line:
        case How::out_of_place:
        case How::nothing_open:
            return false;
    }
    return false;
}

}  // namespace

void ask(Turn& turn, dialog::QuestionIndex index) {
    const dialog::Question& question = turn.dialog().questions[index];
    Frame& frame = turn.top();
    frame.at = At::question;
    frame.place = index;
    frame.tries = 0;
    frame.asked = say_question(turn, question);
}

void show(Turn& turn) {
    say_question(turn, *open_question(turn.state));
}

bool say_next_rung(Turn& turn, const dialog::Question& question) {
    const auto tries = static_cast<std::size_t>(turn.top().tries);
    if (tries >= question.unclear.size()) return false;
    if (!say_reason(turn, question)) say_text(turn, question.unclear[tries]);
    ++turn.top().tries;
    return true;
}

void say_last_rung(Turn& turn, const dialog::Question& question) {
    if (say_reason(turn, question)) return;
    if (question.unclear.empty()) return show(turn);
    say_text(turn, question.unclear.back());
}

AnswerForm form_of(const Turn& turn, const dialog::Question& question) {
    AnswerForm form;
    form.kind = question.kind;
    form.options.reserve(question.options.size());
    for (const dialog::QuestionOption& option : question.options) {
        form.options.push_back(Choice{option.key, rendered(turn, option.label), option.heading});
    }
    form.at_least = question.at_least;
    form.at_most = question.at_most;
    form.min = question.min;
    form.max = question.max;
    form.low = question.low;
    form.high = question.high;
    form.limit = question.limit;
    form.may_skip = question.may_skip;
    form.why = question.why.has_value();
    form.own = question.own_word;
    return form;
}

void mark_what_is_open(Turn& turn) {
    const dialog::Question* question = open_question(turn.state);
    if (!question || turn.messages.empty()) return;
    Message& last = turn.messages.back();
    if (last.from != Speaker::attune) return;
    last.asked = turn.top().asked;
    last.input = form_of(turn, *question);
}

}  // namespace attune::engine
