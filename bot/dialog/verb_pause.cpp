// { "pause": "20 seconds", "breathe": true }
#include "dialog/compiler.h"

namespace attune::dialog {

namespace {

// "20 seconds", "1 minute"; nothing for anything else.
std::optional<std::chrono::milliseconds> length_of(const std::string& text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string::npos) return std::nullopt;
    const auto number = parse_decimal(text.substr(0, blank));
    const std::string unit = text.substr(blank + 1);
    const bool seconds = unit == "second" || unit == "seconds";
    const bool minutes = unit == "minute" || unit == "minutes";
    if (!number || (!seconds && !minutes)) return std::nullopt;
    const auto of_seconds = multiply(*number, Decimal::whole(minutes ? 60 : 1));
    if (!of_seconds) return std::nullopt;
    return std::chrono::milliseconds(of_seconds->thousandths);
}

}  // namespace

void compile_pause(Compiler& compiler, const Step& step) {
    const Node& node = step.verb.value;
    PauseOp op;
    op.hint.breathe = truth_of(compiler.report(), step.node, "breathe");
    if (!is_kind(compiler.report(), node, Node::Kind::string, "pause")) return;
    const auto length = length_of(node.text);
    if (!length) {
        compiler.report().add("A228", node.spot, {node.text});
        return;
    }
    if (*length <= std::chrono::milliseconds::zero() || *length > max_pause) {
        compiler.report().add("A229", node.spot);
        return;
    }
    op.hint.length = *length;
    compiler.emit(op, step.verb.key_spot);
}

}  // namespace attune::dialog
