#include "overview/figures.h"

#include "overview/costs.h"

namespace attune::overview {

namespace {

using dialog::Dialog;
using dialog::DialogIndex;
using dialog::Edition;
using dialog::EndOp;
using dialog::Operation;
using dialog::Question;
using dialog::QuestionOption;
using dialog::SayOp;
using dialog::TextIndex;
using dialog::Utterance;

int words_of(const Dialog& dialog, const std::vector<Utterance>& messages) {
    int words = 0;
    for (const Utterance& message : messages) {
        for (const TextIndex variant : message.variants) {
            words += words_in(dialog.texts[variant]).most;
        }
    }
    return words;
}

int words_of(const Dialog& dialog, const Question& question) {
    int words = words_in(dialog.texts[question.words]).most;
    if (question.kind == AnswerKind::yes_no) return words;  // "Yes" and "No" are the bot's own
    for (const QuestionOption& option : question.options) {
        words += words_in(dialog.texts[option.label]).most;
    }
    return words;
}

}  // namespace

Figures figures_of(const Edition& edition, DialogIndex index, const Ways& ways) {
    const Dialog& dialog = edition.dialogs[index];
    Figures figures;
    figures.questions = static_cast<int>(dialog.questions.size());
    for (const Question& question : dialog.questions) figures.words += words_of(dialog, question);
    for (const Operation& operation : dialog.code) {
        if (const auto* say = std::get_if<SayOp>(&operation)) {
            figures.words += words_of(dialog, say->messages);
        } else if (const auto* end = std::get_if<EndOp>(&operation)) {
            figures.words += words_of(dialog, end->messages);
        }
    }
    figures.ways = ways.through(index);
    return figures;
}

}  // namespace attune::overview
