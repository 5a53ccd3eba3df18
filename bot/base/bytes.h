// Bytes: what is stored or sealed. A std::string, so that short ones need no allocation.
#pragma once

#include <string>
#include <string_view>

namespace attune {

using Bytes = std::string;
using BytesView = std::string_view;

}  // namespace attune
