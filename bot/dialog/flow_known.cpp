#include <algorithm>
#include <deque>

#include "dialog/flow_checks.h"
#include "dialog/flow_visited.h"

namespace attune::dialog {

namespace {

// What surely holds where the condition is *not* true (no, or unknown): for `not (x is known)` that
// x is known.
std::vector<VariableRef> known_when_not_true(const Expression& condition) {
    const auto& steps = condition.steps;
    const auto* last = steps.empty() ? nullptr : std::get_if<Apply>(&steps.back());
    if (!last || last->what != Operator::logical_not) return {};
    Expression inner;
    inner.steps.assign(steps.begin(), steps.end() - 1);
    if (!is_surely_known(inner, nullptr)) return {};
    return known_when_true(inner);
}

// What is surely known, and what may have been set, before each operation of a dialog.
class Knowledge {
public:
    Knowledge(const FlowGraph& graph, std::size_t dialog)
        : graph_(graph),
          dialog_(dialog),
          code_(graph.draft(dialog).dialog),
          bits_(code_.variables.size() + graph.folder().person.size()),
          visited_(visited_scenes_of(graph, dialog)),
          known_(code_.code.size(), all_bits(bits_)),
          set_(code_.code.size(), no_bits(bits_)),
          seen_(code_.code.size(), false) {}

    void find() {
        BitRow set = no_bits(bits_);
        for (const VariableRef given : code_.given) put_bit(set, given.slot);
        for (std::size_t i = code_.variables.size(); i < bits_; ++i) put_bit(set, i);
        flow_to(code_.scenes.front().first, no_bits(bits_), set);
        while (!todo_.empty()) {
            const OpIndex op = todo_.front();
            todo_.pop_front();
            leave(op);
        }
    }

    bool is_seen(OpIndex op) const { return seen_[op]; }
    bool is_known(OpIndex op, VariableRef ref) const {
        return has_bit(known_[op], bit_of(code_, ref));
    }
    bool may_be_set(OpIndex op, VariableRef ref) const {
        return has_bit(set_[op], bit_of(code_, ref));
    }

private:
    void flow_to(OpIndex to, const BitRow& known, const BitRow& set) {
        const bool less = keep_common(known_[to], known);
        const bool more = add_all(set_[to], set);
        if (!less && !more && seen_[to]) return;
        seen_[to] = true;
        todo_.push_back(to);
    }

    void leave(OpIndex op) {
        const Operation& operation = code_.code[op];
        BitRow known = known_[op];
        BitRow set = set_[op];
        if (const auto* condition = std::get_if<IfOp>(&operation)) {
            return leave_if(op, *condition, known, set);
        }
        if (const auto* match = std::get_if<MatchOp>(&operation)) {
            return leave_match(op, *match, known, set);
        }
        const auto* visit = std::get_if<VisitOp>(&operation);
        if (visit && !code_.visits[visit->visit].to_dialog) {
            return leave_own_visit(op, code_.visits[visit->visit], known, set);
        }
        if (std::holds_alternative<ReturnOp>(operation)) return renew_visits(op);
        if (std::holds_alternative<AskOp>(operation)) return leave_ask(op, known, set);
        apply(settings_of(code_, op, &known_[op]), known, set);
        for (const OpIndex way : graph_.ways_on(dialog_, op)) flow_to(way, known, set);
    }

    void apply(const std::vector<Setting>& settings, BitRow& known, BitRow& set) {
        for (const Setting& setting : settings) {
            const std::size_t bit = bit_of(code_, setting.variable);
            put_bit(set, bit);
            if (setting.maybe_unknown) {
                clear_bit(known, bit);
            } else {
                put_bit(known, bit);
            }
        }
    }

    // Giving up leaves the variable as it was; an answer sets it.
    void leave_ask(OpIndex op, BitRow known, BitRow set) {
        const auto ways = graph_.ways_on(dialog_, op);
        for (std::size_t i = 1; i < ways.size(); ++i) flow_to(ways[i], known, set);
        apply(settings_of(code_, op, nullptr), known, set);
        flow_to(ways.front(), known, set);
    }

    void leave_if(OpIndex op, const IfOp& condition, const BitRow& known, const BitRow& set) {
        flow_to(op + 1, with(known, known_when_true(condition.condition)), set);
        flow_to(condition.otherwise, with(known, known_when_not_true(condition.condition)), set);
    }

