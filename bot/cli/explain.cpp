// attune explain [NUMBER]: what a problem of the checker means, with a wrong and a right example;
// all of it from the one table of problems.
#include <algorithm>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/print_problems.h"
#include "cli/problem_pages.h"
#include "dialog/problem_table.h"

namespace attune::cli {

namespace {

using dialog::ProblemRow;

struct Wishes {
    std::string number;
    bool json = false;
    bool markdown = false;
};

nlohmann::json as_json(const ProblemRow& row) {
    return {
        {"number", row.number},
        {"severity", name_of(row.severity)},
        {"what", without_values(row.what)},
        {"mend", without_values(row.mend)},
        {"where", place_of(row.excerpt)},
        {"wrong", without_marks(row.wrong)},
        {"right", row.right}};
}

void print_json(const nlohmann::json& json, Console& console) {
    console.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
}

Exit explain_all(const Wishes& wishes, Console& console) {
    if (wishes.markdown) {
        console.out << problems_as_markdown();
    } else if (wishes.json) {
        auto list = nlohmann::json::array();
        for (const ProblemRow& row : dialog::problem_table()) list.push_back(as_json(row));
        print_json({{"problems", std::move(list)}}, console);
    } else {
        console.out << problems_as_list(console.width) << "\n";
        console.err << "attune explain A214 says more of one of them.\n";
    }
    return Exit::fine;
}

Exit say_unknown(const std::string& number, Console& console) {
    std::vector<std::string> numbers;
    for (const ProblemRow& row : dialog::problem_table()) numbers.emplace_back(row.number);
    const std::string near = nearest(number, numbers);
    console.err << "attune explain: there is no problem \"" << number << "\". "
                << (near.empty() ? "attune explain lists them all."
                                 : "Did you mean \"" + near + "\"?")
                << "\n";
    return Exit::wrong_use;
}

Exit explain(const Wishes& wishes, Console& console) {
    if (wishes.number.empty()) return explain_all(wishes, console);
    std::string number = wishes.number;
    if (number.front() == 'a') number.front() = 'A';
    const ProblemRow* row = dialog::find_problem(number);
    if (row == nullptr) return say_unknown(wishes.number, console);
    if (wishes.json) {
        print_json(as_json(*row), console);
    } else {
        console.out << problem_in_full(*row, console.width);
    }
    return Exit::fine;
}

}  // namespace

Action declare_explain(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("number", wishes->number, "as it stands in a message: A214 (all of them)");
    app.add_flag("--json", wishes->json, "for programs");
    app.add_flag("--markdown", wishes->markdown, "all, as they stand in dialogs/README.md");
    return [wishes](Console& console) { return explain(*wishes, console); };
}

}  // namespace attune::cli
