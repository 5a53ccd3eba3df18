// What the compiler says of files, as tests read it.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/problems.h"
#include "dialog/load.h"
#include "tests/support/edition.h"

namespace attune::test {

// "file:line:column number", one a problem.
inline std::string place_and_number(const Problem& problem) {
    return problem.place.file + ":" + std::to_string(problem.place.line) + ":" +
           std::to_string(problem.place.column) + " " + problem.number;
}

inline Problems problems_of(std::map<std::string, std::string> files) {
    files.try_emplace("defaults/en.json", small_defaults());
    return dialog::compile(files, "dialogs").problems;
}

// The problems of one dialog "talk" whose scenes are written between the braces.
inline Problems problems_in(const std::string& scenes) {
    return problems_of({{"talk.json", dialog_file("talk", scenes)}});
}

// The problems of one scene with these steps, after which the talk ends.
inline Problems problems_in_steps(const std::string& steps) {
    return problems_in("\"start\": [ " + steps + ", { \"end\": \"Bye.\" } ]");
}

inline std::vector<std::string> numbers(const Problems& problems) {
    std::vector<std::string> found;
    for (const Problem& problem : problems.list) found.push_back(problem.number);
    return found;
}

inline bool has(const Problems& problems, const std::string& number) {
    const auto all = numbers(problems);
    return std::find(all.begin(), all.end(), number) != all.end();
}

}  // namespace attune::test
