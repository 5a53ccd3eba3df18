// What the program ends with. Listed in every --help.
#pragma once

#include <string_view>

namespace attune::cli {

enum class Exit : int {
    fine = 0,
    findings = 1,   // lint, tests; a folder of dialogs that cannot serve
    wrong_use = 2,  // of the command line
    configuration = 3,
    data = 4,     // data file, key file or disk
    network = 5,  // the address is in use, or not ours
    interrupted = 130,
};

constexpr std::string_view exit_codes =
    "Exit codes: 0 fine, 1 findings, 2 wrong use, 3 configuration, 4 data file or disk, "
    "5 address, 130 interrupted";

}  // namespace attune::cli
