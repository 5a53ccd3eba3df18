#include <algorithm>

#include "dialog/flow_checks.h"

namespace attune::dialog {

namespace {

void add_ways(const FlowGraph& graph, std::size_t dialog, SceneGraph& scenes) {
    const Dialog& code = graph.draft(dialog).dialog;
    for (OpIndex op = 0; op < code.code.size(); ++op) {
        if (!graph.is_reached(dialog, op)) continue;
        auto& ways = scenes.ways[graph.scene(dialog, graph.scene_of(dialog, op))];
        if (const auto* go = std::get_if<GoOp>(&code.code[op])) {
            ways.push_back({graph.scene(dialog, go->scene), false});
        } else if (const auto* ask = std::get_if<AskOp>(&code.code[op])) {
            const Question& question = code.questions[ask->question];
            if (question.still_unclear != StillUnclear::go) continue;
            ways.push_back({graph.scene(dialog, question.still_unclear_scene), false});
        } else if (const auto* visit = std::get_if<VisitOp>(&code.code[op])) {
            const auto target = graph.target_of(dialog, code.visits[visit->visit]);
            if (!graph.has_code(target.dialog)) continue;
            ways.push_back({graph.scene(target.dialog, target.scene), true});
        }
    }
}

// Tarjan's strongly connected components, without recursion: a file may be long. Components are
// numbered so that ways lead to smaller or equal numbers.
class Components {
public:
    explicit Components(SceneGraph& graph)
        : graph_(graph), order_(graph.ways.size(), 0), low_(graph.ways.size(), 0) {
        graph_.component.assign(graph.ways.size(), none);
    }

    void find() {
        for (std::size_t scene = 0; scene < order_.size(); ++scene) {
            if (order_[scene] == 0) from(scene);
        }
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Visit {
        std::size_t scene = 0;
        std::size_t next_way = 0;
    };

    void enter(std::size_t scene) {
        order_[scene] = low_[scene] = ++counter_;
        open_.push_back(scene);
        path_.push_back({scene, 0});
    }

    void from(std::size_t root) {
        enter(root);
        while (!path_.empty()) {
            Visit& top = path_.back();
            if (top.next_way == graph_.ways[top.scene].size()) {
                leave(top.scene);
                continue;
            }
            const std::size_t to = graph_.ways[top.scene][top.next_way++].to;
            if (order_[to] == 0) {
                enter(to);
            } else if (graph_.component[to] == none) {
                low_[top.scene] = std::min(low_[top.scene], order_[to]);
            }
        }
    }

    void leave(std::size_t scene) {
        path_.pop_back();
        if (!path_.empty()) {
            low_[path_.back().scene] = std::min(low_[path_.back().scene], low_[scene]);
        }
        if (low_[scene] != order_[scene]) return;
        std::size_t member = none;
        do {
            member = open_.back();
            open_.pop_back();
            graph_.component[member] = components_;
        } while (member != scene);
        ++components_;
    }

    SceneGraph& graph_;
    std::vector<std::size_t> order_;  // 0: not seen yet
    std::vector<std::size_t> low_;
    std::vector<std::size_t> open_;
    std::vector<Visit> path_;
    std::size_t counter_ = 0;
    std::size_t components_ = 0;
};

// How many visits can be open at once below each component, itself not counted.
std::vector<int> depths(const SceneGraph& scenes) {
    std::vector<std::vector<std::size_t>> members(scenes.ways.size());
    for (std::size_t scene = 0; scene < scenes.ways.size(); ++scene) {
        members[scenes.component[scene]].push_back(scene);
    }
    std::vector<int> depth(members.size(), 0);
    for (std::size_t component = 0; component < members.size(); ++component) {
        for (const std::size_t scene : members[component]) {
            for (const auto& way : scenes.ways[scene]) {
                const int below = depth[scenes.component[way.to]] + (way.is_visit ? 1 : 0);
                depth[component] = std::max(depth[component], below);
            }
        }
    }
    return depth;
}

// All visits that can be reached, with where they stand and lead (scenes of the whole folder).
template <class Look>
void for_each_visit(const FlowGraph& graph, Look look) {
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        const Draft& draft = graph.draft(dialog);
        for (std::size_t i = 0; i < draft.dialog.visits.size(); ++i) {
            const Visit& visit = draft.dialog.visits[i];
            const auto target = graph.target_of(dialog, visit);
            if (!graph.has_code(target.dialog)) continue;
            // A visit that could not be understood has no operation.
            if (visit.op >= draft.dialog.code.size()) continue;
            const auto* op = std::get_if<VisitOp>(&draft.dialog.code[visit.op]);
            if (!op || op->visit != i || !graph.is_reached(dialog, visit.op)) continue;
            look(
                draft,
                i,
                graph.scene(dialog, visit.scene),
                graph.scene(target.dialog, target.scene));
        }
    }
}

}  // namespace

SceneGraph check_visits(const FlowGraph& graph) {
    SceneGraph scenes;
    scenes.ways.resize(graph.scenes());
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        if (graph.has_code(dialog)) add_ways(graph, dialog, scenes);
    }
    Components(scenes).find();
    for_each_visit(
        graph, [&](const Draft& draft, std::size_t visit, std::size_t from, std::size_t to) {
            if (scenes.component[from] != scenes.component[to]) return;
            scenes.has_circle_of_visits = true;
            draft.report.add("A305", draft.visit_spots[visit]);
        });
    if (scenes.has_circle_of_visits) return scenes;
    const std::vector<int> depth = depths(scenes);
    for_each_visit(graph, [&](const Draft& draft, std::size_t visit, std::size_t, std::size_t to) {
        const int open = depth[scenes.component[to]] + 1;
        if (open != max_visit_depth + 1) return;
        draft.report.add("A310", draft.visit_spots[visit], {std::to_string(max_visit_depth)});
    });
    return scenes;
}

}  // namespace attune::dialog
