#include <algorithm>

#include "words/phrases.h"
#include "words/spoken_number.h"

namespace attune::words {

namespace {

class NumberFinder {
public:
    NumberFinder(const std::vector<Word>& words, const NumberWords& known)
        : words_(words), known_(known) {}

    std::vector<NumberHit> find(bool with_halves) {
        std::vector<NumberHit> hits;
        for (std::size_t i = 0; i < words_.size();) {
            auto hit = digits_at(i);
            if (!hit) hit = spoken_at(i);
            if (!hit) hit = one_word_at(i);
            if (hit && with_halves) add_half(*hit);
            i += hit ? hit->count : 1;
            if (hit) hits.push_back(*hit);
        }
        return hits;
    }

private:
    // "5", and "5 thousand".
    std::optional<NumberHit> digits_at(std::size_t at) const {
        const auto number = parse_decimal(words_[at].folded);
        if (!number) return std::nullopt;
        const auto next = value_of(at + 1);
        const bool scaled = next && makes_larger(*next);
        const auto scaled_up = scaled ? product(number, whole_number(*next)) : std::nullopt;
        if (scaled_up) return NumberHit{*scaled_up, at, 2};
        return NumberHit{*number, at, 1};
    }

    std::optional<NumberHit> spoken_at(std::size_t first) const {
        SpokenNumber number;
        std::size_t at = first;
        // "a hundred"
        if (is_joining(at) && value_of(at + 1).value_or(0) >= 100) ++at;
        while (true) {
            const bool joined = !number.empty() && is_joining(at);
            const auto value = part_of(number, joined ? at + 1 : at);
            if (!value || (joined && *value >= 100) || !number.take(*value)) break;
            at += joined ? 2 : 1;
        }
        const auto value = number.value();
        if (number.empty() || !value) return std::nullopt;
        return NumberHit{*value, first, at - first};
    }

    // "neunundvierzig", "dreieinhalb", "anderthalb"
    std::optional<NumberHit> one_word_at(std::size_t at) const {
        constexpr Decimal half{500};
        const std::string& word = words_[at].folded;
        if (contains(known_.one_and_a_half, word)) return NumberHit{{1500}, at, 1};
        if (const auto value = compound_number(word, known_)) return NumberHit{*value, at, 1};
        for (const auto& phrase : known_.and_a_half) {
            if (phrase.size() != 1 || !word.ends_with(phrase.front())) continue;
            const auto stem = word.substr(0, word.size() - phrase.front().size());
            const auto value = value_of_word(stem);
            const auto compound = value ? whole_number(*value) : compound_number(stem, known_);
            if (const auto total = sum(compound, half)) return NumberHit{*total, at, 1};
        }
        return std::nullopt;
    }

    // "two and a half"
    void add_half(NumberHit& hit) const {
        constexpr Decimal half{500};
        const std::size_t at = hit.first + hit.count;
        for (const auto& phrase : known_.and_a_half) {
            const bool there =
                phrase.size() <= words_.size() - at &&
                std::equal(
                    phrase.begin(),
                    phrase.end(),
                    words_.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const std::string& part, const Word& word) { return part == word.folded; });
            const auto total = there && hit.value.is_whole() ? sum(hit.value, half) : std::nullopt;
            if (!total) continue;
            hit.value = *total;
            hit.count += phrase.size();
            return;
        }
    }

    // A number word, or one that is a number only inside a larger one: "treinta y un", "ein
    // hundert".
    std::optional<std::int64_t> part_of(const SpokenNumber& number, std::size_t at) const {
        if (auto value = value_of(at)) return value;
        if (at >= words_.size()) return std::nullopt;
        const auto found = known_.inside.find(words_[at].folded);
        if (found == known_.inside.end()) return std::nullopt;
        if (number.empty() && !makes_larger(value_of(at + 1).value_or(0))) return std::nullopt;
        return found->second;
    }

    std::optional<std::int64_t> value_of(std::size_t at) const {
        if (at >= words_.size()) return std::nullopt;
        return value_of_word(words_[at].folded);
    }

    std::optional<std::int64_t> value_of_word(const std::string& word) const {
        const auto found = known_.values.find(word);
        if (found == known_.values.end()) return std::nullopt;
        return found->second;
    }

    bool is_joining(std::size_t at) const {
        if (at >= words_.size() || value_of(at)) return false;
        return contains(known_.joining, words_[at].folded);
    }

    static bool contains(const std::vector<std::string>& list, const std::string& word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    }

    const std::vector<Word>& words_;
    const NumberWords& known_;
};

}  // namespace

std::vector<NumberHit> find_numbers(const std::vector<Word>& words, const NumberWords& known) {
    return NumberFinder(words, known).find(true);
}

std::vector<Word> with_numbers_mended(
    const std::vector<Word>& words, const NumberWords& known, const Slips& slips) {
    std::vector<Word> mended = words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& typed = words[i].folded;
        if (known.values.contains(typed)) continue;
        const std::string* meant = nullptr;
        bool several = false;
        const auto from = known.values.lower_bound(std::string_view(typed).substr(0, 1));
        for (auto one = from; one != known.values.end() && one->first[0] == typed[0]; ++one) {
            if (!is_slip(typed, one->first)) continue;
            several = several || meant;
            meant = &one->first;
        }
        if (meant && !several && slips.may_be(i)) mended[i].folded = *meant;
    }
    return mended;
}

std::vector<NumberHit> find_whole_numbers(
    const std::vector<Word>& words, const NumberWords& known) {
    return NumberFinder(words, known).find(false);
}

}  // namespace attune::words
