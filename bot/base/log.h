// The program's log: structured lines on stderr. Never a word that a parent wrote, nor the place.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace attune {

enum class LogLevel { debug, info, warning, error };

// Lines below it are not written. Any thread.
void log_from(LogLevel least);

// One line: time, level, what happened, then name=value pairs. Any thread.
void log(
    LogLevel level,
    std::string_view what,
    std::initializer_list<std::pair<std::string_view, std::string>> details = {});

}  // namespace attune
