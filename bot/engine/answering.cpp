#include "engine/answering.h"

#include <algorithm>
#include <utility>

#include "engine/asking.h"
#include "engine/step.h"
#include "engine/wording.h"
#include "words/words.h"

namespace attune::engine {

namespace {

// Whether the check lets the value pass; what is unknown passes. The variable is as before then.
bool passes(Turn& turn, std::size_t frame, const dialog::Question& question, dialog::Value& value) {
    if (!question.check) return true;
    const std::size_t owner = owner_of_variables(turn.state, frame);
    dialog::Scope scope = turn.scope();
    scope.own = turn.state.frames[owner].variables;
    std::vector<dialog::Value> of_person;
    dialog::Value* slot = nullptr;
    if (question.variable.of_person) {
        of_person.assign(scope.person.begin(), scope.person.end());
        scope.person = of_person;
        slot = &of_person[question.variable.slot];
    } else {
        slot = &turn.state.frames[owner].variables[question.variable.slot];
    }
    std::swap(*slot, value);
    const dialog::Value result = dialog::evaluate(question.check->that, scope);
    std::swap(*slot, value);
    const bool* truth = std::get_if<bool>(&result);
    return truth == nullptr || *truth;
}

// ANSWER, also with unknown.
void take(Turn& turn, const dialog::Question& question, dialog::Value value) {
    Answered answered;
    answered.asked = turn.top().asked;
    answered.value = without_words(value);
    answered.takes_more =
        takes_words(question) && dialog::is_known(value) && !question.variable.of_person;
    if (answered.takes_more) {
        answered.dialog = turn.top().dialog;
        answered.question = turn.top().place;
    }
    turn.assign(turn.state.frames.size() - 1, question.variable, std::move(value));
    turn.state.answered = std::move(answered);
    run(turn, question.op + 1);
}

void give_up(Turn& turn, const dialog::Question& question) {
    switch (question.still_unclear) {
        case dialog::StillUnclear::stay:
            return say_last_rung(turn, question);
        case dialog::StillUnclear::skip:
            return take(turn, question, dialog::Unknown{});
        case dialog::StillUnclear::go:
            return run(turn, go(turn, question.still_unclear_scene));
    }
}

void say_too_long(Turn& turn, const dialog::Question& question) {
    if (!say_line(turn, "too long", places_of(question))) show(turn);
}

// The topmost frame of the dialog that still holds the words of the answer.
std::size_t frame_of_answer(const Turn& turn, dialog::VariableRef variable) {
    const auto& frames = turn.state.frames;
    for (std::size_t i = frames.size(); i-- > 0;) {
        if (frames[i].dialog != turn.state.answered.dialog) continue;
        const Frame& owner = frames[owner_of_variables(turn.state, i)];
        const bool there = std::holds_alternative<dialog::Words>(owner.variables[variable.slot]);
        return there ? i : frames.size();
    }
    return frames.size();
}

}  // namespace

void act_on(Turn& turn, Understood understood) {
    turn.reading = std::move(understood.reading);
    const dialog::Question& question = *open_question(turn.state);
    if (turn.reading.how == How::skip) return skip(turn);
    if (turn.reading.how == How::too_long) return say_too_long(turn, question);
    if (answers(turn.reading.how)) {
        const std::size_t top = turn.state.frames.size() - 1;
        if (passes(turn, top, question, understood.value)) {
            return take(turn, question, std::move(understood.value));
        }
        turn.reading.how = How::check_failed;
    }
    if (!say_next_rung(turn, question)) give_up(turn, question);
}

void skip(Turn& turn) {
    const dialog::Question& question = *open_question(turn.state);
    if (question.may_skip) {
        turn.reading.how = How::skip;
        return take(turn, question, dialog::Unknown{});
    }
    turn.reading.how = How::cannot_skip;
    say_line(turn, "cannot skip");
    show(turn);
}

void say_why(Turn& turn) {
    turn.reading.how = How::why;
    say_text(turn, *open_question(turn.state)->why);
    show(turn);
}

void add_late_line(Turn& turn, const std::string& text, Seq to) {
    turn.reading.how = How::out_of_place;
    const std::string_view line = trimmed(text);
    const Answered& answered = turn.state.answered;
    if (!answered.takes_more || answered.asked != to || line.empty()) return;
    const auto& question =
        turn.state.edition->dialogs[answered.dialog].questions[answered.question];
    const std::size_t frame = frame_of_answer(turn, question.variable);
    if (frame == turn.state.frames.size()) return;

    Frame& owner = turn.state.frames[owner_of_variables(turn.state, frame)];
    dialog::Value& slot = owner.variables[question.variable.slot];
    std::string both = std::get<dialog::Words>(slot).text;
    both += '\n';
    both += line;
    if (question.limit > 0 &&
        words::count_letters(both) > static_cast<std::size_t>(question.limit)) {
        return;
    }
    dialog::Value longer = dialog::Words{std::move(both)};
    if (!passes(turn, frame, question, longer)) return;
    slot = std::move(longer);
    turn.reading.how = How::late_line;
    // The entry that was just this answer cannot grow once it is kept: the line follows as its own.
    if (answered.kept) turn.effects.emplace_back(Keep{std::string(line)});
}

bool is_double_tap(const Answered& answered, Seq to, const std::vector<std::string>& options) {
    if (answered.asked != to) return false;
    const dialog::Value& value = answered.value;
    if (const auto* truth = std::get_if<bool>(&value)) {
        return options.size() == 1 && options[0] == (*truth ? "yes" : "no");
    }
    if (const auto* option = std::get_if<dialog::Option>(&value)) {
        return options.size() == 1 && options[0] == option->key;
    }
    const auto* set = std::get_if<dialog::OptionSet>(&value);
    return set != nullptr &&
           std::is_permutation(set->keys.begin(), set->keys.end(), options.begin(), options.end());
}

bool is_double_tap(const Answered& answered, Seq to, const PickedValue& picked) {
    const auto same = [&](const auto& one) { return answered.value == dialog::Value(one); };
    return answered.asked == to && std::visit(same, picked);
}

}  // namespace attune::engine
