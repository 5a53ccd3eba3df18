// What was found wrong while the folder is compiled, gathered from all files.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problems.h"
#include "dialog/json_tree.h"
#include "dialog/problem_wording.h"

namespace attune::dialog {

class Report {
public:
    void add(Problem problem) { found_.push_back(std::move(problem)); }
    void add(const Problems& problems);
    bool has_errors(const std::string& file) const;

    bool has_errors() const;
    // Each once, in order of file and place.
    Problems sorted() const;

private:
    std::vector<Problem> found_;
};

// The same for one file. Both must outlive it.
class FileReport {
public:
    FileReport(Report& report, const SourceFile& file) : report_(&report), file_(&file) {}

    // `number` is a row of the problem table, `values` fill its sentences; with a `near` name the
    // mend asks whether that was meant.
    void add(
        const char* number, Spot spot, const Values& values = {}, std::string_view near = {}) const;
    // The same where the sentences are filled already.
    void add_worded(const std::string& number, Spot spot, const Wording& words) const;
    bool has_errors() const { return report_->has_errors(file_->name()); }
    const SourceFile& file() const { return *file_; }

private:
    Report* report_;
    const SourceFile* file_;
};

// "name", as it stands in messages.
std::string in_quotes(std::string_view name);

// "a, b and c", each in quotes.
std::string listed(const std::vector<std::string>& names);

}  // namespace attune::dialog
