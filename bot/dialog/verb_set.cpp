// { "set": { "tries": "tries + 1", "mood": "'tired'" } }: the values are expressions; words stand
// in single quotes.
#include "dialog/compiler.h"
#include "dialog/outline.h"
#include "dialog/types.h"

namespace attune::dialog {

void declare_set(Outline& outline, const Step& step) {
    const Node& values = step.verb.value;
    if (values.kind != Node::Kind::object) return;
    for (const Member* member : named_members(values)) {
        const auto slot = outline.variable(member->key, member->key_spot);
        if (!slot) continue;
        outline.draft().variable_notes[*slot].any_number = true;
        outline.draft().assignments.push_back({*slot, &member->value, "", ""});
    }
}

void compile_set(Compiler& compiler, const Step& step) {
    const Node& values = step.verb.value;
    if (!is_kind(compiler.report(), values, Node::Kind::object, "set")) return;
    if (named_members(values).empty()) {
        compiler.report().add("A201", values.spot, {"\"set\"", "name", "\"value\""});
    }
    for (const Member* member : named_members(values)) {
        const auto target = compiler.names().find(member->key);
        if (!target || target->of_person) {
            compiler.value(member->value, member->key);
            continue;  // reported in the first pass
        }
        if (variable_of(compiler.draft(), compiler.folder(), *target).is_loop) continue;
        const auto value = compiler.value(member->value, member->key);
        if (!value) continue;
        check_fits(compiler, *target, *value, member->value.spot);
        compiler.note_privacy(value->expression, *target);
        compiler.emit(SetOp{*target, value->expression}, member->key_spot);
    }
}

}  // namespace attune::dialog
