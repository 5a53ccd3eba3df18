#include "words/word_list.h"

namespace attune::words {

bool WordList::contains(std::string_view folded) const {
    // What English hangs onto any noun: "mother's".
    if (folded.ends_with("'s")) folded.remove_suffix(2);
    if (entries_.size() < 2 || folded.empty()) return false;
    std::uint32_t at = entries_.front();
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (at == 0) return false;
        const auto letter = static_cast<std::uint32_t>(static_cast<unsigned char>(folded[i]));
        while ((entries_[at] & entry_letter) != letter) {
            if ((entries_[at] & entry_is_last) != 0) return false;
            ++at;
        }
        if (i + 1 == folded.size()) return (entries_[at] & entry_ends_word) != 0;
        at = entries_[at] >> entry_next_shift;
    }
    return false;
}

}  // namespace attune::words
