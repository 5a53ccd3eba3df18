#include "dialog/flow_graph.h"

#include <algorithm>

namespace attune::dialog {

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
    return dialog::ways_on(draft(dialog).dialog, op);
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
