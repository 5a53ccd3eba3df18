// How a test says that time passes: "20 minutes", "9 days".
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace attune::rehearse {

// A number and seconds, minutes, hours or days. Nothing for anything else.
std::optional<std::chrono::milliseconds> span_of_time(const std::string& text);

}  // namespace attune::rehearse
