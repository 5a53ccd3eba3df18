// Where a command reads and writes: stdout is the result, stderr the talk about it.
#pragma once

#include <iosfwd>
#include <string>

#include "base/problems.h"

namespace attune::cli {

struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool in_is_terminal = false;
    Colours out_colours = Colours::none;
    Colours err_colours = Colours::none;
    int width = 100;  // letters a line
    bool out_is_terminal = false;
    int in_descriptor = -1;  // of `in`, where it can be waited for
};

// The process's own. Colours only on a terminal, and never with NO_COLOR.
Console console_of_process();

// What --color says: "auto", "always", "never". False for anything else.
bool set_colours(Console& console, const std::string& when);

// Breaks at blanks so that no line is longer than `width` letters; each line begins with `margin`,
// which counts. Line breaks of the text stay.
std::string wrapped(const std::string& text, int width, const std::string& margin);

// The same after `start`; further lines begin below its end.
std::string hanging(const std::string& start, const std::string& text, int width);

}  // namespace attune::cli
