// What is wrong with a file that a person wrote, all of it at once, and how to mend it.
#pragma once

#include <string>
#include <vector>

namespace attune {

enum class Severity { error, warning, hint };

struct Place {
    std::string file;  // as the person named it, "dialogs/welcome.json"
    int line = 0;      // from 1; 0: the file as a whole
    int column = 0;    // from 1, in code points
    int length = 1;    // how many code points the mark covers
};

struct Problem {
    Severity severity = Severity::error;
    std::string number;  // stable: "A214"; empty for configuration
    Place place;
    std::string what;         // one sentence: what is wrong
    std::string mend;         // one sentence: what to do about it
    std::string source_line;  // the line as it stands in the file, without its end
};

struct Problems {
    Problems() = default;
    explicit Problems(std::vector<Problem> found) : list(std::move(found)) {}

    bool has_errors() const;

    std::vector<Problem> list;
};

enum class Colours { none, terminal };

// The form that people read:
//   dialogs/after-i-shouted.json:31:43  error A214  "older-than-tody" is no scene or dialog
//   31 | "when": { "old": [ { "visit": "shared/older-than-tody" } ] },
//      |                               ^^^^^^^^^^^^^^^^^^^^^^^^
//   Did you mean "shared/older-than-today"?   attune explain A214
// A line longer than `width` is cut around the mark.
std::string to_text(const Problem& problem, Colours colours = Colours::none, int width = 100);

// "1 error, 2 hints in 1 file."
std::string summary(const Problems& problems);

// The nearest of `candidates` to what was written, at most a third of its letters away; else empty.
std::string nearest(const std::string& written, const std::vector<std::string>& candidates);

}  // namespace attune
