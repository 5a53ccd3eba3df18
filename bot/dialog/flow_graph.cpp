#include "dialog/flow_graph.h"

#include <algorithm>

namespace attune::dialog {

namespace {

// Where one operation leads, as a visitor of its kinds.
struct WaysOn {
    const Draft& draft;
    OpIndex at;
    std::vector<OpIndex> ways;

    void next() { ways.push_back(at + 1); }
    void scene(SceneIndex index) { ways.push_back(draft.dialog.scenes[index].first); }

    void operator()(const SayOp&) { next(); }
    void operator()(const AskOp& op) {
        next();
        const Question& question = draft.dialog.questions[op.question];
        if (question.still_unclear == StillUnclear::go) scene(question.still_unclear_scene);
    }
    void operator()(const JumpOp& op) { ways.push_back(op.to); }
    void operator()(const IfOp& op) {
        next();
        ways.push_back(op.otherwise);
    }
    void operator()(const MatchOp& op) {
        for (const auto& one : op.cases) ways.push_back(one.target);
        // Without `otherwise` the cases are complete, or that is an error of its own.
        const auto& closed = draft.match_without_otherwise;
        if (!std::binary_search(closed.begin(), closed.end(), at)) ways.push_back(op.otherwise);
    }
    void operator()(const SetOp&) { next(); }
    void operator()(const KeepOp&) { next(); }
    void operator()(const PauseOp&) { next(); }
    void operator()(const LoopOp&) { next(); }
    void operator()(const NextRoundOp& op) {
        const Loop& loop = draft.dialog.loops[op.loop];
        ways.push_back(loop.after);
        if (loop.at_most > 1) ways.push_back(loop.body);
    }
    void operator()(const GoOp& op) { scene(op.scene); }
    void operator()(const VisitOp&) { next(); }
    void operator()(const ReturnOp&) {}
    void operator()(const EndOp&) {}
};

}  // namespace

FlowGraph::FlowGraph(const Folder& folder) : folder_(folder) {
    std::size_t nodes = 0;
    std::size_t scenes = 0;
    for (std::size_t i = 0; i < folder.drafts.size(); ++i) {
        const Dialog& dialog = folder.drafts[i]->dialog;
        first_node_.push_back(nodes);
        first_scene_.push_back(scenes);
        nodes += dialog.code.size();
        scenes += dialog.scenes.size();
        reached_.emplace_back(dialog.code.size(), false);
        scene_of_.emplace_back(dialog.code.size(), SceneIndex{0});
        for (std::size_t s = 0; s < dialog.scenes.size(); ++s) {
            const auto begin = scene_of_[i].begin();
            std::fill(
                begin + dialog.scenes[s].first,
                begin + dialog.scenes[s].end,
                static_cast<SceneIndex>(s));
        }
        if (has_code(i)) reach(i);
    }
    first_node_.push_back(nodes);
    first_scene_.push_back(scenes);
}

std::vector<OpIndex> FlowGraph::ways_on(std::size_t dialog, OpIndex op) const {
    WaysOn ways{draft(dialog), op, {}};
    std::visit(ways, draft(dialog).dialog.code[op]);
    return std::move(ways.ways);
}

FlowGraph::Target FlowGraph::target_of(std::size_t dialog, const Visit& visit) const {
    if (visit.to_dialog) return {visit.target_dialog, 0};
    return {dialog, visit.target_scene};
}

void FlowGraph::reach(std::size_t dialog) {
    const Dialog& code = draft(dialog).dialog;
    std::vector<OpIndex> todo = {code.scenes.front().first};
    while (!todo.empty()) {
        const OpIndex at = todo.back();
        todo.pop_back();
        if (reached_[dialog][at]) continue;
        reached_[dialog][at] = true;
        for (const OpIndex way : ways_on(dialog, at)) todo.push_back(way);
        const auto* op = std::get_if<VisitOp>(&code.code[at]);
        if (!op || code.visits[op->visit].to_dialog) continue;
        todo.push_back(code.scenes[code.visits[op->visit].target_scene].first);
    }
}

}  // namespace attune::dialog
