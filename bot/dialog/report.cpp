#include "dialog/report.h"

#include <algorithm>
#include <tuple>

namespace attune::dialog {

namespace {

auto order_of(const Problem& problem) {
    return std::tie(
        problem.place.file, problem.place.line, problem.place.column, problem.number, problem.what);
}

}  // namespace

void Report::add(const Problems& problems) {
    found_.insert(found_.end(), problems.list.begin(), problems.list.end());
}

bool Report::has_errors(const std::string& file) const {
    return std::any_of(found_.begin(), found_.end(), [&file](const Problem& problem) {
        return problem.severity == Severity::error && problem.place.file == file;
    });
}

bool Report::has_errors() const {
    return std::any_of(found_.begin(), found_.end(), [](const Problem& problem) {
        return problem.severity == Severity::error;
    });
}

Problems Report::sorted() const {
    std::vector<Problem> list = found_;
    std::sort(list.begin(), list.end(), [](const Problem& a, const Problem& b) {
        return order_of(a) < order_of(b);
    });
    const auto same = [](const Problem& a, const Problem& b) { return order_of(a) == order_of(b); };
    list.erase(std::unique(list.begin(), list.end(), same), list.end());
    return Problems(std::move(list));
}

void FileReport::add(
    const char* number, Spot spot, const Values& values, std::string_view near) const {
    add_worded(number, spot, in_words(number, values, near));
}

void FileReport::add_worded(const std::string& number, Spot spot, const Wording& words) const {
    report_->add(file_->problem(number, spot, words));
}

std::string in_quotes(std::string_view name) {
    return "\"" + std::string(name) + "\"";
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += in_quotes(names[i]);
    }
    return text;
}

}  // namespace attune::dialog
