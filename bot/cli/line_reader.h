// Lines of what is typed or piped, with a look elsewhere while none comes.
#pragma once

#include <chrono>
#include <string>

#include "cli/console.h"

namespace attune::cli {

class LineReader {
public:
    explicit LineReader(Console& console) : console_(console) {}

    enum class Came { line, end, nothing };
    // Waits for a line, at most so long where the input is one of the process (else until it
    // comes).
    Came next(std::string& line, std::chrono::milliseconds at_most);

private:
    bool take(std::string& line);
    Came from_descriptor(std::string& line, std::chrono::milliseconds at_most);

    Console& console_;
    std::string read_;  // and not yet given
    bool ended_ = false;
};

}  // namespace attune::cli
