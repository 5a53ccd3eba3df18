#include "rehearse/standing.h"

#include <algorithm>
#include <utility>

#include "engine/asking.h"
#include "engine/moves.h"
#include "engine/step.h"
#include "engine/turn.h"

namespace attune::rehearse {

namespace {

// Round 1 of each loop around the question, outermost first.
void enter_loops(
    engine::Frame& frame, const dialog::Dialog& dialog, const dialog::Question& question) {
    for (std::size_t i = 0; i < dialog.loops.size(); ++i) {
        const dialog::Loop& loop = dialog.loops[i];
        if (question.op < loop.body || question.op >= loop.after) continue;
        frame.loops.push_back({static_cast<dialog::LoopIndex>(i), 1});
        frame.variables[loop.variable.slot] = Decimal::whole(1);
    }
    std::sort(frame.loops.begin(), frame.loops.end(), [&](const auto& a, const auto& b) {
        return dialog.loops[a.loop].body < dialog.loops[b.loop].body;
    });
}

engine::Frame frame_at(const Standing& standing, const dialog::Dialog& dialog) {
    engine::Frame frame;
    frame.dialog = standing.dialog;
    frame.scene = standing.scene;
    frame.variables.resize(dialog.variables.size());
    for (const auto& [slot, value] : standing.answers) frame.variables[slot] = value;
    if (standing.question) enter_loops(frame, dialog, dialog.questions[*standing.question]);
    return frame;
}

}  // namespace

engine::Outcome stand_at(
    const Standing& standing,
    const dialog::EditionPtr& edition,
    std::uint64_t seed,
    const engine::Profile& profile,
    Seq last,
    Moment now) {
    const dialog::Dialog& dialog = edition->dialogs[standing.dialog];
    engine::State state;
    state.edition = edition;
    state.seed = seed;
    state.dialog = dialog.name;
    state.frames.push_back(frame_at(standing, dialog));
    engine::Turn turn(edition, std::move(state), profile, last, now);
    turn.reading.how = engine::How::begun;
    if (standing.question) {
        turn.state.visits.push_back({standing.dialog, standing.scene, 1});
        engine::ask(turn, *standing.question);
    } else {
        engine::run(turn, engine::go(turn, standing.scene));
    }
    engine::mark_what_is_open(turn);
    return {
        std::move(turn.state),
        std::move(turn.messages),
        std::move(turn.effects),
        std::move(turn.reading)};
}

}  // namespace attune::rehearse
