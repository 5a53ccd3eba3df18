// The rows of the table of problems, a file for each family. Only for problem_table.cpp.
#pragma once

#include <vector>

#include "dialog/problem_table.h"

namespace attune::dialog {

std::vector<ProblemRow> json_rows();         // A1
std::vector<ProblemRow> name_rows();         // A200 to A239, A245 to A249, A288 to A291
std::vector<ProblemRow> answer_rows();       // A240 to A244
std::vector<ProblemRow> inside_rows();       // A250 to A299: texts and conditions
std::vector<ProblemRow> beside_rows();       // A264 to A266: links and pictures
std::vector<ProblemRow> flow_rows();         // A3
std::vector<ProblemRow> other_rows();        // A4 people, A500 to A504 languages
std::vector<ProblemRow> translation_rows();  // A505 to A539
std::vector<ProblemRow> test_rows();         // A6

}  // namespace attune::dialog
