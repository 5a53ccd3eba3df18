// The one table of everything that the checker may say: from it come its messages, `attune
// explain`, the reference page in dialogs/README.md, and a test of each row's two examples.
#pragma once

#include <string_view>
#include <vector>

#include "base/problems.h"

namespace attune::dialog {

// What an example is a piece of; what is around it goes without saying.
enum class Excerpt : std::uint8_t {
    steps,      // of the only scene of a dialog
    scenes,     // of a dialog: "name": [ … ]
    file,       // a whole dialog, example.json
    files,      // several, each under a line "== name.json =="
    condition,  // of an `if` behind a question "how" (a scale), "what" (words), "which" (choose
                // many)
    text,       // of a `say` behind the same questions
    tests,      // of the file of tests beside a dialog
    defaults,   // keys of defaults/en.json, which replace those of that name
};

struct ProblemRow {
    const char* number;
    Severity severity;
    Excerpt excerpt;
    const char* what;  // %1, %2 … are filled with what was found
    const char* mend;
    // What is fixed easily cannot always be shown in a few lines: then it is empty.
    // The place that is to be found stands between « and »; none: the file as a whole.
    const char* wrong;
    const char* right;
};

// In order of their numbers.
const std::vector<ProblemRow>& problem_table();

const ProblemRow* find_problem(std::string_view number);

// A1 JSON, A2 names, A3 flow, A4 people, A5 languages, A6 tests.
struct ProblemFamily {
    char digit;
    const char* title;
};
const std::vector<ProblemFamily>& problem_families();

}  // namespace attune::dialog
