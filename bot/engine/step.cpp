#include "engine/step.h"

#include <stdexcept>
#include <string>
#include <utility>

#include "engine/asking.h"
#include "engine/wording.h"

namespace attune::engine {

namespace {

bool fits(const dialog::MatchOp::Case& one, const dialog::Value& value) {
    if (const auto* option = std::get_if<dialog::Option>(&value)) return one.option == option->key;
    if (const auto* truth = std::get_if<bool>(&value)) return one.option == (*truth ? "yes" : "no");
    const auto* number = std::get_if<Decimal>(&value);
    if (!number || !one.option.empty()) return false;
    return (!one.from || *one.from <= *number) && (!one.to || *number <= *one.to);
}

void keep(Turn& turn, const dialog::KeepOp& op) {
    std::string entry = rendered(turn, op.words);
    if (entry.empty()) return;
    Answered& answered = turn.state.answered;
    if (answered.takes_more && answered.dialog == turn.top().dialog) {
        const auto& question = turn.dialog().questions[answered.question];
        const auto* words = std::get_if<dialog::Words>(&turn.scope()[question.variable]);
        if (words && words->text == entry) answered.kept = true;
    }
    turn.effects.emplace_back(Keep{std::move(entry)});
}

// They go with the last message of the step, or with one of their own where its words came out
// empty.
void show_beside(Turn& turn, const dialog::SayOp& op, std::size_t said_before) {
    if (!op.link && !op.picture) return;
    if (turn.messages.size() == said_before) turn.say("", turn.language());
    Message& message = turn.messages.back();
    if (op.link) message.link = Link{op.link->to, rendered(turn, op.link->label)};
    if (op.picture) message.picture = Picture{op.picture->file, rendered(turn, op.picture->shows)};
}

// The one run-time switch over the kinds of operation.
struct Step {
    Turn& turn;
    dialog::OpIndex at;

    Next operator()(const dialog::SayOp& op) const {
        const std::size_t said_before = turn.messages.size();
        for (const dialog::Utterance& words : op.messages) say_utterance(turn, words);
        show_beside(turn, op, said_before);
        return at + 1;
    }
    Next operator()(const dialog::AskOp& op) const {
        ask(turn, op.question);
        return std::nullopt;
    }
    Next operator()(const dialog::JumpOp& op) const { return op.to; }
    Next operator()(const dialog::IfOp& op) const {
        return holds(op.condition, turn.scope()) ? at + 1 : op.otherwise;
    }
    Next operator()(const dialog::MatchOp& op) const {
        const dialog::Value& value = turn.scope()[op.variable];
        for (const auto& one : op.cases) {
            if (fits(one, value)) return one.target;
        }
        return op.otherwise;
    }
    Next operator()(const dialog::SetOp& op) const {
        turn.assign(turn.state.frames.size() - 1, op.variable, evaluate(op.value, turn.scope()));
        return at + 1;
    }
    Next operator()(const dialog::KeepOp& op) const {
        keep(turn, op);
        return at + 1;
    }
    Next operator()(const dialog::PauseOp& op) const {
        turn.pause = op.hint;
        return at + 1;
    }
    Next operator()(const dialog::LoopOp& op) const { return begin_loop(turn, op.loop); }
    Next operator()(const dialog::NextRoundOp& op) const { return next_round(turn, op); }
    Next operator()(const dialog::GoOp& op) const { return go(turn, op.scene); }
    Next operator()(const dialog::VisitOp& op) const { return visit(turn, op.visit); }
    Next operator()(const dialog::ReturnOp&) const { return come_back(turn); }
    Next operator()(const dialog::EndOp& op) const { return end(turn, op); }
};

}  // namespace

void run(Turn& turn, Next next) {
    while (next) {
        if (++turn.steps > dialog::max_steps_a_turn) {
            throw std::logic_error("a turn takes more steps than its limit");
        }
        const auto& code = turn.dialog().code;
        if (*next >= code.size()) throw std::logic_error("a dialog runs past its last line");
        next = std::visit(Step{turn, *next}, code[*next]);
    }
}

}  // namespace attune::engine