    void leave_match(OpIndex op, const MatchOp& match, const BitRow& known, const BitRow& set) {
        const BitRow inside = with(known, {match.variable});
        for (const auto& one : match.cases) flow_to(one.target, inside, set);
        const auto ways = graph_.ways_on(dialog_, op);
        if (ways.size() > match.cases.size()) flow_to(match.otherwise, known, set);
    }

    void leave_own_visit(OpIndex op, const Visit& visit, BitRow known, BitRow set) {
        flow_to(code_.scenes[visit.target_scene].first, known, set);
        const Visited& its = visited_.at(visit.target_scene);
        remove_all(known, its.may_become_unknown);
        add_all(set, its.may_set);
        // What every way back knows is known, too.
        BitRow at_return = all_bits(bits_);
        bool comes_back = false;
        for (const OpIndex back : its.returns) {
            if (!seen_[back]) continue;
            comes_back = true;
            keep_common(at_return, known_[back]);
        }
        if (!comes_back) return;  // not yet, or never
        add_all(known, at_return);
        flow_to(op + 1, known, set);
    }

    // A way back changed: what follows the visits that come back there is looked at anew.
    void renew_visits(OpIndex back) {
        for (const Visit& visit : code_.visits) {
            if (visit.to_dialog || visit.op >= code_.code.size() || !seen_[visit.op]) continue;
            const auto& returns = visited_.at(visit.target_scene).returns;
            if (std::binary_search(returns.begin(), returns.end(), back)) todo_.push_back(visit.op);
        }
    }

    BitRow with(BitRow known, const std::vector<VariableRef>& more) const {
        for (const VariableRef ref : more) put_bit(known, bit_of(code_, ref));
        return known;
    }

    const FlowGraph& graph_;
    std::size_t dialog_;
    const Dialog& code_;
    std::size_t bits_;
    std::map<SceneIndex, Visited> visited_;
    std::vector<BitRow> known_;
    std::vector<BitRow> set_;
    std::vector<bool> seen_;
    std::deque<OpIndex> todo_;
};

bool is_its_own_check(const Dialog& dialog, const Use& use) {
    const auto* ask = std::get_if<AskOp>(&dialog.code[use.op]);
    return ask && dialog.questions[ask->question].variable == use.variable;
}

void check_use(
    const FlowGraph& graph, const Draft& draft, const Knowledge& knowledge, const Use& use) {
    const std::string& name = variable_of(draft, graph.folder(), use.variable).name;
    if (use.bare && !knowledge.is_known(use.op, use.variable)) {
        draft.report.add("A313", use.spot, {name});
        return;
    }
    if (use.bare || use.variable.of_person || is_its_own_check(draft.dialog, use)) return;
    if (!draft.variable_notes[use.variable.slot].typed) return;  // reported as it is
    if (knowledge.may_be_set(use.op, use.variable)) return;
    draft.report.add("A314", use.spot, {name});
}

void check_matches(const FlowGraph& graph, const Draft& draft, const Knowledge& knowledge) {
    for (OpIndex op = 0; op < draft.dialog.code.size(); ++op) {
        const auto* match = std::get_if<MatchOp>(&draft.dialog.code[op]);
        if (!match || !match->complete) continue;
        const VariableRef ref = match->variable;
        if (!knowledge.is_seen(op) || knowledge.is_known(op, ref)) continue;
        draft.report.add(
            "A315", draft.op_spots[op], {variable_of(draft, graph.folder(), ref).name});
    }
}

}  // namespace

void check_known(const FlowGraph& graph) {
    for (std::size_t dialog = 0; dialog < graph.dialogs(); ++dialog) {
        const Draft& draft = graph.draft(dialog);
        // What was not understood may have asked or set what seems unknown.
        if (!graph.has_code(dialog) || draft.broken()) continue;
        Knowledge knowledge(graph, dialog);
        knowledge.find();
        for (const Use& use : draft.uses) {
            if (use.op >= draft.dialog.code.size() || !knowledge.is_seen(use.op)) continue;
            check_use(graph, draft, knowledge, use);
        }
        check_matches(graph, draft, knowledge);
    }
}

}  // namespace attune::dialog
