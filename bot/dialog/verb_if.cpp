// { "if": "heat >= 8", "then": [ … ], "else": [ … ] }
#include "dialog/branch.h"
#include "dialog/compiler.h"
#include "dialog/outline.h"

namespace attune::dialog {

void declare_if(Outline& outline, const Step& step) {
    outline.steps(value_of(step.node, "then"));
    outline.steps(value_of(step.node, "else"));
}

void compile_if(Compiler& compiler, const Step& step) {
    const auto condition = compiler.condition(step.verb.value, "if");
    const Node* then = value_of(step.node, "then");
    const Node* otherwise = value_of(step.node, "else");
    if (!then) {
        compiler.report().add("A201", step.verb.key_spot, {"\"if\"", "then", "[ … ]"});
    }
    const Branch branch(compiler, condition ? told_by(*condition) : std::vector<VariableRef>());
    // A condition that is wrong still has both its ways, so that the flow is looked at.
    IfOp op{.condition = condition.value_or(Expression{})};
    if (condition) op.written = Lines(compiler.report(), step.verb.value, "if").text();
    const OpIndex at = compiler.emit(std::move(op), step.verb.key_spot);
    if (then) compiler.steps(*then, "then");
    if (!otherwise) {
        std::get<IfOp>(compiler.operation(at)).otherwise = compiler.next();
        return;
    }
    const OpIndex jump = compiler.emit(JumpOp{}, step.verb.key_spot);
    std::get<IfOp>(compiler.operation(at)).otherwise = compiler.next();
    compiler.steps(*otherwise, "else");
    std::get<JumpOp>(compiler.operation(jump)).to = compiler.next();
}

}  // namespace attune::dialog
