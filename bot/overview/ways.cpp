#include "overview/ways.h"

#include "overview/costs.h"

namespace attune::overview {

namespace {

using dialog::AskOp;
using dialog::Dialog;
using dialog::DialogIndex;
using dialog::Edition;
using dialog::EndOp;
using dialog::Loop;
using dialog::LoopOp;
using dialog::NextRoundOp;
using dialog::Operation;
using dialog::OpIndex;
using dialog::PauseOp;
using dialog::Question;
using dialog::ReturnOp;
using dialog::SayOp;
using dialog::SceneIndex;
using dialog::StillUnclear;
using dialog::Visit;
using dialog::VisitOp;

constexpr int ways_back = 3;
constexpr std::size_t not_seen = static_cast<std::size_t>(-1);
constexpr std::size_t under_way = static_cast<std::size_t>(-2);

Lengths no_length() {
    return one_way({}, {});
}

}  // namespace

Outcomes join(const Outcomes& a, const Outcomes& b) {
    return {join(a.round, b.round), join(a.end, b.end), join(a.back, b.back)};
}

Outcomes then(const Lengths& first, const Outcomes& rest) {
    return {then(first, rest.round), then(first, rest.end), then(first, rest.back)};
}

Ways::Ways(const Edition& edition) : edition_(edition) {
    std::size_t nodes = 0;
    for (const Dialog& dialog : edition.dialogs) {
        first_node_.push_back(nodes);
        nodes += dialog.code.size();
    }
    rank_.assign(nodes, not_seen);
    for (std::size_t i = 0; i < edition.dialogs.size(); ++i) order(start_of(i, SceneIndex{0}));
    now_.resize(nodes);
    for (int back = 0; back <= ways_back; ++back) {
        before_ = now_;
        for (const Place place : order_) now_[node(place)] = weigh(place);
    }
}

Lengths Ways::through(DialogIndex dialog) const {
    const Outcomes& all = now_[node(start_of(dialog, SceneIndex{0}))];
    return join(all.end, all.back);
}

Ways::Place Ways::start_of(std::size_t dialog, SceneIndex scene) const {
    return {dialog, edition_.dialogs[dialog].scenes[scene].first};
}

Ways::Place Ways::start_of(std::size_t dialog, const Visit& visit) const {
    if (visit.to_dialog) return start_of(visit.target_dialog, SceneIndex{0});
    return start_of(dialog, visit.target_scene);
}

std::vector<Ways::Place> Ways::leads_to(Place place) const {
    const Dialog& dialog = edition_.dialogs[place.dialog];
    const Operation& operation = dialog.code[place.op];
    std::vector<Place> places;
    // Rounds are counted where the loop begins.
    if (std::holds_alternative<NextRoundOp>(operation)) return places;
    for (const OpIndex way : ways_on(dialog, place.op)) places.push_back({place.dialog, way});
    if (const auto* loop = std::get_if<LoopOp>(&operation)) {
        places.push_back({place.dialog, dialog.loops[loop->loop].after});
    }
    if (const auto* visit = std::get_if<VisitOp>(&operation)) {
        places.push_back(start_of(place.dialog, dialog.visits[visit->visit]));
    }
    return places;
}

// Depth first, without recursion.
void Ways::order(Place root) {
    if (rank_[node(root)] != not_seen) return;
    struct Open {
        Place place;
        std::vector<Place> todo;
    };
    std::vector<Open> path;
    const auto enter = [&](Place place) {
        rank_[node(place)] = under_way;
        path.push_back({place, leads_to(place)});
    };
    enter(root);
    while (!path.empty()) {
        Open& open = path.back();
        if (open.todo.empty()) {
            rank_[node(open.place)] = order_.size();
            order_.push_back(open.place);
            path.pop_back();
            continue;
        }
        const Place next = open.todo.back();
        open.todo.pop_back();
        if (rank_[node(next)] == not_seen) enter(next);
    }
}

// What comes after `from`, from `to` on. A way back has come round once more.
Outcomes Ways::at(Place from, Place to) const {
    const bool goes_back = rank_[node(to)] >= rank_[node(from)];
    return goes_back ? before_[node(to)] : now_[node(to)];
}

Outcomes Ways::weigh(Place place) const {
    const Dialog& dialog = edition_.dialogs[place.dialog];
    const Operation& operation = dialog.code[place.op];
    if (std::holds_alternative<NextRoundOp>(operation)) return {.round = no_length()};
    if (std::holds_alternative<ReturnOp>(operation)) return {.back = no_length()};
    if (const auto* op = std::get_if<EndOp>(&operation)) {
        return {.end = cost_of(dialog, op->messages)};
    }
    if (const auto* op = std::get_if<AskOp>(&operation)) {
        return ask(place, dialog.questions[op->question]);
    }
    if (const auto* op = std::get_if<LoopOp>(&operation))
        return loop(place, dialog.loops[op->loop]);
    if (const auto* op = std::get_if<VisitOp>(&operation)) {
        return visit(place, dialog.visits[op->visit]);
    }
    Lengths own = no_length();
    if (const auto* op = std::get_if<SayOp>(&operation)) own = cost_of(dialog, op->messages);
    if (const auto* op = std::get_if<PauseOp>(&operation)) own = cost_of(op->hint);
    return then(own, onward(place));
}

Outcomes Ways::ask(Place place, const Question& question) const {
    const Lengths cost = cost_of(edition_.dialogs[place.dialog], question);
    Outcomes all = then(cost, at(place, {place.dialog, place.op + 1}));
    if (question.still_unclear != StillUnclear::go) return all;
    // Not understood, once more than there are rungs.
    Lengths tries = cost;
    for (std::size_t i = 0; i < question.unclear.size(); ++i) tries = then(tries, cost);
    const Place scene = start_of(place.dialog, question.still_unclear_scene);
    return join(all, then(tries, at(place, scene)));
}

Outcomes Ways::visit(Place place, const Visit& visit) const {
    const Outcomes inside = at(place, start_of(place.dialog, visit));
    const Outcomes behind = at(place, {place.dialog, place.op + 1});
    Outcomes all = then(inside.back, behind);
    all.end = join(all.end, inside.end);
    return all;
}

Outcomes Ways::loop(Place place, const Loop& loop) const {
    const Dialog& dialog = edition_.dialogs[place.dialog];
    const auto& last = std::get<NextRoundOp>(dialog.code[loop.after - 1]);
    const int least = last.until ? 1 : loop.at_most;
    const Outcomes body = at(place, {place.dialog, loop.body});
    const Outcomes after = at(place, {place.dialog, loop.after});
    // Out of it in some round, after none or some that went to their end.
    const Lengths before = repeated(body.round, 0, loop.at_most - 1);
    Outcomes all = then(repeated(body.round, least, loop.at_most), after);
    return join(all, then(before, Outcomes{.round = {}, .end = body.end, .back = body.back}));
}

// Each branch is a way of its own, also where two of them lead to the same place.
Outcomes Ways::onward(Place place) const {
    Outcomes all;
    for (const OpIndex way : ways_on(edition_.dialogs[place.dialog], place.op)) {
        all = join(all, at(place, {place.dialog, way}));
    }
    return all;
}

}  // namespace attune::overview
