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
    const words::WordList* list = nullptr;
    bool forgiving = false;  // a typing slip in a word counts as the word

    bool has_options() const { return !question.options.empty(); }
    bool many() const { return question.kind == AnswerKind::choose_many; }

    words::Slips slips() const { return {words, list}; }

    Hits find(const words::PhraseSet& phrases, const words::Slips& slips) const {
        return forgiving ? phrases.find(words, slips) : phrases.find(words);
    }

    // A mistyped one always counts: "nevr alone" must not become "alone".
    bool is_negation(std::size_t at, const words::Slips& slips) const {
        const auto& all = edition.negations;
        const std::string& word = words[at].folded;
        return std::any_of(all.begin(), all.end(), [&](const std::string& negation) {
            return negation == word || (words::is_slip(word, negation) && slips.may_be(at));
        });
    }

    // A negation up to three words before, in the same sentence.
    bool is_negated(const words::PhraseSet::Hit& hit, const words::Slips& slips) const {
        std::size_t at = hit.first;
        for (std::size_t i = 0; i < negation_reach && at > 0; ++i) {
            if (words[at].starts_sentence) return false;
            --at;
            if (is_negation(at, slips)) return true;
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
    std::vector<words::MendedWord> mended;
};

Heard hear(const Closed& at) {
    const words::Slips slips = at.slips();
    Hits neither = at.find(at.edition.neither, slips);
    Hits hits = at.find(at.question.answers.hear, slips);
    if (at.many()) {  // all that are named count, so labels may stand anywhere too
        Hits labels = at.find(at.question.answers.labels, slips);
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
        if (at.is_negated(hit, slips)) continue;
        heard.options.push_back(hit.owner);
        if (hit.meant) words::add_mended(heard.mended, at.words, hit.first, *hit.meant);
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
    return {at.edition, at.question, std::move(cut), at.list};
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
    Understood found = heard.options.size() > 1 && !at.many()
                           ? both_fit(at.question, heard.options)
                           : choose(at.question, heard.options, How::heard);
    found.reading.mended = heard.mended;
    return found;
}

// The label of an option, as the whole message.
std::optional<Understood> by_label(const Closed& at) {
    const auto& labels = at.question.answers.labels;
    std::vector<int> options;
    std::vector<words::MendedWord> mended;
    if (at.forgiving) {
        for (const auto& hit : labels.whole(at.words, at.slips())) {
            options.push_back(hit.owner);
            words::add_mended(mended, at.words, hit.first, *hit.meant);
        }
    } else {
        options = labels.whole(at.words);
    }
    if (options.empty()) return std::nullopt;
    Understood found = options.size() > 1 ? both_fit(at.question, options)
                                          : choose(at.question, options, How::label);
    found.reading.mended = std::move(mended);
    return found;
}

std::optional<Understood> by_number_or_position(const Closed& at) {
    if (!at.has_options()) return by_number(at);
    return at.many() ? by_position(cut_at_points(at)) : by_position(at);
}

// The same with mistyped number words.
std::optional<Understood> by_mended_number(const Closed& at) {
    Closed mended = at;
    mended.words = words::with_numbers_mended(at.words, at.edition.defaults.numbers, at.slips());
    auto found = by_number_or_position(mended);
    for (std::size_t i = 0; found && i < at.words.size(); ++i) {
        const std::string& typed = at.words[i].folded;
        if (typed == mended.words[i].folded) continue;
        found->reading.mended.push_back({typed, mended.words[i].folded});
    }
    return found;
}

bool is_skip(const Closed& at) {
    const words::PhraseSet& skip = at.edition.skip;
    return at.forgiving ? !skip.whole(at.words, at.slips()).empty() : !skip.whole(at.words).empty();
}

// All trials in their order; nothing if none fits.
std::optional<Understood> understood(const Closed& at) {
    if (auto found = by_label(at)) return found;
    const Heard heard = hear(at);
    if (auto found = by_options(at, heard)) return found;
    if (!heard.neither) {
        auto found = at.forgiving ? by_mended_number(at) : by_number_or_position(at);
        if (found) return found;
    }
    if (is_skip(at)) return Understood{{How::skip, {}, {}}, {}};
    if (heard.neither) return Understood{{How::neither, {}, {}}, {}};
    return std::nullopt;
}

}  // namespace

// Exact words beat mistyped ones over all options, so the mistyped ones come in a round of their
// own.
Understood read_closed(
    const dialog::Edition& edition,
    const dialog::Dialog& dialog,
    const dialog::Question& question,
    std::string_view text) {
    Closed at{
        edition,
        question,
        words::split(text, dialog.language),
        words::WordList::of(dialog.language)};
    if (auto found = understood(at)) return *found;
    at.forgiving = true;
    if (at.list) {
        if (auto found = understood(at)) return *found;
    }
    const std::string_view own = trimmed(text);
    if (question.own_word.empty() || own.empty()) return {};
    if (is_too_long(question, own)) return {{How::too_long, {}, {}}, {}};
    return choose(question, {}, How::own_word, std::string(own));
}

}  // namespace attune::engine
