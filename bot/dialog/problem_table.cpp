#include "dialog/problem_table.h"

#include <algorithm>

#include "dialog/problem_rows.h"
#include "dialog/problem_wording.h"

namespace attune::dialog {

namespace {

// Every %n becomes the value of that number; a sign % before anything else stays.
std::string filled(std::string_view pattern, const Values& values) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::size_t number = pattern[i] == '%' && i + 1 < pattern.size()
                                       ? static_cast<std::size_t>(pattern[i + 1] - '0')
                                       : 0;
        if (number < 1 || number > values.size()) {
            text += pattern[i];
            continue;
        }
        text += values[number - 1].text;
        ++i;
    }
    return text;
}

std::vector<ProblemRow> all_rows() {
    std::vector<ProblemRow> rows;
    for (const auto family :
         {json_rows,
          name_rows,
          answer_rows,
          inside_rows,
          beside_rows,
          flow_rows,
          other_rows,
          translation_rows,
          test_rows}) {
        const auto& some = family();
        rows.insert(rows.end(), some.begin(), some.end());
    }
    std::sort(rows.begin(), rows.end(), [](const ProblemRow& a, const ProblemRow& b) {
        return std::string_view(a.number) < b.number;
    });
    return rows;
}

}  // namespace

const std::vector<ProblemRow>& problem_table() {
    static const std::vector<ProblemRow> table = all_rows();
    return table;
}

const ProblemRow* find_problem(std::string_view number) {
    const auto& table = problem_table();
    const auto found = std::lower_bound(
        table.begin(), table.end(), number, [](const ProblemRow& row, std::string_view wanted) {
            return row.number < wanted;
        });
    return found != table.end() && found->number == number ? &*found : nullptr;
}

const std::vector<ProblemFamily>& problem_families() {
    static const std::vector<ProblemFamily> families = {
        {'1', "The file as JSON: commas, quotes, brackets"},
        {'2', "Names, keys, and what stands inside of texts and conditions"},
        {'3', "The way through the talk"},
        {'4', "What people would meet"},
        {'5', "Languages"},
        {'6', "Conversation tests"}};
    return families;
}

Wording in_words(std::string_view number, const Values& values, std::string_view near) {
    const ProblemRow* row = find_problem(number);
    if (row == nullptr)
        return {Severity::error, "Something is wrong here", ""};  // a test forbids it
    const std::string meant = "Did you mean \"" + std::string(near) + "\"?";
    return {
        row->severity, filled(row->what, values), near.empty() ? filled(row->mend, values) : meant};
}

Problem problem_of_file(std::string_view number, std::string file, const Values& values) {
    Wording words = in_words(number, values);
    return {
        words.severity,
        std::string(number),
        Place{std::move(file), 0, 0, 1},
        std::move(words.what),
        std::move(words.mend),
        ""};
}

}  // namespace attune::dialog
