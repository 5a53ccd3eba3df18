#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <sstream>

#include "words/words.h"

namespace attune::cli {

namespace {

constexpr int width_without_terminal = 100;
constexpr int narrowest = 30;

Colours colours_of(int descriptor) {
    const char* none = std::getenv("NO_COLOR");
    const bool wanted = none == nullptr || *none == '\0';
    return wanted && ::isatty(descriptor) == 1 ? Colours::terminal : Colours::none;
}

int width_of_terminal() {
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= narrowest;
    return known ? size.ws_col : width_without_terminal;
}

// One line without line breaks.
std::string wrapped_line(const std::string& line, std::size_t room, const std::string& margin) {
    std::istringstream words(line);
    std::string text = margin;
    std::string word;
    std::size_t used = 0;
    while (words >> word) {
        const std::size_t length = words::count_letters(word);
        if (used > 0 && used + 1 + length > room) {
            text += "\n" + margin;
            used = 0;
        }
        if (used > 0) text += ' ';
        used += length + (used > 0 ? 1 : 0);
        text += word;
    }
    return text;
}

}  // namespace

Console console_of_process() {
    return {
        std::cin,
        std::cout,
        std::cerr,
        ::isatty(STDIN_FILENO) == 1,
        colours_of(STDOUT_FILENO),
        colours_of(STDERR_FILENO),
        width_of_terminal(),
        ::isatty(STDOUT_FILENO) == 1,
        STDIN_FILENO};
}

bool set_colours(Console& console, const std::string& when) {
    if (when == "auto") return true;
    if (when != "always" && when != "never") return false;
    const Colours colours = when == "always" ? Colours::terminal : Colours::none;
    console.out_colours = colours;
    console.err_colours = colours;
    return true;
}

std::string wrapped(const std::string& text, int width, const std::string& margin) {
    const auto taken = static_cast<int>(words::count_letters(margin));
    const auto room = static_cast<std::size_t>(std::max(width - taken, 10));
    std::istringstream lines(text);
    std::string line;
    std::string out;
    while (std::getline(lines, line)) {
        if (!out.empty()) out += '\n';
        out += wrapped_line(line, room, margin);
    }
    return out;
}

std::string hanging(const std::string& start, const std::string& text, int width) {
    const std::string margin(words::count_letters(start), ' ');
    const std::string lines = wrapped(text, width, margin);
    return start + (lines.empty() ? "" : lines.substr(margin.size()));
}

}  // namespace attune::cli
