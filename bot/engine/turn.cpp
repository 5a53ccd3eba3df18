#include "engine/turn.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace attune::engine {

Turn::Turn(
    const dialog::EditionPtr& live_edition,
    State before,
    const Profile& person,
    Seq last_seq,
    Moment moment)
    : live(live_edition), state(std::move(before)), profile(person), last(last_seq), now(moment) {
    if (!state.edition) state.edition = live;
    fit_person();
    messages.reserve(4);
}

void Turn::fit_person() {
    const std::size_t wanted = state.edition->person.size();
    padded_.clear();
    if (profile.variables.size() >= wanted) return;
    padded_ = profile.variables;
    padded_.resize(wanted);
}

dialog::Scope Turn::scope() const {
    const std::size_t owner = owner_of_variables(state, state.frames.size() - 1);
    dialog::Scope scope;
    scope.own = state.frames[owner].variables;
    scope.person = padded_.empty() ? profile.variables : padded_;
    scope.visits = visits_of(top());
    scope.now = now;
    return scope;
}

int Turn::visits_of(const Frame& frame) const {
    for (const Visits& visits : state.visits) {
        if (visits.dialog == frame.dialog && visits.scene == frame.scene) return visits.count;
    }
    return 0;
}

void Turn::assign(std::size_t i, dialog::VariableRef variable, dialog::Value value) {
    if (variable.of_person) return;
    Frame& owner = state.frames[owner_of_variables(state, i)];
    const Answered& answered = state.answered;
    if (answered.takes_more && answered.dialog == owner.dialog) {
        const auto& question = state.edition->dialogs[owner.dialog].questions[answered.question];
        if (question.variable == variable) close(state.answered);
    }
    owner.variables.at(variable.slot) = std::move(value);
}

Message& Turn::say(std::string text, std::string_view language) {
    if (++said > dialog::max_messages_a_turn) {
        throw std::logic_error("a turn says more than its limit of messages");
    }
    const Seq seq = next_seq();
    Message& message = messages.emplace_back();
    message.seq = seq;
    message.lang = language;
    message.text = std::move(text);
    message.pause = std::exchange(pause, std::nullopt);
    return message;
}

void Turn::hear(std::string text, Seq to, const std::string& input_id) {
    const Seq seq = next_seq();
    Message& message = messages.emplace_back();
    message.seq = seq;
    message.from = Speaker::you;
    message.lang = language();
    message.text = std::move(text);
    message.input_id = input_id;
    message.to = to;
}

const std::string& Turn::language() const {
    return state.ended() ? edition().defaults.language : dialog().language;
}

void close(Answered& answered) {
    answered.takes_more = false;
    answered.dialog = 0;
    answered.question = 0;
    answered.kept = false;
}

}  // namespace attune::engine
