#include "dialog/languages.h"

#include <algorithm>

#include "dialog/edition.h"

namespace attune::dialog {

namespace {

constexpr std::size_t longest_tag = 35;  // RFC 5646, 4.4.1

char lower_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return lower_letter(x) == lower_letter(y);
    });
}

}  // namespace

bool is_language_tag(std::string_view text) {
    if (text.size() < 2 || text.size() > longest_tag || text.front() == '-') return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (lower_letter(c) >= 'a' && lower_letter(c) <= 'z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

std::string best_language(std::string_view wanted, const std::vector<std::string>& there) {
    const bool bare = wanted.find('-') == std::string_view::npos;
    for (std::string_view part = wanted; !part.empty();) {
        for (const std::string& one : there) {
            if (same(one, part)) return one;
        }
        const std::size_t dash = part.rfind('-');
        part = dash == std::string_view::npos ? std::string_view() : part.substr(0, dash);
    }
    if (!bare || wanted.empty()) return "";
    for (const std::string& one : there) {
        if (one.size() > wanted.size() && one[wanted.size()] == '-' &&
            same(std::string_view(one).substr(0, wanted.size()), wanted)) {
            return one;
        }
    }
    return "";
}

const Edition& Edition::in(std::string_view language) const {
    if (language.empty()) return *this;
    const auto found = translations.find(language);
    return found == translations.end() ? *this : *found->second.edition;
}

std::string Edition::language_for(DialogIndex dialog, std::string_view wanted) const {
    const std::string& own = dialogs.at(dialog).language;
    std::vector<std::string> there = {own};
    for (const auto& [language, translation] : translations) {
        if (translation.whole.at(dialog)) there.push_back(language);
    }
    const std::string best = best_language(wanted, there);
    return best == own ? "" : best;
}

}  // namespace attune::dialog
