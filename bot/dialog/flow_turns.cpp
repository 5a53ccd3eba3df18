#include "dialog/flow_turns.h"

#include <algorithm>

namespace attune::dialog {

namespace {

constexpr std::int64_t most = 1'000'000'000;

std::int64_t sum(std::int64_t a, std::int64_t b) {
    if (a < 0 || b < 0) return -1;
    return std::min(a + b, most);
}

}  // namespace

Ways join(Ways a, Ways b) {
    return {std::max(a.round, b.round), std::max(a.rest, b.rest), std::max(a.back, b.back)};
}

Ways plus(Ways ways, std::int64_t more) {
    return {sum(ways.round, more), sum(ways.rest, more), sum(ways.back, more)};
}

TurnBounds::TurnBounds(const FlowGraph& graph, Weight weight)
    : graph_(graph), weight_(weight), ways_(graph.nodes()), marks_(graph.nodes(), Mark::fresh) {
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        const auto count = graph.draft(dialog).dialog.code.size();
        for (OpIndex op = 0; op < count; ++op) {
            if (graph.is_reached(dialog, op)) explore({dialog, op});
        }
    }
}

TurnBounds::Place TurnBounds::start_of(std::size_t dialog, SceneIndex scene) const {
    return {dialog, graph_.draft(dialog).dialog.scenes[scene].first};
}

// Depth first, without recursion: an operation is weighed when all it leads to without a rest is.
void TurnBounds::explore(Place root) {
    if (marks_[node(root)] != Mark::fresh) return;
    struct Open {
        Place place;
        int next = 0;
    };
    std::vector<Open> path = {{root, 0}};
    marks_[node(root)] = Mark::open;
    while (!path.empty()) {
        const Place place = path.back().place;
        Place to;
        if (!dependency(place, path.back().next, to)) {
            ways_[node(place)] = weigh(place);
            marks_[node(place)] = Mark::done;
            path.pop_back();
            continue;
        }
        ++path.back().next;
        if (marks_[node(to)] == Mark::open) circles_.push_back({place.dialog, place.op});
        if (marks_[node(to)] != Mark::fresh) continue;
        marks_[node(to)] = Mark::open;
        path.push_back({to, 0});
    }
}

// What must be weighed before the operation, one after the other; false when there is no more.
bool TurnBounds::dependency(Place place, int which, Place& out) const {
    const Dialog& dialog = graph_.draft(place.dialog).dialog;
    const Operation& operation = dialog.code[place.op];
    if (std::holds_alternative<AskOp>(operation)) return false;
    if (std::holds_alternative<NextRoundOp>(operation)) return false;
    if (const auto* end = std::get_if<EndOp>(&operation)) {
        if (which > 0 || !end->start || !graph_.has_code(*end->start)) return false;
        out = start_of(*end->start, 0);
        return true;
    }
    if (const auto* loop = std::get_if<LoopOp>(&operation)) {
        const Loop& its = dialog.loops[loop->loop];
        out = {place.dialog, which == 0 ? its.body : its.after};
        return which < 2;
    }
    if (const auto* visit = std::get_if<VisitOp>(&operation)) {
        const auto target = graph_.target_of(place.dialog, dialog.visits[visit->visit]);
        const bool has_code = graph_.has_code(target.dialog);
        if (which == 0 && has_code) {
            out = start_of(target.dialog, target.scene);
            return true;
        }
        // What stands behind a visit follows without a rest only if one can pass through.
        if (which > 1 || (which == 1 && !has_code)) return false;
        out = {place.dialog, place.op + 1};
        if (!has_code) return true;
        const Place start = start_of(target.dialog, target.scene);
        return at(start.dialog, start.op).back >= 0;
    }
    const auto ways = graph_.ways_on(place.dialog, place.op);
    if (static_cast<std::size_t>(which) >= ways.size()) return false;
    out = {place.dialog, ways[static_cast<std::size_t>(which)]};
    return true;
}

Ways TurnBounds::weigh(Place place) const {
    const Dialog& dialog = graph_.draft(place.dialog).dialog;
    const Operation& operation = dialog.code[place.op];
    const std::int64_t own = weight_(dialog, place.op);
    if (std::holds_alternative<AskOp>(operation)) return {-1, own, -1};
    if (std::holds_alternative<ReturnOp>(operation)) return {-1, -1, own};
    if (std::holds_alternative<NextRoundOp>(operation)) return {own, -1, -1};
    if (const auto* end = std::get_if<EndOp>(&operation)) {
        if (!end->start || !graph_.has_code(*end->start)) return {-1, own, -1};
        const Ways begun = at(*end->start, start_of(*end->start, 0).op);
        return {-1, sum(own, std::max<std::int64_t>({begun.rest, begun.back, 0})), -1};
    }
    if (const auto* loop = std::get_if<LoopOp>(&operation)) {
        return plus(all_rounds(place.dialog, dialog.loops[loop->loop]), own);
    }
    if (const auto* op = std::get_if<VisitOp>(&operation)) {
        return plus(visit(place.dialog, place.op, dialog.visits[op->visit]), own);
    }
    Ways ways;
    for (const OpIndex way : graph_.ways_on(place.dialog, place.op)) {
        Ways on = at(place.dialog, way);
        // `go` leaves all loops; what it leads to counts no rounds of them.
        if (std::holds_alternative<GoOp>(operation)) on.round = -1;
        ways = join(ways, on);
    }
    return plus(ways, own);
}

Ways TurnBounds::visit(std::size_t dialog, OpIndex op, const Visit& visit) const {
    const auto target = graph_.target_of(dialog, visit);
    const Ways behind = at(dialog, op + 1);
    if (!graph_.has_code(target.dialog)) return behind;
    const Place start = start_of(target.dialog, target.scene);
    const Ways inside = at(start.dialog, start.op);
    Ways ways{-1, inside.rest, -1};
    if (inside.back >= 0) ways = join(ways, plus(behind, inside.back));
    return ways;
}

Ways TurnBounds::all_rounds(std::size_t dialog, const Loop& loop) const {
    const Ways body = at(dialog, loop.body);
    const Ways out{-1, body.rest, body.back};
    if (body.round < 0) return out;
    const Ways through = plus(at(dialog, loop.after), body.round * loop.at_most);
    return join(through, plus(out, body.round * (loop.at_most - 1)));
}

// After the first round's end: what is left of them, and what comes then.
Ways TurnBounds::further_rounds(std::size_t dialog, const Loop& loop) const {
    const Ways after = at(dialog, loop.after);
    if (loop.at_most < 2) return after;
    const Ways body = at(dialog, loop.body);
    const Ways out{-1, body.rest, body.back};
    if (body.round < 0) return join(after, out);
    const Ways through = plus(after, body.round * (loop.at_most - 1));
    return join(through, plus(out, body.round * (loop.at_most - 2)));
}

Ways TurnBounds::after(std::size_t dialog, OpIndex op) const {
    const Draft& draft = graph_.draft(dialog);
    Ways ways = at(dialog, op);
    int loop = draft.op_loop[op];
    while (loop >= 0) {
        const Loop& its = draft.dialog.loops[static_cast<std::size_t>(loop)];
        const std::int64_t round = ways.round;
        ways.round = -1;
        if (round >= 0) ways = join(ways, plus(further_rounds(dialog, its), round));
        loop = draft.op_loop[its.body - 1];
    }
    return ways;
}

}  // namespace attune::dialog
