// The words of a language, as one exact set built into the program: what is a word of the language
// is never taken for a mistyped other one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace attune::words {

// A set of words as a graph in which equal beginnings and equal endings are kept once. It is read
// where it lies: nothing is loaded or unpacked. Each entry is one letter on the way through a word.
class WordList {
public:
    // The first entry names the first letters' place; `lists/word_graph.h` makes such entries,
    // which must outlive this.
    explicit WordList(std::span<const std::uint32_t> entries) : entries_(entries) {}

    // `folded`: as words::fold_word folds it. Only words of four letters and more are in the lists.
    bool contains(std::string_view folded) const;

    // The list that this program was built with ("de" also for "de-AT"), or null: then no typing
    // slip is forgiven in that language.
    static const WordList* of(std::string_view language);

private:
    std::span<const std::uint32_t> entries_;
};

// One entry: the letter, whether it is the last one at its place, whether a word ends with it, and
// the place of the letters that may follow (0: none).
constexpr std::uint32_t entry_letter = 0xFF;
constexpr std::uint32_t entry_is_last = 1U << 8;
constexpr std::uint32_t entry_ends_word = 1U << 9;
constexpr int entry_next_shift = 10;

}  // namespace attune::words
