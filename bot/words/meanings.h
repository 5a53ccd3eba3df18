// Phrases of whole words with what each means: a role in a small grammar, and a number.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "words/phrases.h"

namespace attune::words {

// `Role` is an enumeration. Built once, then only read.
template <typename Role>
class Meanings {
public:
    void add(Role role, int value, std::string_view phrase, std::string_view language) {
        phrases_.add(phrase, language, static_cast<int>(meanings_.size()));
        meanings_.push_back({role, value});
    }

    struct Hit {
        Role role{};
        int value = 0;
        std::size_t first = 0;
        std::size_t count = 0;
        const std::vector<std::string>* meant = nullptr;  // its words, where slips are forgiven
    };

    // As PhraseSet::find: of overlapping phrases the longest; one phrase may mean several things.
    std::vector<Hit> find(const std::vector<Word>& words) const {
        return with_meanings(phrases_.find(words));
    }
    std::vector<Hit> find(const std::vector<Word>& words, const Slips& slips) const {
        return with_meanings(phrases_.find(words, slips));
    }

    bool empty() const { return meanings_.empty(); }

private:
    struct Meaning {
        Role role{};
        int value = 0;
    };

    std::vector<Hit> with_meanings(const std::vector<PhraseSet::Hit>& found) const {
        std::vector<Hit> hits;
        for (const PhraseSet::Hit& hit : found) {
            const Meaning& meaning = meanings_[static_cast<std::size_t>(hit.owner)];
            hits.push_back({meaning.role, meaning.value, hit.first, hit.count, hit.meant});
        }
        return hits;
    }

    PhraseSet phrases_;
    std::vector<Meaning> meanings_;
};

// One message as a grammar walks it: its words, its numbers, and the meanings of its phrases.
template <typename Role>
class SpokenWords {
public:
    SpokenWords(
        const std::vector<Word>& words, const Meanings<Role>& meanings, const NumberWords& numbers)
        : words_(words),
          hits_(meanings.find(words)),
          numbers_(find_whole_numbers(words, numbers)) {}

    // The same with typing slips forgiven.
    SpokenWords(
        const std::vector<Word>& words,
        const Meanings<Role>& meanings,
        const NumberWords& numbers,
        const Slips& slips)
        : words_(words),
          hits_(meanings.find(words, slips)),
          numbers_(find_whole_numbers(with_numbers_mended(words, numbers, slips), numbers)) {
        for (const auto& hit : hits_) add_mended(mended_, words, hit.first, *hit.meant);
    }

    // The mistyped words among the phrases.
    const std::vector<MendedWord>& mended() const { return mended_; }

    // What was found, and the word behind it.
    struct Part {
        int value = 0;
        std::size_t next = 0;
    };

    std::size_t size() const { return words_.size(); }
    const Word& word(std::size_t at) const { return words_[at]; }
    const std::vector<typename Meanings<Role>::Hit>& hits() const { return hits_; }

    // The phrase with this role that begins at word `at`.
    std::optional<Part> phrase(Role role, std::size_t at) const {
        for (const auto& hit : hits_) {
            if (hit.first == at && hit.role == role) return Part{hit.value, at + hit.count};
        }
        return std::nullopt;
    }

    // The same where the phrase ends before word `end`.
    bool phrase_before(Role role, std::size_t end) const {
        for (const auto& hit : hits_) {
            if (hit.first + hit.count == end && hit.role == role) return true;
        }
        return false;
    }

    // The word behind such a phrase, or `at` if there is none.
    std::size_t behind(Role role, std::size_t at) const {
        const auto part = phrase(role, at);
        return part ? part->next : at;
    }

    // The whole number from `least` to `most` that begins at word `at`, in digits or words.
    std::optional<Part> number(std::size_t at, int least, int most) const {
        for (const NumberHit& hit : numbers_) {
            if (hit.first != at || !hit.value.is_whole()) continue;
            const bool fits =
                Decimal::whole(least) <= hit.value && hit.value <= Decimal::whole(most);
            if (fits) return Part{static_cast<int>(hit.value.thousandths / 1000), at + hit.count};
        }
        return std::nullopt;
    }

    // The same, but written in so many digits.
    std::optional<Part> digits(std::size_t at, std::size_t least, std::size_t most) const {
        if (at >= words_.size()) return std::nullopt;
        const std::string& word = words_[at].folded;
        if (word.size() < least || word.size() > most) return std::nullopt;
        int value = 0;
        for (const char c : word) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        return Part{value, at + 1};
    }

    // True if no more than one sign stands between this word and the one before ("2026-11-25").
    bool is_joined(std::size_t at) const {
        return at > 0 && at < words_.size() && words_[at].begin <= words_[at - 1].end + 1;
    }

private:
    const std::vector<Word>& words_;
    std::vector<typename Meanings<Role>::Hit> hits_;
    std::vector<NumberHit> numbers_;
    std::vector<MendedWord> mended_;
};

}  // namespace attune::words
