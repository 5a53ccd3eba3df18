#include "cli/print_problems.h"

#include <ostream>

#include <nlohmann/json.hpp>

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

void print_problems(const Problems& problems, std::ostream& out, Colours colours, int width) {
    for (const Problem& problem : problems.list) out << to_text(problem, colours, width) << "\n";
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
