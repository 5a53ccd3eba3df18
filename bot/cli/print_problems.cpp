#include "cli/print_problems.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "words/words.h"

namespace attune::cli {

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::hint:
            return "hint";
    }
    return "";
}

namespace {

// "  31 | …" and the marks below it
bool is_source(const std::string& line) {
    const std::size_t bar = line.find(" | ");
    return bar != std::string::npos && line.find_first_not_of(" 0123456789") == bar + 1;
}

// The sentences, broken at blanks; what stands in the file is cut to fit already.
std::string fitted(const std::string& text, int width) {
    std::istringstream lines(text);
    std::string fit;
    for (std::string line; std::getline(lines, line);) {
        const bool fits =
            is_source(line) || words::count_letters(line) <= static_cast<std::size_t>(width);
        const bool is_indented = line.starts_with("  ");
        fit += (fits ? line : wrapped(line, width, is_indented ? "  " : "")) + "\n";
    }
    return fit;
}

}  // namespace

void print_problems(
    const Problems& problems, std::ostream& out, Colours colours, const Console& console) {
    for (const Problem& problem : problems.list) {
        const std::string text = to_text(problem, colours, console.width);
        out << (console.out_is_terminal ? fitted(text, console.width) : text) << "\n";
    }
}

std::string problems_as_json(const Problems& problems) {
    auto list = nlohmann::json::array();
    for (const Problem& problem : problems.list) {
        list.push_back(
            {{"severity", name_of(problem.severity)},
             {"number", problem.number},
             {"file", problem.place.file},
             {"line", problem.place.line},
             {"column", problem.place.column},
             {"length", problem.place.length},
             {"what", problem.what},
             {"mend", problem.mend}});
    }
    const nlohmann::json whole = {{"problems", std::move(list)}, {"errors", problems.has_errors()}};
    return whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace attune::cli
