// One typing slip in a word: which words of a message may be mistyped, and for what.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "words/word_list.h"
#include "words/words.h"

namespace attune::words {

// True if one letter too many, one missing, one wrong, or two neighbours swapped make `typed` out
// of `meant`. The first letter is the same and `meant` has five letters or more (both folded).
bool is_slip(std::string_view typed, std::string_view meant);

// A word that was read as another one, a typing slip away; both folded.
struct MendedWord {
    std::string typed;
    std::string meant;
};

// Adds each word that stands for another one, from word `first` of a message on.
void add_mended(
    std::vector<MendedWord>& mended,
    const std::vector<Word>& words,
    std::size_t first,
    const std::vector<std::string>& meant);

// The words of one message that may be mistyped: no word of the language, no number, no name (a
// capital letter inside a sentence). None if there is no list. What is passed must outlive this.
class Slips {
public:
    Slips(const std::vector<Word>& words, const WordList* list);

    bool may_be(std::size_t index) const;

private:
    enum class Known : std::uint8_t { not_asked, may_be, is_word };

    const std::vector<Word>& words_;
    const WordList* list_;
    mutable std::vector<Known> known_;  // asked only where a phrase is near
};

}  // namespace attune::words
