// Puts the parts together and serves until a signal asks for the end.
#pragma once

#include "cli/config.h"
#include "cli/console.h"
#include "cli/exit.h"

namespace attune::cli {

// Says "Open http://…/" on stdout when people may come.
Exit serve_until_signal(const Config& config, Console& console);

}  // namespace attune::cli
