#include "terminal.h"

#include <sstream>

#include "cli/run.h"

namespace attune::cli {

Ran attune_with(std::vector<std::string> arguments, const std::string& typed) {
    std::istringstream in(typed);
    std::ostringstream out;
    std::ostringstream err;
    Console console{in, out, err};
    Ran ran;
    ran.exit = run(std::move(arguments), console);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

}  // namespace attune::cli
