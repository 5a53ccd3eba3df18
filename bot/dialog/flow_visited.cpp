#include "dialog/flow_visited.h"

#include <algorithm>

namespace attune::dialog {

namespace {

enum class Through { go_only, go_and_visit };

// The scenes that can be come to from one, itself among them.
std::vector<bool> scenes_from(
    const FlowGraph& graph, std::size_t dialog, SceneIndex start, Through through) {
    const Dialog& code = graph.draft(dialog).dialog;
    std::vector<bool> seen(code.scenes.size(), false);
    std::vector<SceneIndex> todo = {start};
    while (!todo.empty()) {
        const SceneIndex index = todo.back();
        todo.pop_back();
        if (seen[index]) continue;
        seen[index] = true;
        const Scene& scene = code.scenes[index];
        for (OpIndex op = scene.first; op < scene.end; ++op) {
            for (const OpIndex way : graph.ways_on(dialog, op)) {
                todo.push_back(graph.scene_of(dialog, way));
            }
            const auto* visit = std::get_if<VisitOp>(&code.code[op]);
            if (!visit || through == Through::go_only) continue;
            const Visit& its = code.visits[visit->visit];
            if (!its.to_dialog) todo.push_back(its.target_scene);
        }
    }
    return seen;
}

Visited look_through(
    const FlowGraph& graph, std::size_t dialog, SceneIndex start, std::size_t bits) {
    const Dialog& code = graph.draft(dialog).dialog;
    Visited visited{no_bits(bits), no_bits(bits), {}};
    const auto all = scenes_from(graph, dialog, start, Through::go_and_visit);
    const auto frame = scenes_from(graph, dialog, start, Through::go_only);
    for (OpIndex op = 0; op < code.code.size(); ++op) {
        const SceneIndex scene = graph.scene_of(dialog, op);
        if (!graph.is_reached(dialog, op) || !all[scene]) continue;
        for (const Setting& setting : settings_of(code, op, nullptr)) {
            const std::size_t bit = bit_of(code, setting.variable);
            put_bit(visited.may_set, bit);
            if (setting.maybe_unknown) put_bit(visited.may_become_unknown, bit);
        }
        const bool returns = std::holds_alternative<ReturnOp>(code.code[op]);
        if (returns && frame[scene]) visited.returns.push_back(op);
    }
    return visited;
}

bool is_constant_but_zero(const Expression& value, std::size_t before) {
    if (before == 0) return false;
    const auto* push = std::get_if<Push>(&value.steps[before - 1]);
    const auto* number = push ? std::get_if<Decimal>(&push->value) : nullptr;
    return number && number->thousandths != 0;
}

bool may_make_unknown(const Expression& value, std::size_t at) {
    const auto* apply = std::get_if<Apply>(&value.steps[at]);
    return apply && apply->what == Operator::divided && !is_constant_but_zero(value, at);
}

bool is_asked_about(const Expression& value, std::size_t read) {
    if (read + 1 >= value.steps.size()) return false;
    const auto* apply = std::get_if<Apply>(&value.steps[read + 1]);
    return apply && apply->what == Operator::is_known;
}

}  // namespace

std::map<SceneIndex, Visited> visited_scenes_of(const FlowGraph& graph, std::size_t dialog) {
    const Dialog& code = graph.draft(dialog).dialog;
    const std::size_t bits = code.variables.size() + graph.folder().person.size();
    std::map<SceneIndex, Visited> visited;
    for (const Visit& visit : code.visits) {
        if (visit.to_dialog || visited.contains(visit.target_scene)) continue;
        visited[visit.target_scene] = look_through(graph, dialog, visit.target_scene, bits);
    }
    return visited;
}

std::vector<Setting> settings_of(const Dialog& dialog, OpIndex op, const BitRow* known) {
    const Operation& operation = dialog.code[op];
    if (const auto* ask = std::get_if<AskOp>(&operation)) {
        const Question& question = dialog.questions[ask->question];
        const bool maybe = question.may_skip || question.still_unclear == StillUnclear::skip;
        return {{question.variable, maybe}};
    }
    if (const auto* set = std::get_if<SetOp>(&operation)) {
        return {{set->variable, !is_surely_known(set->value, known)}};
    }
    if (const auto* loop = std::get_if<LoopOp>(&operation)) {
        return {{dialog.loops[loop->loop].variable, false}};
    }
    std::vector<Setting> settings;
    if (const auto* visit = std::get_if<VisitOp>(&operation)) {
        for (const auto& taken : dialog.visits[visit->visit].take) {
            settings.push_back({taken.ours, true});
        }
    }
    return settings;
}

// A sum that leaves the range of numbers is unknown, too; that takes a million billions and is not
// looked at.
bool is_surely_known(const Expression& value, const BitRow* known) {
    for (std::size_t i = 0; i < value.steps.size(); ++i) {
        if (may_make_unknown(value, i)) return false;
        const auto* read = std::get_if<Read>(&value.steps[i]);
        if (!read || is_asked_about(value, i)) continue;
        if (!known || read->variable.of_person) return false;
        if (!has_bit(*known, read->variable.slot)) return false;
    }
    return true;
}

}  // namespace attune::dialog
