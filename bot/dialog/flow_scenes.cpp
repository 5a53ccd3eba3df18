#include "dialog/flow_checks.h"

namespace attune::dialog {

namespace {

// By scene of the whole folder: some visit names it, so it comes back at its last line.
std::vector<bool> visited_scenes(const FlowGraph& graph) {
    std::vector<bool> visited(graph.scenes(), false);
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        for (const Visit& visit : graph.draft(dialog).dialog.visits) {
            const auto target = graph.target_of(dialog, visit);
            if (graph.has_code(target.dialog)) {
                visited[graph.scene(target.dialog, target.scene)] = true;
            }
        }
    }
    return visited;
}

bool is_made_by_us(const Draft& draft, SceneIndex scene, OpIndex op) {
    const Operation& operation = draft.dialog.code[op];
    return op == draft.implicit_return[scene] || std::holds_alternative<JumpOp>(operation) ||
           std::holds_alternative<NextRoundOp>(operation);
}

bool is_scene_reached(const FlowGraph& graph, std::size_t dialog, const Scene& scene) {
    return graph.is_reached(dialog, scene.first);
}

// The first step of each run that nothing leads to.
void report_lost_steps(const FlowGraph& graph, std::size_t dialog, SceneIndex index) {
    const Draft& draft = graph.draft(dialog);
    const Scene& scene = draft.dialog.scenes[index];
    bool said = false;
    for (OpIndex op = scene.first; op < scene.end; ++op) {
        const bool reached = graph.is_reached(dialog, op);
        if (reached) said = false;
        if (reached || said || is_made_by_us(draft, index, op)) continue;
        said = true;
        draft.report.add("A302", draft.op_spots[op]);
    }
}

// The visit that names it may be in what was not understood: of this dialog for any scene, of
// another one for the first scene.
bool may_be_visited(const FlowGraph& graph, std::size_t dialog, SceneIndex index) {
    if (graph.draft(dialog).broken()) return true;
    if (index > 0) return false;
    for (std::size_t other = 0; other < graph.dialogs(); ++other) {
        if (!graph.has_code(other) || graph.draft(other).broken()) return true;
    }
    return false;
}

void check_scene(
    const FlowGraph& graph,
    std::size_t dialog,
    SceneIndex index,
    const std::vector<bool>& visited) {
    const Draft& draft = graph.draft(dialog);
    const Scene& scene = draft.dialog.scenes[index];
    if (draft.scene_broken[index]) return;
    if (!is_scene_reached(graph, dialog, scene)) {
        if (draft.broken()) return;  // what leads here may be in what was not understood
        draft.report.add("A301", draft.scene_spots[index], {scene.name});
        return;
    }
    report_lost_steps(graph, dialog, index);
    const bool may_stop = visited[graph.scene(dialog, index)];
    if (may_stop || !graph.is_reached(dialog, draft.implicit_return[index])) return;
    if (may_be_visited(graph, dialog, index)) return;
    draft.report.add("A304", draft.scene_spots[index], {scene.name});
}

bool can_end(const FlowGraph& graph, std::size_t dialog) {
    const auto& code = graph.draft(dialog).dialog.code;
    for (OpIndex op = 0; op < code.size(); ++op) {
        if (std::holds_alternative<EndOp>(code[op]) && graph.is_reached(dialog, op)) return true;
    }
    return false;
}

void report_ending_visits(const FlowGraph& graph) {
    std::vector<bool> ends(graph.dialogs());
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        ends[dialog] = can_end(graph, dialog);
    }
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        const Draft& draft = graph.draft(dialog);
        for (std::size_t i = 0; i < draft.dialog.visits.size(); ++i) {
            const Visit& visit = draft.dialog.visits[i];
            if (!visit.to_dialog || !ends[visit.target_dialog]) continue;
            draft.report.add("A306", draft.visit_spots[i], {graph.draft(visit.target_dialog).name});
        }
    }
}

// Which operations of a dialog lead to one of those that are true in `goal`.
enum class Visits : std::uint8_t { passed_over, entered };
std::vector<bool> leading_to(
    const FlowGraph& graph, std::size_t dialog, std::vector<bool> goal, Visits visits) {
    const Dialog& code = graph.draft(dialog).dialog;
    std::vector<std::vector<OpIndex>> before(code.code.size());
    for (OpIndex op = 0; op < code.code.size(); ++op) {
        for (const OpIndex way : graph.ways_on(dialog, op)) before[way].push_back(op);
        const auto* visit = std::get_if<VisitOp>(&code.code[op]);
        if (visits == Visits::passed_over || visit == nullptr) continue;
        const Visit& named = code.visits[visit->visit];
        if (!named.to_dialog) before[code.scenes[named.target_scene].first].push_back(op);
    }
    std::vector<OpIndex> todo;
    for (OpIndex op = 0; op < code.code.size(); ++op) {
        if (goal[op]) todo.push_back(op);
    }
    while (!todo.empty()) {
        const OpIndex at = todo.back();
        todo.pop_back();
        for (const OpIndex op : before[at]) {
            if (goal[op]) continue;
            goal[op] = true;
            todo.push_back(op);
        }
    }
    return goal;
}

// Scenes from which no way leads to an end, nor back to where the visit came from.
void report_endless(const FlowGraph& graph, std::size_t dialog) {
    const Draft& draft = graph.draft(dialog);
    if (draft.broken()) return;
    const auto& code = draft.dialog.code;
    std::vector<bool> ends(code.size());
    std::vector<bool> stops(code.size());
    for (OpIndex op = 0; op < code.size(); ++op) {
        ends[op] = std::holds_alternative<EndOp>(code[op]);
        stops[op] = ends[op] || std::holds_alternative<ReturnOp>(code[op]);
    }
    ends = leading_to(graph, dialog, std::move(ends), Visits::entered);
    stops = leading_to(graph, dialog, std::move(stops), Visits::passed_over);
    for (std::size_t i = 0; i < draft.dialog.scenes.size(); ++i) {
        const Scene& scene = draft.dialog.scenes[i];
        if (ends[scene.first] || stops[scene.first]) continue;
        if (!is_scene_reached(graph, dialog, scene)) continue;
        draft.report.add("A316", draft.scene_spots[i], {scene.name});
        return;  // those behind it are as endless
    }
}

}  // namespace

void check_scenes(const FlowGraph& graph) {
    const auto visited = visited_scenes(graph);
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        const auto count = graph.draft(dialog).dialog.scenes.size();
        for (std::size_t scene = 0; scene < count; ++scene) {
            check_scene(graph, dialog, static_cast<SceneIndex>(scene), visited);
        }
        if (graph.has_code(dialog)) report_endless(graph, dialog);
    }
    report_ending_visits(graph);
}

}  // namespace attune::dialog
