// A label of a picture, broken into short lines.
#pragma once

#include <string>
#include <vector>

namespace attune::overview {

// Lines of about `width` letters, broken at blanks; what is beyond `most` lines becomes "…".
std::vector<std::string> wrap_label(const std::string& text, std::size_t width, std::size_t most);

}  // namespace attune::overview
