// { "ask": "How hot was it?", "as": "heat", "answer": { "scale": [0, 10] },
//   "if unclear": ["A number from 0 to 10 is enough.", "Not sure? Then say 5."],
//   "still unclear": "skip" }
// `still unclear` is "skip", "stay", the name of a scene, or { "go": "scene" } (for a scene that is
// called "skip" or "stay").
#include "dialog/compiler.h"
#include "dialog/outline.h"
#include "dialog/question_words.h"

namespace attune::dialog {

namespace {

Question question_of(const AnswerShape& shape) {
    Question question;
    question.kind = shape.kind;
    question.at_least = shape.at_least;
    question.at_most = shape.at_most;
    question.min = shape.min;
    question.max = shape.max;
    question.low = shape.low;
    question.high = shape.high;
    if (shape.kind == AnswerKind::text) question.limit = text_limit;
    if (shape.kind == AnswerKind::long_text) question.limit = long_text_limit;
    if (shape.kind == AnswerKind::contact) question.limit = contact_limit;
    if (shape.own_word) question.limit = text_limit;
    return question;
}

void declare_privacy(Outline& outline, const Step& step, std::uint16_t slot) {
    const Node* told = value_of(outline.report(), step.node, "private", Node::Kind::boolean);
    if (!told) return;
    outline.draft().variable_notes[slot].said_private = true;
    outline.draft().dialog.variables[slot].is_private = told->truth;
}

void compile_still_unclear(Compiler& compiler, const Node& node, Question& question) {
    const Node* scene = &node;
    if (node.kind == Node::Kind::object) {
        check_keys(compiler.report(), node, {"go"}, Where::step, "\"still unclear\"");
        scene = value_of(compiler.report(), node, "go", Node::Kind::string);
        if (!scene) return;
    } else if (!is_kind(compiler.report(), node, Node::Kind::string, "still unclear")) {
        return;
    } else if (node.text == "skip" || node.text == "stay") {
        question.still_unclear = node.text == "skip" ? StillUnclear::skip : StillUnclear::stay;
        return;
    }
    const auto target = compiler.scene(*scene);
    if (!target) return compiler.mark_broken();
    question.still_unclear = StillUnclear::go;
    question.still_unclear_scene = *target;
}

void compile_check(Compiler& compiler, const Node& step, Question& question) {
    const Node* node = value_of(compiler.report(), step, "check", Node::Kind::object);
    if (!node) return;
    check_keys(compiler.report(), *node, {"that", "say"}, Where::step, "\"check\"");
    const Node* that = value_of(*node, "that");
    const Node* say = value_of(*node, "say");
    if (!that || !say) {
        const Values missing =
            that ? Values{"\"check\"", "say", "\"…\", for where it does not hold"}
                 : Values{"\"check\"", "that", "\"heat <= 10\", what has to hold"};
        compiler.report().add("A201", node->spot, missing);
        return;
    }
    const auto condition = compiler.condition(*that, "that");
    const TextIndex words = compiler.text(*say, "say");
    if (condition) question.check = Check{*condition, words};
}

// The words at the ends of a scale, in the language that is compiled.
void compile_ends(Compiler& compiler, const Step& step, Question& question) {
    const Node* answer = value_of(step.node, "answer");
    if (!answer || question.kind != AnswerKind::scale) return;
    for (auto [key, words] : {std::pair("low", &question.low), std::pair("high", &question.high)}) {
        const Node* node = value_of(*answer, key);
        if (node && node->kind == Node::Kind::string) *words = compiler.plain_words(*node, key);
    }
}

}  // namespace

void declare_ask(Outline& outline, const Step& step) {
    const auto as = as_of(outline.report(), step.node);
    if (!as && !step.node.find("as")) {
        outline.report().add(
            "A201", step.verb.key_spot, {"question", "as", "\"…\", a short name for its answer"});
    }
    const Node* answer = value_of(step.node, "answer");
    if (!answer) {
        outline.report().add(
            "A201",
            step.verb.key_spot,
            {"question",
             "answer",
             "\"yes or no\", \"text\", { \"choose\": { … } } or another kind"});
    }
    const auto shape = answer ? outline.answer(*answer) : std::nullopt;
    if (!as) return;
    const Spot spot = step.node.find("as")->value.spot;
    const auto slot = outline.variable(*as, spot);
    if (!slot) return;
    declare_privacy(outline, step, *slot);
    if (!shape) {
        outline.draft().variable_notes[*slot].typed = true;  // by a question that is reported
        return;
    }
    outline.answered(*slot, *shape, spot);
    Dialog& dialog = outline.draft().dialog;
    if (!outline.has_room(dialog.questions.size(), spot)) return;
    const auto index = static_cast<QuestionIndex>(dialog.questions.size());
    Question question = question_of(*shape);
    question.name = *as;
    question.scene = outline.draft().scene;
    question.variable = {false, *slot};
    dialog.questions.push_back(std::move(question));
    outline.draft().declared[&step.node] = index;
    outline.place(*as, PlaceRef{false, index}, spot);
}

void compile_ask(Compiler& compiler, const Step& step) {
    const auto declared = compiler.draft().declared.find(&step.node);
    const bool known = declared != compiler.draft().declared.end();
    Question spare;  // where the question has no name or kind, its other parts are looked at still
    Question& question = known ? compiler.draft().dialog.questions[declared->second] : spare;
    question.op = compiler.next();
    question.words = compiler.text(step.verb.value, "ask", MayBeEmpty::yes);
    question.may_skip = truth_of(compiler.report(), step.node, "may skip");
    if (const Node* why = value_of(step.node, "why")) question.why = compiler.text(*why, "why");
    compile_ends(compiler, step, question);
    compile_check(compiler, step.node, question);
    if (const Node* still = value_of(step.node, "still unclear")) {
        compile_still_unclear(compiler, *still, question);
    }
    const Node* ladder = value_of(step.node, "if unclear");
    if (ladder) question.unclear = compiler.texts(*ladder, "if unclear");
    if (!known) return compiler.mark_broken();
    compile_answer_words(compiler, step.node, question);
    if (!ladder) question.unclear = default_ladder(compiler, question);
    // In another language the words lack in a file of its own.
    const Spot spot = compiler.draft().renderings ? Spot{} : step.verb.key_spot;
    check_default_words(compiler, question, ladder != nullptr, spot);
    compiler.emit(AskOp{declared->second}, step.verb.key_spot);
}

}  // namespace attune::dialog
