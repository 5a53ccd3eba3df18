// What was found wrong while the folder is compiled, gathered from all files.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problems.h"
#include "dialog/json_tree.h"

namespace attune::dialog {

// The first two digits of a number say what it is about: A1 JSON, A20 to A24 names, keys and
// shapes, A25 to A29 inside texts and expressions, A3 flow, A4 what people would meet, A5
// languages.
class Report {
public:
    void add(Problem problem) { found_.push_back(std::move(problem)); }
    void add(const Problems& problems);

    // Each once, in order of file and place.
    Problems sorted() const;

private:
    std::vector<Problem> found_;
};

// The same for one file. Both must outlive it.
class FileReport {
public:
    FileReport(Report& report, const SourceFile& file) : report_(&report), file_(&file) {}

    void error(const char* number, Spot spot, std::string what, std::string mend) const;
    void warning(const char* number, Spot spot, std::string what, std::string mend) const;
    void hint(const char* number, Spot spot, std::string what, std::string mend) const;
    const SourceFile& file() const { return *file_; }

private:
    Report* report_;
    const SourceFile* file_;
};

// "name", as it stands in messages.
std::string in_quotes(std::string_view name);

// `Did you mean "x"?` if one of them is near, else `otherwise`.
std::string did_you_mean(
    std::string_view written,
    const std::vector<std::string>& candidates,
    const std::string& otherwise);

// "a, b and c", each in quotes.
std::string listed(const std::vector<std::string>& names);

}  // namespace attune::dialog
