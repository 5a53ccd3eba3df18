#include "words/lists/word_graph.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string_view>

#include "words/word_list.h"

namespace attune::words {

namespace {

// Words come in order, so all below a letter is done when a word leaves it: then the letters at
// that place are written, or the place of equal ones is taken.
class GraphMaker {
public:
    std::vector<std::uint32_t> make(const std::vector<std::string>& sorted) {
        open_.emplace_back();
        for (const std::string& word : sorted) add(word);
        close_down_to(0);
        entries_[0] = place_of(open_[0]);
        return std::move(entries_);
    }

private:
    using Letters = std::vector<std::uint32_t>;  // the entries at one place

    void add(std::string_view word) {
        const auto common = static_cast<std::size_t>(
            std::mismatch(word.begin(), word.end(), before_.begin(), before_.end()).first -
            word.begin());
        close_down_to(common);
        for (std::size_t i = common; i < word.size(); ++i) {
            open_[i].push_back(static_cast<unsigned char>(word[i]));
            open_.emplace_back();
        }
        if (!word.empty()) open_[word.size() - 1].back() |= entry_ends_word;
        before_ = word;
    }

    void close_down_to(std::size_t depth) {
        while (open_.size() > depth + 1) {
            const std::uint32_t place = place_of(open_.back());
            open_.pop_back();
            open_.back().back() |= place << entry_next_shift;
        }
    }

    std::uint32_t place_of(Letters& letters) {
        if (letters.empty()) return 0;
        letters.back() |= entry_is_last;
        const auto [at, is_new] = places_.emplace(letters, 0);
        if (!is_new) return at->second;
        if (entries_.size() >= (1U << (32 - entry_next_shift))) {
            throw std::length_error("too many words for one list");
        }
        at->second = static_cast<std::uint32_t>(entries_.size());
        entries_.insert(entries_.end(), letters.begin(), letters.end());
        return at->second;
    }

    std::vector<std::uint32_t> entries_{0};
    std::vector<Letters> open_;  // the places on the way to the word before
    std::string before_;
    std::map<Letters, std::uint32_t> places_;
};

}  // namespace

std::vector<std::uint32_t> word_graph(const std::vector<std::string>& sorted) {
    return GraphMaker().make(sorted);
}

}  // namespace attune::words
