// { "match": "heat", "when": { "0..3": [ … ], "8..": [ … ] }, "otherwise": [ … ] }
// On yes or no ("yes", "no"), choose (option keys), and numbers ("5", "0..3", "8..", "..2").
#include <algorithm>

#include "dialog/branch.h"
#include "dialog/compiler.h"
#include "dialog/match_ranges.h"
#include "dialog/outline.h"
#include "dialog/types.h"

namespace attune::dialog {

namespace {

std::vector<const Member*> cases_of(const Node& step) {
    const Node* when = value_of(step, "when");
    if (!when || when->kind != Node::Kind::object) return {};
    return named_members(*when);
}

// What is known while the cases of one match are read.
struct Matching {
    Compiler& compiler;
    const Step& step;
    VariableRef ref;
    const Variable& variable;
    const VariableNote* note;  // null: the person's
    MatchOp op;
    std::vector<NumberCase> ranges;  // beside op.cases, for numbers
    bool all_read = true;
};

void read_option_case(
    Matching& match, const Member& member, const std::vector<std::string>& options) {
    if (std::find(options.begin(), options.end(), member.key) != options.end()) {
        match.op.cases.push_back({.option = member.key});
        return;
    }
    match.all_read = false;
    match.compiler.report().add(
        "A215",
        member.key_spot,
        {member.key, in_quotes(match.variable.name), listed(options)},
        nearest(member.key, options));
}

void report_outside(Matching& match, const Member& member) {
    const auto& range = *match.note->range;
    match.compiler.report().add(
        "A309",
        member.key_spot,
        {member.key, match.variable.name, to_string(range.from), to_string(range.to)});
}

void read_number_case(Matching& match, const Member& member) {
    const auto range = read_range(member.key);
    if (!range) {
        match.all_read = false;
        match.compiler.report().add("A235", member.key_spot, {member.key});
        return;
    }
    for (std::size_t i = 0; i < match.ranges.size(); ++i) {
        if (!overlap(match.ranges[i], *range)) continue;
        match.compiler.report().add(
            "A307", member.key_spot, {member.key, to_string(match.ranges[i])});
        break;
    }
    if (match.note && match.note->range && !match.note->any_number) {
        const NumberCase all{match.note->range->from, match.note->range->to};
        if (!overlap(all, *range)) report_outside(match, member);
    }
    match.ranges.push_back(*range);
    match.op.cases.push_back({.option = "", .from = range->from, .to = range->to});
}

void read_case(Matching& match, const Member& member) {
    switch (match.variable.type) {
        case Type::yes_no:
            return read_option_case(match, member, {"yes", "no"});
        case Type::option:
            return read_option_case(match, member, match.variable.options);
        case Type::number:
            return read_number_case(match, member);
        case Type::option_set:
        case Type::words:
        case Type::date:
        case Type::time:
            return;
    }
}

// What the cases leave open, in words; empty if they are complete.
std::string gap_of(const Matching& match) {
    if (match.variable.type == Type::number) {
        if (!match.note || !match.note->range || match.note->any_number) return "other numbers";
        const auto gap = first_gap(match.ranges, match.note->range->from, match.note->range->to);
        return gap ? in_quotes(to_string(*gap)) : "";
    }
    const std::vector<std::string> yes_no = {"yes", "no"};
    const auto& options = match.variable.type == Type::yes_no ? yes_no : match.variable.options;
    std::vector<std::string> open;
    for (const std::string& option : options) {
        const auto has = [&](const MatchOp::Case& known) { return known.option == option; };
        const auto& cases = match.op.cases;
        if (std::none_of(cases.begin(), cases.end(), has)) open.push_back(option);
    }
    return open.empty() ? "" : listed(open);
}

bool can_be_matched(Compiler& compiler, const Variable& variable, Spot spot) {
    const bool can = variable.type == Type::yes_no || variable.type == Type::option ||
                     variable.type == Type::number;
    if (can) return true;
    compiler.report().add("A236", spot, {name_of(variable.type)});
    return false;
}

// Both passes over the branches: their operations, and the jumps to the end.
void compile_branches(Matching& match, const std::vector<const Member*>& members, OpIndex at) {
    Compiler& compiler = match.compiler;
    const Node* otherwise = value_of(match.step.node, "otherwise");
    std::vector<OpIndex> jumps;
    std::vector<OpIndex> targets;
    for (const Member* member : members) {
        targets.push_back(compiler.next());
        compiler.steps(member->value, member->key);
        jumps.push_back(compiler.emit(JumpOp{}, match.step.verb.key_spot));
    }
    const OpIndex open = compiler.next();
    if (otherwise) compiler.steps(*otherwise, "otherwise");
    for (const OpIndex jump : jumps) {
        std::get<JumpOp>(compiler.operation(jump)).to = compiler.next();
    }
    auto& op = std::get<MatchOp>(compiler.operation(at));
    op.otherwise = open;
    if (!match.all_read) return;
    for (std::size_t i = 0; i < op.cases.size(); ++i) op.cases[i].target = targets[i];
}

void compile_blindly(Compiler& compiler, const Step& step) {
    compiler.mark_broken();
    for (const Member* member : cases_of(step.node)) compiler.steps(member->value, member->key);
    const Node* otherwise = value_of(step.node, "otherwise");
    if (otherwise) compiler.steps(*otherwise, "otherwise");
}

std::optional<VariableRef> matched_variable(Compiler& compiler, const Step& step) {
    const Node& node = step.verb.value;
    if (!is_kind(compiler.report(), node, Node::Kind::string, "match")) return std::nullopt;
    const auto ref = compiler.names().find(node.text);
    if (!ref) {
        compiler.report().add(
            "A237", node.spot, {node.text}, nearest(node.text, compiler.names().all()));
        return std::nullopt;
    }
    const Variable& variable = variable_of(compiler.draft(), compiler.folder(), *ref);
    if (!can_be_matched(compiler, variable, node.spot)) return std::nullopt;
    return ref;
}

}  // namespace

void declare_match(Outline& outline, const Step& step) {
    for (const Member* member : cases_of(step.node)) outline.steps(&member->value);
    outline.steps(value_of(step.node, "otherwise"));
}

void compile_match(Compiler& compiler, const Step& step) {
    Draft& draft = compiler.draft();
    const auto ref = matched_variable(compiler, step);
    const auto members = cases_of(step.node);
    const Node* when = value_of(compiler.report(), step.node, "when", Node::Kind::object);
    if (!step.node.find("when") || (when && members.empty())) {
        compiler.report().add(
            "A201", step.verb.key_spot, {"\"match\"", "when", "{ \"…\": [ … ] }"});
    }
    if (!ref || members.empty()) return compile_blindly(compiler, step);
    Matching match{
        compiler,
        step,
        *ref,
        variable_of(draft, compiler.folder(), *ref),
        ref->of_person ? nullptr : &draft.variable_notes[ref->slot],
        {},
        {}};
    match.op.variable = *ref;
    for (const Member* member : members) read_case(match, *member);
    if (!match.all_read) return compile_blindly(compiler, step);
    const bool has_otherwise = step.node.find("otherwise") != nullptr;
    const std::string gap = gap_of(match);
    if (!has_otherwise && !gap.empty()) {
        compiler.report().add("A308", step.verb.key_spot, {gap});
    }
    draft.uses.push_back({compiler.next(), *ref, step.verb.value.spot, false});
    const Branch branch(compiler, {*ref});
    match.op.complete = !has_otherwise;
    const OpIndex at = compiler.emit(match.op, step.verb.key_spot);
    compile_branches(match, members, at);
}

}  // namespace attune::dialog
