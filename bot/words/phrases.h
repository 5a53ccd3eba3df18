// Phrases of whole words in order, found anywhere in a message, and numbers said in words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "words/words.h"

namespace attune::words {

// A set of phrases, each with a number of its owner's choosing. Built once, then only read.
class PhraseSet {
public:
    // Words are folded as `language` folds them. An empty phrase is passed over.
    void add(std::string_view phrase, std::string_view language, int owner);

    struct Hit {
        int owner = 0;
        std::size_t first = 0;  // index of the first word
        std::size_t count = 0;  // how many words
    };

    // All phrases found; where they overlap only the longest (the earlier one of two as long; the
    // same words of two owners: both).
    std::vector<Hit> find(const std::vector<Word>& words) const;

    // The owners of phrases that are the whole message.
    std::vector<int> whole(const std::vector<Word>& words) const;

    bool empty() const { return by_first_.empty(); }

private:
    struct Phrase {
        std::vector<std::string> words;
        int owner = 0;
    };
    std::map<std::string, std::vector<Phrase>, std::less<>> by_first_;
    std::size_t longest_ = 0;
};

// A number found in a message, and where.
struct NumberHit {
    Decimal value;
    std::size_t first = 0;
    std::size_t count = 0;
};

// Number words of a language: "nine" 9, "forty" 40, "hundred" 100 (they combine: "forty two",
// "a hundred and five" if "a" and "and" are listed as joining words).
struct NumberWords {
    std::map<std::string, std::int64_t, std::less<>> values;  // folded
    std::vector<std::string> joining;                         // folded; may stand inside a number
};

// All numbers in the message, digits and words, in order, never overlapping.
std::vector<NumberHit> find_numbers(const std::vector<Word>& words, const NumberWords& known);

}  // namespace attune::words
