// Problems as a command prints them: for people, or as JSON for programs.
#pragma once

#include <string>

#include "base/problems.h"
#include "cli/console.h"

namespace attune::cli {

// "error", "warning", "hint"
std::string_view name_of(Severity severity);

// Each problem, an empty line between two. On a terminal the sentences are broken at its width; in
// a pipe each problem begins with one whole line.
void print_problems(
    const Problems& problems, std::ostream& out, Colours colours, const Console& console);

// {"problems": [{"severity", "number", "file", "line", "column", "length", "what", "mend"}], …}
std::string problems_as_json(const Problems& problems);

}  // namespace attune::cli
