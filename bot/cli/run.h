// The command line: finds the command, reads its options, runs it.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit.h"

namespace attune::cli {

// `arguments` without the program's name.
Exit run(std::vector<std::string> arguments, Console& console);

}  // namespace attune::cli
