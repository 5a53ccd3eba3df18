// The words of a problem: a row of the problem table, filled with what was found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"

namespace attune::dialog {

// What was found, to be put into the sentences of a row.
struct Shown {
    Shown(const char* shown) : text(shown) {}                    // NOLINT: meant to be implicit
    Shown(std::string shown) : text(std::move(shown)) {}         // NOLINT
    Shown(std::string_view shown) : text(shown) {}               // NOLINT
    Shown(std::size_t number) : text(std::to_string(number)) {}  // NOLINT
    std::string text;
};
using Values = std::vector<Shown>;

struct Wording {
    Severity severity = Severity::error;
    std::string what;
    std::string mend;
};

// The sentences of a row. With a `near` name the mend asks whether that was meant.
Wording in_words(std::string_view number, const Values& values = {}, std::string_view near = {});

// Where no line is to blame.
Problem problem_of_file(std::string_view number, std::string file, const Values& values = {});

}  // namespace attune::dialog
