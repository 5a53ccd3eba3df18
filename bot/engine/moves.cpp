#include "engine/moves.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

#include "engine/wording.h"

namespace attune::engine {

namespace {

std::size_t top_index(const Turn& turn) {
    return turn.state.frames.size() - 1;
}

void count_visit(Turn& turn) {
    const Frame& top = turn.top();
    turn.entered.push_back({top.dialog, top.scene});
    auto& visits = turn.state.visits;
    const auto place = std::pair(top.dialog, top.scene);
    const auto found = std::find_if(visits.begin(), visits.end(), [&](const Visits& one) {
        return std::pair(one.dialog, one.scene) >= place;
    });
    if (found != visits.end() && std::pair(found->dialog, found->scene) == place) {
        ++found->count;
        return;
    }
    visits.insert(found, Visits{top.dialog, top.scene, 1});
}

void leave_loops(Turn& turn) {
    for (const LoopCount& loop : turn.top().loops) {
        turn.assign(top_index(turn), turn.dialog().loops[loop.loop].variable, dialog::Unknown{});
    }
    turn.top().loops.clear();
}

// The frame on top stands at the start of the scene.
Next enter(Turn& turn, dialog::SceneIndex scene) {
    leave_loops(turn);
    Frame& top = turn.top();
    top.scene = scene;
    top.at = At::start;
    top.place = 0;
    top.asked = 0;
    top.tries = 0;
    count_visit(turn);
    return turn.scene().first;
}

Frame frame_of(const dialog::Edition& edition, dialog::DialogIndex dialog, Why why) {
    Frame frame;
    frame.dialog = dialog;
    frame.why = why;
    frame.variables.resize(edition.dialogs[dialog].variables.size());
    return frame;
}

// The next dialog begins in the live edition; where it is gone there, in the one that named it.
Next begin_after(Turn& turn, dialog::DialogIndex start) {
    const dialog::EditionPtr pinned = turn.state.edition;
    const auto found = turn.live->dialog_by_name.find(pinned->dialogs[start].name);
    if (found == turn.live->dialog_by_name.end()) return begin(turn, pinned, start);
    if (pinned->hash != turn.live->hash) {
        // The checker bounds a turn within one edition. Two that are good must never make a turn
        // that fails, so what is said and done in the live one is counted anew; it happens once.
        turn.said = 0;
        turn.steps = 0;
    }
    return begin(turn, turn.live, found->second);
}

void mark_end(Turn& turn) {
    if (turn.messages.empty()) return;
    Message& last = turn.messages.back();
    if (last.from == Speaker::attune) last.ended = turn.state.dialog;
}

}  // namespace

Next begin(Turn& turn, const dialog::EditionPtr& edition, dialog::DialogIndex dialog) {
    State& state = turn.state;
    state.edition = edition;
    state.dialog = edition->dialogs[dialog].name;
    state.language = edition->language_for(dialog, turn.profile.language);
    state.frames.clear();
    state.visits.clear();
    close(state.answered);
    turn.fit_person();
    state.frames.push_back(frame_of(*edition, dialog, Why::main));
    return enter(turn, 0);
}

Next go(Turn& turn, dialog::SceneIndex scene) {
    return enter(turn, scene);
}

Next visit(Turn& turn, dialog::VisitIndex index) {
    const dialog::Visit& visit = turn.dialog().visits[index];
    if (turn.state.frames.size() > dialog::max_visit_depth) {
        throw std::logic_error("visits are nested deeper than their limit");
    }
    std::vector<dialog::Value> given;
    given.reserve(visit.give.size());
    for (const auto& give : visit.give) given.push_back(evaluate(give.ours, turn.scope()));

    Frame& here = turn.top();
    here.at = At::visit;
    here.place = index;
    here.asked = 0;
    here.tries = 0;

    if (visit.to_dialog) {
        turn.state.frames.push_back(frame_of(*turn.state.edition, visit.target_dialog, Why::visit));
    } else {
        Frame shared;
        shared.dialog = here.dialog;
        shared.why = Why::visit;
        turn.state.frames.push_back(std::move(shared));
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        turn.assign(top_index(turn), visit.give[i].its, std::move(given[i]));
    }
    return enter(turn, visit.to_dialog ? dialog::SceneIndex{0} : visit.target_scene);
}

Next come_back(Turn& turn) {
    if (turn.top().why != Why::visit) return end(turn, dialog::EndOp{});
    State& state = turn.state;
    const Frame& below = state.frames[state.frames.size() - 2];
    const dialog::Visit& visit = state.edition->dialogs[below.dialog].visits.at(below.place);
    std::vector<dialog::Value> taken;
    taken.reserve(visit.take.size());
    for (const auto& take : visit.take) taken.push_back(turn.scope()[take.its]);
    leave_loops(turn);
    state.frames.pop_back();
    for (std::size_t i = 0; i < taken.size(); ++i) {
        turn.assign(top_index(turn), visit.take[i].ours, std::move(taken[i]));
    }
    return visit.op + 1;
}

Next end(Turn& turn, const dialog::EndOp& op) {
    for (const dialog::Utterance& words : op.messages) say_utterance(turn, words);
    const bool silent = turn.messages.empty() || turn.messages.back().from != Speaker::attune;
    if (silent && !op.start) say_line(turn, "the end");
    mark_end(turn);
    if (op.start) return begin_after(turn, *op.start);
    turn.state.frames.clear();
    turn.state.visits.clear();
    close(turn.state.answered);
    return std::nullopt;
}

Next begin_loop(Turn& turn, dialog::LoopIndex index) {
    const dialog::Loop& loop = turn.dialog().loops[index];
    turn.top().loops.push_back(LoopCount{index, 1});
    turn.assign(top_index(turn), loop.variable, Decimal::whole(1));
    return loop.body;
}

Next next_round(Turn& turn, const dialog::NextRoundOp& op) {
    auto& loops = turn.top().loops;
    if (loops.empty() || loops.back().loop != op.loop) {
        throw std::logic_error("a round ends outside its loop");
    }
    const dialog::Loop& loop = turn.dialog().loops[op.loop];
    const bool done = op.until && holds(*op.until, turn.scope());
    if (done || loops.back().round >= loop.at_most) {
        loops.pop_back();
        turn.assign(top_index(turn), loop.variable, dialog::Unknown{});
        return loop.after;
    }
    const int round = ++loops.back().round;
    turn.assign(top_index(turn), loop.variable, Decimal::whole(round));
    return loop.body;
}

}  // namespace attune::engine
