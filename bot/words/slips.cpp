#include "words/slips.h"

#include <algorithm>

namespace attune::words {

namespace {

constexpr std::size_t shortest_meant = 5;

bool is_plain_letter(char c) {
    return (c >= 'a' && c <= 'z') || c == '\'';
}

}  // namespace

bool is_slip(std::string_view typed, std::string_view meant) {
    if (meant.size() < shortest_meant || typed.empty() || typed[0] != meant[0]) return false;
    const auto differs = std::mismatch(typed.begin(), typed.end(), meant.begin(), meant.end());
    const auto a = typed.substr(static_cast<std::size_t>(differs.first - typed.begin()));
    const auto b = meant.substr(static_cast<std::size_t>(differs.second - meant.begin()));
    if (a.size() == b.size() + 1) return a.substr(1) == b;
    if (a.size() + 1 == b.size()) return a == b.substr(1);
    if (a.size() != b.size() || a.empty()) return false;
    if (a.substr(1) == b.substr(1)) return true;
    return a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

void add_mended(
    std::vector<MendedWord>& mended,
    const std::vector<Word>& words,
    std::size_t first,
    const std::vector<std::string>& meant) {
    for (std::size_t i = 0; i < meant.size(); ++i) {
        const std::string& typed = words[first + i].folded;
        if (typed != meant[i]) mended.push_back({typed, meant[i]});
    }
}

Slips::Slips(const std::vector<Word>& words, const WordList* list)
    : words_(words), list_(list), known_(list ? words.size() : 0, Known::not_asked) {}

bool Slips::may_be(std::size_t index) const {
    if (!list_) return false;
    Known& known = known_[index];
    if (known == Known::not_asked) {
        const Word& word = words_[index];
        const bool plain = word.folded.size() + 1 >= shortest_meant && !word.looks_like_name &&
                           std::all_of(word.folded.begin(), word.folded.end(), is_plain_letter);
        known = plain && !list_->contains(word.folded) ? Known::may_be : Known::is_word;
    }
    return known == Known::may_be;
}

}  // namespace attune::words
