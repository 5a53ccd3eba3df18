#include "words/phrases.h"

#include <algorithm>
#include <tuple>

namespace attune::words {

namespace {

bool stands_at(
    const std::vector<std::string>& phrase, const std::vector<Word>& words, std::size_t first) {
    if (phrase.size() > words.size() - first) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (phrase[i] != words[first + i].folded) return false;
    }
    return true;
}

// The same where words may be mistyped.
bool stands_at(
    const std::vector<std::string>& phrase,
    const std::vector<Word>& words,
    std::size_t first,
    const Slips& slips) {
    if (phrase.size() > words.size() - first) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const std::string& typed = words[first + i].folded;
        if (phrase[i] == typed) continue;
        if (!is_slip(typed, phrase[i]) || !slips.may_be(first + i)) return false;
    }
    return true;
}

bool overlap(const PhraseSet::Hit& a, const PhraseSet::Hit& b) {
    return a.first < b.first + b.count && b.first < a.first + a.count;
}

bool same_words(const PhraseSet::Hit& a, const PhraseSet::Hit& b) {
    return a.first == b.first && a.count == b.count;
}

// Of overlapping hits the longest stays, the earlier one of two as long.
std::vector<PhraseSet::Hit> longest_of(std::vector<PhraseSet::Hit> found) {
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(b.count, a.first, a.owner) < std::tie(a.count, b.first, b.owner);
    });
    std::vector<PhraseSet::Hit> kept;
    for (const PhraseSet::Hit& hit : found) {
        const bool beaten = std::any_of(kept.begin(), kept.end(), [&hit](const auto& other) {
            return overlap(hit, other) && !same_words(hit, other);
        });
        if (!beaten) kept.push_back(hit);
    }
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.owner) < std::tie(b.first, b.owner);
    });
    return kept;
}

}  // namespace

void PhraseSet::add(std::string_view phrase, std::string_view language, int owner) {
    Phrase added;
    for (Word& word : split(phrase, language)) added.words.push_back(std::move(word.folded));
    added.owner = owner;
    if (added.words.empty()) return;
    longest_ = std::max(longest_, added.words.size());
    auto& others = by_first_[added.words.front()];
    const bool known = std::any_of(others.begin(), others.end(), [&added](const Phrase& other) {
        return other.owner == added.owner && other.words == added.words;
    });
    if (!known) others.push_back(std::move(added));
}

std::vector<PhraseSet::Hit> PhraseSet::find(const std::vector<Word>& words) const {
    std::vector<Hit> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto candidates = by_first_.find(words[i].folded);
        if (candidates == by_first_.end()) continue;
        for (const Phrase& phrase : candidates->second) {
            if (stands_at(phrase.words, words, i)) {
                found.push_back({phrase.owner, i, phrase.words.size(), nullptr});
            }
        }
    }
    if (found.size() < 2) return found;
    return longest_of(std::move(found));
}

std::vector<PhraseSet::Hit> PhraseSet::at(
    std::size_t first, const std::vector<Word>& words, const Slips& slips) const {
    std::vector<Hit> found;
    const std::string& typed = words[first].folded;
    // A slip keeps the first letter, so all that may be meant stands here, one after another.
    const auto from = by_first_.lower_bound(std::string_view(typed).substr(0, 1));
    for (auto meant = from; meant != by_first_.end() && meant->first[0] == typed[0]; ++meant) {
        if (meant->first != typed && !is_slip(typed, meant->first)) continue;
        for (const Phrase& phrase : meant->second) {
            if (!stands_at(phrase.words, words, first, slips)) continue;
            found.push_back({phrase.owner, first, phrase.words.size(), &phrase.words});
        }
    }
    return found;
}

std::vector<PhraseSet::Hit> PhraseSet::find(
    const std::vector<Word>& words, const Slips& slips) const {
    std::vector<Hit> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto here = at(i, words, slips);
        found.insert(found.end(), here.begin(), here.end());
    }
    return found.size() < 2 ? found : longest_of(std::move(found));
}

std::vector<PhraseSet::Hit> PhraseSet::whole(
    const std::vector<Word>& words, const Slips& slips) const {
    if (words.empty() || words.size() > longest_) return {};
    auto found = at(0, words, slips);
    std::erase_if(found, [&](const Hit& hit) { return hit.count != words.size(); });
    return found;
}

std::vector<int> PhraseSet::whole(const std::vector<Word>& words) const {
    std::vector<int> owners;
    if (words.empty() || words.size() > longest_) return owners;
    const auto candidates = by_first_.find(words.front().folded);
    if (candidates == by_first_.end()) return owners;
    for (const Phrase& phrase : candidates->second) {
        const bool is_all = phrase.words.size() == words.size();
        if (is_all && stands_at(phrase.words, words, 0)) owners.push_back(phrase.owner);
    }
    return owners;
}

}  // namespace attune::words
