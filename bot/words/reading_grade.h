// How many years of school a text asks for.
#pragma once

#include <optional>
#include <string_view>

namespace attune::words {

// By a published formula of the language:
//   en  Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers, Chissom 1975)
//   de  first Wiener Sachtextformel (Bamberger, Vanecek 1984)
//   es  Crawford's grade for Spanish texts (Crawford 1989)
// Syllables are counted by groups of vowels. Nothing for other languages, and for texts of fewer
// than 60 words, which no formula was made for.
std::optional<double> reading_grade(std::string_view text, std::string_view language);

// The name of the formula, for people; empty where there is none.
std::string_view reading_formula(std::string_view language);

}  // namespace attune::words
