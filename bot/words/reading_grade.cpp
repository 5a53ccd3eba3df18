#include "words/reading_grade.h"

#include <algorithm>

#include "words/words.h"

namespace attune::words {

namespace {

constexpr double fewest_words = 60;

struct Counts {
    double words = 0;
    double sentences = 0;
    double syllables = 0;
    double of_one_syllable = 0;
    double of_three_syllables = 0;  // or more
    double longer_than_six = 0;     // letters
};

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

int syllables_of(const std::string& word, std::string_view language) {
    int groups = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++groups;
    }
    // "came", but "little"
    const bool silent_e = language == "en" && groups > 1 && word.size() > 2 && word.back() == 'e' &&
                          !is_vowel(word[word.size() - 2]) && word[word.size() - 2] != 'l';
    return std::max(1, silent_e ? groups - 1 : groups);
}

Counts count(std::string_view text, std::string_view language) {
    Counts counts;
    for (const Word& word : split(text, language)) {
        const int syllables = syllables_of(word.folded, language);
        ++counts.words;
        counts.syllables += syllables;
        if (word.starts_sentence) ++counts.sentences;
        if (syllables == 1) ++counts.of_one_syllable;
        if (syllables >= 3) ++counts.of_three_syllables;
        if (count_letters(word.folded) > 6) ++counts.longer_than_six;
    }
    return counts;
}

}  // namespace

std::string_view reading_formula(std::string_view language) {
    if (language == "en") return "Flesch-Kincaid grade level";
    if (language == "de") return "first Wiener Sachtextformel";
    if (language == "es") return "Crawford's grade";
    return {};
}

std::optional<double> reading_grade(std::string_view text, std::string_view language) {
    if (reading_formula(language).empty()) return std::nullopt;
    const Counts n = count(text, language);
    if (n.words < fewest_words || n.sentences == 0) return std::nullopt;
    if (language == "en") {
        return 0.39 * n.words / n.sentences + 11.8 * n.syllables / n.words - 15.59;
    }
    const double percent = 100.0 / n.words;
    if (language == "de") {
        return 0.1935 * n.of_three_syllables * percent + 0.1672 * n.words / n.sentences +
               0.1297 * n.longer_than_six * percent - 0.0327 * n.of_one_syllable * percent - 0.875;
    }
    return -0.205 * n.sentences * percent + 0.049 * n.syllables * percent - 3.407;
}

}  // namespace attune::words
