// The table of problems as people read it: a list, one of them in full, the reference page.
#pragma once

#include <string>

#include "dialog/problem_table.h"

namespace attune::cli {

// A sentence of a row with "…" where a message names what was found.
std::string without_values(const std::string& sentence);

// An example without the « and » round the place.
std::string without_marks(const std::string& example);

// "some steps of a scene", "a whole file" …: what the examples are a piece of.
std::string place_of(dialog::Excerpt excerpt);

// Number and sentence of each, family by family.
std::string problems_as_list(int width);

// Sentence, mend and both examples; the place that is wrong is marked below its line.
std::string problem_in_full(const dialog::ProblemRow& row, int width);

// The reference page: a table for each family.
std::string problems_as_markdown();

}  // namespace attune::cli
