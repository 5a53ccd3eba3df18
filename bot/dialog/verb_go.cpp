// { "go": "get tender" }   { "return": true }   { "end": "Sleep well." }   { "end": true }
// { "end": "Then let us look at it.", "start": "after-i-shouted" }
#include "dialog/compiler.h"

namespace attune::dialog {

namespace {

bool is_nothing(const Node& node) {
    if (node.kind == Node::Kind::boolean) return node.truth;
    return node.kind == Node::Kind::string && node.text.empty();
}

std::optional<DialogIndex> dialog_called(Compiler& compiler, const Node& name) {
    const auto found = compiler.folder().index.find(name.text);
    if (found != compiler.folder().index.end()) return found->second;
    compiler.report().add(
        "A290", name.spot, {name.text}, nearest(name.text, compiler.folder().names()));
    return std::nullopt;
}

}  // namespace

void compile_go(Compiler& compiler, const Step& step) {
    const Node& name = step.verb.value;
    const bool named = is_kind(compiler.report(), name, Node::Kind::string, "go");
    const auto scene = named ? compiler.scene(name) : std::nullopt;
    if (!scene) return compiler.mark_broken();
    compiler.emit(GoOp{*scene}, step.verb.key_spot);
}

void compile_return(Compiler& compiler, const Step& step) {
    if (!is_nothing(step.verb.value)) {
        compiler.report().add("A227", step.verb.value.spot);
    }
    compiler.emit(ReturnOp{}, step.verb.key_spot);
}

void compile_end(Compiler& compiler, const Step& step) {
    EndOp op;
    if (!is_nothing(step.verb.value)) op.messages = compiler.utterances(step.verb.value, "end");
    if (const Node* start = value_of(compiler.report(), step.node, "start", Node::Kind::string)) {
        op.start = dialog_called(compiler, *start);
    }
    compiler.emit(std::move(op), step.verb.key_spot);
}

}  // namespace attune::dialog
