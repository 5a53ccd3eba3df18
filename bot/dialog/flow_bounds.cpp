#include <algorithm>

#include "dialog/flow_checks.h"
#include "dialog/flow_turns.h"

namespace attune::dialog {

namespace {

std::int64_t messages_of(const Dialog& dialog, OpIndex op) {
    const Operation& operation = dialog.code[op];
    if (const auto* say = std::get_if<SayOp>(&operation)) {
        return static_cast<std::int64_t>(say->messages.size());
    }
    if (std::holds_alternative<AskOp>(operation)) return 1;
    if (const auto* end = std::get_if<EndOp>(&operation)) {
        const auto count = static_cast<std::int64_t>(end->messages.size());
        return end->start ? count
                          : std::max<std::int64_t>(count, 1);  // a talk never ends in silence
    }
    return 0;
}

std::int64_t steps_of(const Dialog&, OpIndex) {
    return 1;
}

// One limit of a turn, looked at from every place where a turn can begin.
class LimitCheck {
public:
    LimitCheck(
        const FlowGraph& graph, const SceneGraph& scenes, TurnBounds::Weight weight, int limit)
        : graph_(graph), scenes_(scenes), bounds_(graph, weight), limit_(limit) {}

    const TurnBounds& bounds() const { return bounds_; }

    void run(const char* what) {
        what_ = what;
        find_tails();
        for (std::size_t dialog = 0; dialog < graph_.dialogs(); ++dialog) {
            if (!graph_.has_code(dialog)) continue;
            const Draft& draft = graph_.draft(dialog);
            look_at(draft, draft.scene_spots.front(), ended(bounds_.after(dialog, 0)));
            for (OpIndex op = 0; op < draft.dialog.code.size(); ++op) {
                if (graph_.is_reached(dialog, op)) look_behind(dialog, op);
            }
        }
    }

private:
    // The most of a turn that ends here, whether by a rest or by the end of the talk.
    static std::int64_t ended(Ways ways) {
        return std::max(ways.rest, ways.back < 0 ? -1 : ways.back + 1);
    }

    void look_at(const Draft& draft, Spot spot, std::int64_t count) const {
        if (count <= limit_) return;
        draft.report.add("A312", spot, {std::to_string(count), what_, std::to_string(limit_)});
    }

    void look_behind(std::size_t dialog, OpIndex op) const {
        const Draft& draft = graph_.draft(dialog);
        const Operation& operation = draft.dialog.code[op];
        if (std::holds_alternative<AskOp>(operation)) {
            look_at(draft, draft.op_spots[op], ended(bounds_.after(dialog, op + 1)));
        }
        const std::int64_t before = tail_behind(dialog, op);
        if (before < 0) return;
        look_at(draft, draft.op_spots[op], ended(plus(bounds_.after(dialog, op + 1), before)));
    }

    // What a visit that rested may still say on its way back, or -1.
    std::int64_t tail_behind(std::size_t dialog, OpIndex op) const {
        const Draft& draft = graph_.draft(dialog);
        const auto* visit = std::get_if<VisitOp>(&draft.dialog.code[op]);
        if (!visit) return -1;
        const auto target = graph_.target_of(dialog, draft.dialog.visits[visit->visit]);
        if (!graph_.has_code(target.dialog)) return -1;
        return tails_[scenes_.component[graph_.scene(target.dialog, target.scene)]];
    }

    // By component of scenes, those first that others lead to.
    void find_tails() {
        struct SceneOf {
            std::size_t dialog = 0;
            SceneIndex scene = 0;
        };
        std::vector<std::vector<SceneOf>> members(graph_.scenes());
        for (std::size_t dialog = 0; dialog < graph_.dialogs(); ++dialog) {
            const auto count = graph_.draft(dialog).dialog.scenes.size();
            for (std::size_t i = 0; i < count; ++i) {
                const auto scene = static_cast<SceneIndex>(i);
                members[scenes_.component[graph_.scene(dialog, scene)]].push_back({dialog, scene});
            }
        }
        tails_.assign(members.size(), -1);
        for (std::size_t component = 0; component < members.size(); ++component) {
            for (const SceneOf& one : members[component]) {
                tails_[component] = std::max(tails_[component], tail_of(one.dialog, one.scene));
            }
        }
    }

    // The most after an answer in this scene, or in those it goes to, up to the return.
    std::int64_t tail_of(std::size_t dialog, SceneIndex index) const {
        std::int64_t tail = -1;
        for (const auto& way : scenes_.ways[graph_.scene(dialog, index)]) {
            if (!way.is_visit) tail = std::max(tail, tails_[scenes_.component[way.to]]);
        }
        const Dialog& code = graph_.draft(dialog).dialog;
        const Scene& scene = code.scenes[index];
        for (OpIndex op = scene.first; op < scene.end; ++op) {
            if (!graph_.is_reached(dialog, op)) continue;
            if (std::holds_alternative<AskOp>(code.code[op])) {
                tail = std::max(tail, bounds_.after(dialog, op + 1).back);
            }
            const std::int64_t inner = tail_behind(dialog, op);
            if (inner < 0) continue;
            tail = std::max(tail, plus(bounds_.after(dialog, op + 1), inner).back);
        }
        return tail;
    }

    const FlowGraph& graph_;
    const SceneGraph& scenes_;
    TurnBounds bounds_;
    int limit_;
    const char* what_ = "";
    std::vector<std::int64_t> tails_;
};

}  // namespace

void check_turns(const FlowGraph& graph, const SceneGraph& scenes) {
    LimitCheck messages(graph, scenes, messages_of, max_messages_a_turn);
    for (const auto& circle : messages.bounds().circles()) {
        const Draft& draft = graph.draft(circle.dialog);
        draft.report.add("A311", draft.op_spots[circle.op]);
    }
    if (!messages.bounds().circles().empty()) return;
    messages.run("messages");
    LimitCheck(graph, scenes, steps_of, max_steps_a_turn).run("steps");
}

}  // namespace attune::dialog
