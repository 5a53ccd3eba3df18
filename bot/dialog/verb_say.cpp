// { "say": "…" }   { "say": ["…", "…"] }   { "say": { "one of": ["…", "…"] } }
// { "keep": "{kind_words}" }
#include "dialog/compiler.h"

namespace attune::dialog {

void compile_say(Compiler& compiler, const Step& step) {
    SayOp op;
    op.messages = compiler.utterances(step.verb.value, "say");
    if (op.messages.empty()) {
        compiler.report().add("A223", step.verb.value.spot, {in_quotes("say")});
    }
    compiler.emit(std::move(op), step.verb.key_spot);
}

void compile_keep(Compiler& compiler, const Step& step) {
    KeepOp op;
    op.words = compiler.text(step.verb.value, "keep");
    compiler.emit(op, step.verb.key_spot);
}

}  // namespace attune::dialog
