#include <algorithm>
#include <optional>
#include <utility>

#include "engine/read.h"
#include "words/phrases.h"
#include "words/words.h"

namespace attune::engine {

namespace {

using Hits = std::vector<words::PhraseSet::Hit>;

// How far a negation reaches: "not really that lonely" is not "lonely".
constexpr std::size_t negation_reach = 3;

// One message at one closed question.
struct Closed {
    const dialog::Edition& edition;
    const dialog::Question& question;
    std::vector<words::Word> words;

    bool has_options() const { return !question.options.empty(); }
    bool many() const { return question.kind == AnswerKind::choose_many; }

    bool is_negation(const words::Word& word) const {
        const auto& all = edition.negations;
        return std::find(all.begin(), all.end(), word.folded) != all.end();
    }

    // A negation up to three words before, in the same sentence.
    bool is_negated(const words::PhraseSet::Hit& hit) const {
        std::size_t at = hit.first;
        for (std::size_t i = 0; i < negation_reach && at > 0; ++i) {
            if (words[at].starts_sentence) return false;
            --at;
            if (is_negation(words[at])) return true;
        }
        return false;
    }
};

bool overlap(const words::PhraseSet::Hit& a, const words::PhraseSet::Hit& b) {
    return a.first < b.first + b.count && b.first < a.first + a.count;
}

void drop_shorter(Hits& hits, const Hits& others) {
    std::erase_if(hits, [&](const auto& hit) {
        return std::any_of(others.begin(), others.end(), [&](const auto& other) {
            return overlap(hit, other) && other.count > hit.count;
        });
    });
}

// Options said somewhere in the message, and whether a phrase such as "no idea" stands there too.
struct Heard {
    std::vector<int> options;
    bool neither = false;
};

Heard hear(const Closed& at) {
    Hits neither = at.edition.neither.find(at.words);
    Hits hits = at.question.answers.hear.find(at.words);
    if (at.many()) {  // all that are named count, so labels may stand anywhere too
        Hits labels = at.question.answers.labels.find(at.words);
        drop_shorter(labels, hits);
        drop_shorter(hits, labels);
        hits.insert(hits.end(), labels.begin(), labels.end());
    }
    // A phrase that the author lists for an option is stronger than the same one in the defaults.
    std::erase_if(neither, [&](const auto& one) {
        return std::any_of(hits.begin(), hits.end(), [&](const auto& hit) {
            return overlap(one, hit) && hit.count >= one.count;
        });
    });
    Heard heard;
    heard.neither = !neither.empty();
    for (const auto& hit : hits) {
        if (!at.is_negated(hit)) heard.options.push_back(hit.owner);
    }
    std::sort(heard.options.begin(), heard.options.end());
    const auto last = std::unique(heard.options.begin(), heard.options.end());
    heard.options.erase(last, heard.options.end());
    return heard;
}

Understood both_fit(const dialog::Question& question, const std::vector<int>& options) {
    Understood found;
    found.reading.how = How::both_fit;
    for (const int index : options) {
        found.reading.options.push_back(question.options[static_cast<std::size_t>(index)].key);
    }
    return found;
}

// "7/10" on a scale to 10 is one number.
bool is_out_of(const Closed& at, const std::vector<words::NumberHit>& numbers) {
    if (numbers.size() != 2 || !at.question.max) return false;
    const std::size_t between = numbers[0].first + numbers[0].count;
    return numbers[1].first == between + 1 && at.words[between].folded == "/" &&
           numbers[1].value == *at.question.max;
}

std::optional<Understood> by_number(const Closed& at) {
    const auto numbers = words::find_numbers(at.words, at.edition.defaults.numbers);
    if (numbers.size() != 1 && !is_out_of(at, numbers)) return std::nullopt;
    return weigh(at.question, numbers[0].value, How::number);
}

bool is_joining(const Closed& at, const words::Word& word) {
    const auto& joining = at.edition.defaults.numbers.joining;
    return std::find(joining.begin(), joining.end(), word.folded) != joining.end();
}

// The message is these numbers and nothing else; for choose many "1, 3 and 4" too.
bool is_all(const Closed& at, const std::vector<words::NumberHit>& numbers) {
    std::size_t next = 0;
    for (const auto& number : numbers) {
        while (at.many() && next < number.first && is_joining(at, at.words[next])) ++next;
        if (next != number.first) return false;
        next += number.count;
    }
    return next == at.words.size();
}

// "1,7" is a number everywhere but where several positions are asked for: there it is two.
Closed cut_at_points(const Closed& at) {
    std::vector<words::Word> cut;
    for (const words::Word& word : at.words) {
        if (!parse_decimal(word.folded)) {
            cut.push_back(word);
            continue;
        }
        std::size_t from = 0;
        while (from <= word.folded.size()) {
            const std::size_t to =
                std::min(word.folded.find_first_of(".,", from), word.folded.size());
            cut.push_back({word.folded.substr(from, to - from), word.begin, word.end, false});
            from = to + 1;
        }
    }
    return {at.edition, at.question, std::move(cut)};
}

// Positions: "2"; for choose many also "1, 3".
std::optional<Understood> by_position(const Closed& at) {
    const auto numbers = words::find_numbers(at.words, at.edition.defaults.numbers);
    if (numbers.empty() || (numbers.size() > 1 && !at.many())) return std::nullopt;
    if (!is_all(at, numbers)) return std::nullopt;
    const Decimal last = Decimal::whole(static_cast<std::int64_t>(at.question.options.size()));
    std::vector<int> options;
    for (const auto& number : numbers) {
        const bool there = Decimal::whole(1) <= number.value && number.value <= last;
        if (!there || !number.value.is_whole()) return std::nullopt;
        options.push_back(static_cast<int>(number.value.thousandths / 1000) - 1);
    }
    return choose(at.question, std::move(options), How::position);
}

// The trials by words of options: nothing if none of them fits.
std::optional<Understood> by_options(const Closed& at, const Heard& heard) {
    if (heard.neither || heard.options.empty()) return std::nullopt;
    if (heard.options.size() > 1 && !at.many()) return both_fit(at.question, heard.options);
    return choose(at.question, heard.options, How::heard);
}

}  // namespace

Understood read_closed(
    const dialog::Edition& edition,
    const dialog::Dialog& dialog,
    const dialog::Question& question,
    std::string_view text) {
    const Closed at{edition, question, words::split(text, dialog.language)};
    const auto labels = question.answers.labels.whole(at.words);
    if (labels.size() == 1) return choose(question, labels, How::label);
    if (labels.size() > 1) return both_fit(question, labels);

    const Heard heard = hear(at);
    if (auto found = by_options(at, heard)) return *found;
    if (!heard.neither) {
        auto found = !at.has_options() ? by_number(at)
                     : at.many()       ? by_position(cut_at_points(at))
                                       : by_position(at);
        if (found) return *found;
    }
    if (!edition.skip.whole(at.words).empty()) return {{How::skip, {}, {}}, {}};
    if (heard.neither) return {{How::neither, {}, {}}, {}};
    const std::string_view own = trimmed(text);
    if (question.own_word.empty() || own.empty()) return {};
    if (is_too_long(question, own)) return {{How::too_long, {}, {}}, {}};
    return choose(question, {}, How::own_word, std::string(own));
}

}  // namespace attune::engine
