// Which ways the tests walked, as a table and in the margin of the dialog's file.
#pragma once

#include <string>

#include "cli/console.h"
#include "rehearse/coverage.h"

namespace attune::cli {

class CoverageTable {
public:
    CoverageTable(const rehearse::Coverage& coverage, Console& console)
        : coverage_(coverage), console_(console) {}

    // A row a language. Narrow terminals get the figures below the name.
    void add(const dialog::Dialog& dialog);
    void print() const;

private:
    struct Row {
        std::string name;
        std::string language;
        rehearse::Counts counts{};
    };
    void print_row(const Row& row, std::size_t width_of_names) const;

    const rehearse::Coverage& coverage_;
    Console& console_;
    std::vector<Row> rows_;
};

// "welcome: 19 of 20 ways walked", and the questions that miss some.
void print_ways(
    const rehearse::Coverage& coverage, const dialog::Dialog& dialog, std::ostream& out);

// The file with the walked ways beside each question: all of it, or only the lines of questions
// that miss some.
void print_margin(
    const rehearse::Coverage& coverage,
    const dialog::Dialog& dialog,
    const std::string& shown_file,
    const std::string& content,
    bool whole,
    Console& console);

}  // namespace attune::cli
