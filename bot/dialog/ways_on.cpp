#include "dialog/edition.h"

namespace attune::dialog {

namespace {

// Where one operation leads, as a visitor of its kinds.
struct WaysOn {
    const Dialog& dialog;
    OpIndex at;
    std::vector<OpIndex> ways;

    void next() { ways.push_back(at + 1); }
    void scene(SceneIndex index) { ways.push_back(dialog.scenes[index].first); }

    void operator()(const SayOp&) { next(); }
    void operator()(const AskOp& op) {
        next();
        const Question& question = dialog.questions[op.question];
        if (question.still_unclear == StillUnclear::go) scene(question.still_unclear_scene);
    }
    void operator()(const JumpOp& op) { ways.push_back(op.to); }
    void operator()(const IfOp& op) {
        next();
        ways.push_back(op.otherwise);
    }
    void operator()(const MatchOp& op) {
        for (const auto& one : op.cases) ways.push_back(one.target);
        if (!op.complete) ways.push_back(op.otherwise);
    }
    void operator()(const SetOp&) { next(); }
    void operator()(const KeepOp&) { next(); }
    void operator()(const PauseOp&) { next(); }
    void operator()(const LoopOp&) { next(); }
    void operator()(const NextRoundOp& op) {
        const Loop& loop = dialog.loops[op.loop];
        ways.push_back(loop.after);
        if (loop.at_most > 1) ways.push_back(loop.body);
    }
    void operator()(const GoOp& op) { scene(op.scene); }
    void operator()(const VisitOp&) { next(); }
    void operator()(const ReturnOp&) {}
    void operator()(const EndOp&) {}
};

}  // namespace

std::vector<OpIndex> ways_on(const Dialog& dialog, OpIndex op) {
    WaysOn ways{dialog, op, {}};
    std::visit(ways, dialog.code[op]);
    return std::move(ways.ways);
}

}  // namespace attune::dialog
