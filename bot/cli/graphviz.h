// Graphviz's program `dot`, where it is installed.
#pragma once

#include <string>

#include "base/result.h"

namespace attune::cli {

enum class NoDrawing { not_installed, failed };

// The drawing as SVG.
Result<std::string, NoDrawing> svg_of(const std::string& dot);

}  // namespace attune::cli
