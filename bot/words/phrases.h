// Phrases of whole words in order, found anywhere in a message, and numbers said in words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "words/slips.h"
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
        // What they stand for, where slips are forgiven; as long-lived as the set.
        const std::vector<std::string>* meant = nullptr;
    };

    // All phrases found; where they overlap only the longest (the earlier one of two as long; the
    // same words of two owners: both).
    std::vector<Hit> find(const std::vector<Word>& words) const;

    // The owners of phrases that are the whole message.
    std::vector<int> whole(const std::vector<Word>& words) const;

    // The same, where each word may have one typing slip.
    std::vector<Hit> find(const std::vector<Word>& words, const Slips& slips) const;
    std::vector<Hit> whole(const std::vector<Word>& words, const Slips& slips) const;

    bool empty() const { return by_first_.empty(); }

private:
    struct Phrase {
        std::vector<std::string> words;
        int owner = 0;
    };

    // The phrases that begin at word `first`, mistyped or not.
    std::vector<Hit> at(
        std::size_t first, const std::vector<Word>& words, const Slips& slips) const;

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
// "a hundred and five" if "a" and "and" are listed as joining words; written as one word too:
// "neunundvierzig"). All folded.
struct NumberWords {
    std::map<std::string, std::int64_t, std::less<>> values;
    std::vector<std::string> joining;  // may stand inside a number
    // Numbers only as a part of a larger one: "treinta y un", "eintausend"; "ein" alone is none.
    std::map<std::string, std::int64_t, std::less<>> inside;
    std::vector<std::vector<std::string>> and_a_half;  // behind a number, or the end of its word
    std::vector<std::string> one_and_a_half;           // "anderthalb"
};

// All numbers in the message, digits and words, in order, never overlapping. "two and a half" is
// 2.5, never 2.
std::vector<NumberHit> find_numbers(const std::vector<Word>& words, const NumberWords& known);

// The same without halves: "las nueve y media" is no 9.5.
std::vector<NumberHit> find_whole_numbers(const std::vector<Word>& words, const NumberWords& known);

// The words with each mistyped number word as it was meant; one that may be two numbers stays.
std::vector<Word> with_numbers_mended(
    const std::vector<Word>& words, const NumberWords& known, const Slips& slips);

}  // namespace attune::words
