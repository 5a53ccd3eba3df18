// { "repeat": [ … ], "as": "round", "until": "calm is yes", "at most": 5 }
#include "dialog/compiler.h"
#include "dialog/outline.h"

namespace attune::dialog {

namespace {

constexpr int most_rounds = 1000;

void require(
    const Outline& outline, const Step& step, const char* key, const std::string& example) {
    if (step.node.find(key)) return;
    outline.report().add("A201", step.verb.key_spot, {"\"repeat\"", key, example});
}

void declare_loop(Outline& outline, const Step& step, const std::string& as) {
    Draft& draft = outline.draft();
    Dialog& dialog = draft.dialog;
    const Spot spot = step.node.find("as")->value.spot;
    if (dialog.variable_by_name.contains(as)) {
        outline.report().add("A217", spot, {as});
        return;
    }
    const auto slot = outline.variable(as, spot);
    if (!slot) return;  // so many loops that no number is left are as many variables
    const int at_most = whole_of(outline.report(), step.node, "at most", 1, most_rounds, 1);
    dialog.variables[*slot].is_loop = true;
    VariableNote& note = draft.variable_notes[*slot];
    note.typed = true;
    note.range = WholeRange{Decimal::whole(1), Decimal::whole(at_most)};
    const auto index = static_cast<LoopIndex>(dialog.loops.size());
    dialog.loops.push_back(
        {.name = as, .scene = draft.scene, .variable = {false, *slot}, .at_most = at_most});
    dialog.loop_by_name[as] = index;
    draft.declared[&step.node] = index;
}

}  // namespace

void declare_repeat(Outline& outline, const Step& step) {
    require(outline, step, "as", "\"round\", the number of the round, readable inside");
    require(outline, step, "at most", "5, so that it surely ends");
    if (const auto as = as_of(outline.report(), step.node)) declare_loop(outline, step, *as);
    outline.steps(&step.verb.value);
}

void compile_repeat(Compiler& compiler, const Step& step) {
    Draft& draft = compiler.draft();
    const auto declared = draft.declared.find(&step.node);
    if (declared == draft.declared.end()) {
        compiler.mark_broken();
        return compiler.steps(step.verb.value, "repeat");
    }
    const LoopIndex index = declared->second;
    compiler.emit(LoopOp{index}, step.verb.key_spot);
    draft.open_loops.push_back(index);
    draft.dialog.loops[index].body = compiler.next();
    compiler.steps(step.verb.value, "repeat");
    NextRoundOp next{.loop = index};
    if (const Node* until = value_of(step.node, "until")) {
        next.until = compiler.condition(*until, "until");
        if (next.until) next.written = Lines(compiler.report(), *until, "until").text();
    }
    compiler.emit(std::move(next), step.verb.key_spot);
    draft.open_loops.pop_back();
    draft.dialog.loops[index].after = compiler.next();
}

}  // namespace attune::dialog
