// Runs a command line inside the test and keeps what it wrote.
#pragma once

#include <string>
#include <vector>

#include "cli/exit.h"

namespace attune::cli {

struct Ran {
    Exit exit = Exit::fine;
    std::string out;
    std::string err;
};

Ran attune_with(std::vector<std::string> arguments, const std::string& typed = "");

}  // namespace attune::cli
