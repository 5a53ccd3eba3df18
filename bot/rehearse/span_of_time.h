// How a test says that time passes ("20 minutes", "9 days"), and when it begins.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/moment.h"

namespace attune::rehearse {

// A number and seconds, minutes, hours or days. Nothing for anything else.
std::optional<std::chrono::milliseconds> span_of_time(const std::string& text);
// The way back, in the largest unit that fits: "90 minutes", "2 days".
std::string span_text(std::chrono::milliseconds time);

// "2026-11-24 20:15". Nothing for anything else.
std::optional<Instant> instant_of(const std::string& text);
// The way back.
std::string moment_text(Instant at);

}  // namespace attune::rehearse
