#include "overview/costs.h"

#include <algorithm>

#include "words/words.h"

namespace attune::overview {

namespace {

using dialog::Dialog;
using dialog::Question;
using dialog::Text;
using dialog::Utterance;

WordCount sum(WordCount a, WordCount b) {
    return {a.least + b.least, a.most + b.most};
}

// Several wordings of the same thing.
struct Either {
    void add(WordCount count) {
        all = any ? WordCount{std::min(all.least, count.least), std::max(all.most, count.most)}
                  : count;
        any = true;
    }
    WordCount all;
    bool any = false;
};

struct Counting {
    const std::string& language;

    WordCount operator()(const std::string& words) const {
        const int count = static_cast<int>(words::split(words, language).size());
        return {count, count};
    }
    WordCount operator()(const dialog::Slot& slot) const {
        return {1, std::max(1, (*this)(slot.otherwise).most)};
    }
    WordCount operator()(const dialog::Plural& plural) const {
        Either forms;
        for (const auto& [form, text] : plural.forms) forms.add(words_in(text));
        for (const auto& [number, text] : plural.exact) forms.add(words_in(text));
        return forms.all;
    }
    WordCount operator()(const dialog::Select& select) const {
        Either forms;
        for (const auto& [form, text] : select.forms) forms.add(words_in(text));
        return forms.all;
    }
};

Lengths reading(WordCount words) {
    const double seconds = 60 / words_read_a_minute;
    return one_way({0, words.least * seconds}, {0, words.most * seconds});
}

Lengths same(std::int64_t taps, double seconds) {
    return one_way({taps, seconds}, {taps, seconds});
}

// Thinking for a while, then typing.
Lengths typing(double thinking, int words) {
    return same(1, thinking + words * 60 / words_typed_a_minute);
}

Lengths choosing_many(const Question& question) {
    const int all = static_cast<int>(question.options.size());
    const int most = question.at_most > 0 ? std::min(question.at_most, all) : all;
    const int least = std::min(std::max(question.at_least, 1), most);
    // The last tap says that these are all.
    return one_way({least + 1, 6 + 2.0 * least}, {most + 1, 6 + 2.0 * most});
}

Lengths answering(const Question& question) {
    switch (question.kind) {
        case AnswerKind::yes_no:
            return same(1, 4);
        case AnswerKind::choose:
            return same(1, 8);
        case AnswerKind::choose_many:
            return choosing_many(question);
        case AnswerKind::scale:
        case AnswerKind::number:
        case AnswerKind::time:
            return same(1, 6);
        case AnswerKind::date:
            return same(1, 10);  // one has to think back
        case AnswerKind::contact:
            return typing(5, 3);
        case AnswerKind::text:
            return typing(10, 8);
        case AnswerKind::long_text:
            return typing(20, 40);
    }
    return {};
}

}  // namespace

WordCount words_in(const Text& text) {
    WordCount count;
    for (const auto& piece : text.pieces) {
        count = sum(count, std::visit(Counting{text.language}, piece));
    }
    return count;
}

Lengths cost_of(const Dialog& dialog, const std::vector<Utterance>& messages) {
    WordCount count;
    for (const Utterance& message : messages) {
        Either wordings;
        for (const auto variant : message.variants) wordings.add(words_in(dialog.texts[variant]));
        count = sum(count, wordings.all);
    }
    return reading(count);
}

Lengths cost_of(const Dialog& dialog, const Question& question) {
    WordCount count = words_in(dialog.texts[question.words]);
    for (const auto& option : question.options) {
        count = sum(count, words_in(dialog.texts[option.label]));
    }
    return then(reading(count), answering(question));
}

Lengths cost_of(const PauseHint& pause) {
    return one_way({}, {0, static_cast<double>(pause.length.count()) / 1000});
}

}  // namespace attune::overview
