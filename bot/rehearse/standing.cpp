#include "rehearse/standing.h"

#include <algorithm>
#include <utility>

#include "engine/asking.h"
#include "engine/moves.h"
#include "engine/step.h"
#include "engine/turn.h"

namespace attune::rehearse {

namespace {

using engine::Turn;

std::size_t top_index(const Turn& turn) {
    return turn.state.frames.size() - 1;
}

// The frame on top stands in round 1 of each loop around the operation, outermost first.
void enter_loops(Turn& turn, dialog::OpIndex op) {
    const dialog::Dialog& dialog = turn.dialog();
    for (std::size_t i = 0; i < dialog.loops.size(); ++i) {
        const dialog::Loop& loop = dialog.loops[i];
        if (op < loop.body || op >= loop.after) continue;
        turn.top().loops.push_back({static_cast<dialog::LoopIndex>(i), 1});
        turn.assign(top_index(turn), loop.variable, Decimal::whole(1));
    }
    auto& loops = turn.top().loops;
    std::sort(loops.begin(), loops.end(), [&](const auto& a, const auto& b) {
        return dialog.loops[a.loop].body < dialog.loops[b.loop].body;
    });
}

void know(Turn& turn, const Answers& answers) {
    for (const auto& [slot, value] : answers) {
        turn.assign(top_index(turn), dialog::VariableRef{false, slot}, value);
    }
}

// A visit begins in a first scene; the place wanted may be in a later one.
void stand_in(Turn& turn, dialog::SceneIndex scene, const Answers& answers) {
    if (turn.top().scene != scene || turn.entered.empty()) engine::go(turn, scene);
    know(turn, answers);
}

void put_bottom_frame(Turn& turn, dialog::DialogIndex index) {
    const dialog::Dialog& dialog = turn.state.edition->dialogs[index];
    engine::Frame frame;
    frame.dialog = index;
    frame.variables.resize(dialog.variables.size());
    turn.state.dialog = dialog.name;
    engine::speak(turn.state, turn.profile.language);
    turn.state.frames.push_back(std::move(frame));
}

void wait_in_visits(Turn& turn, const std::vector<Waiting>& below) {
    for (const Waiting& waiting : below) {
        stand_in(turn, waiting.scene, waiting.answers);
        enter_loops(turn, turn.dialog().visits[waiting.visit].op);
        engine::visit(turn, waiting.visit);
    }
}

}  // namespace

engine::Outcome stand_at(
    const Standing& standing,
    const dialog::EditionPtr& edition,
    std::uint64_t seed,
    const engine::Profile& profile,
    Seq last,
    Moment now) {
    engine::State state;
    state.edition = edition;
    state.seed = seed;
    Turn turn(edition, std::move(state), profile, last, now);
    turn.reading.how = engine::How::begun;
    const auto bottom = standing.below.empty() ? standing.dialog : standing.below.front().dialog;
    put_bottom_frame(turn, bottom);
    wait_in_visits(turn, standing.below);
    stand_in(turn, standing.scene, standing.answers);
    if (standing.question) {
        enter_loops(turn, turn.dialog().questions[*standing.question].op);
        engine::ask(turn, *standing.question);
    } else {
        engine::run(turn, turn.scene().first);
    }
    engine::mark_what_is_open(turn);
    return {
        std::move(turn.state),
        std::move(turn.messages),
        std::move(turn.effects),
        std::move(turn.reading),
        std::move(turn.entered)};
}

}  // namespace attune::rehearse
