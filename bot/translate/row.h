// What a table of translations has a row for: the form between catalogues and the files of
// translation tools.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/catalogue.h"

namespace attune::translate {

// The names stand in PO and CSV files: only add.
enum class RowKind { sentence, hear, unused, unused_hear, about };

struct Row {
    RowKind kind = RowKind::sentence;
    std::string dialog;
    std::string scene;
    std::vector<std::string> at;  // hear: the place of the question, alone
    std::string option;           // hear
    std::string say;              // hear: one phrase a line
    std::string as;               // the same
    std::string meaning;
    std::string changed;
    std::string note;  // about: of the whole catalogue
};

std::string_view name_of(RowKind kind);
// sentence for a name that is none.
RowKind row_kind(std::string_view name);

// One phrase a line, and back. A line break or backslash inside a phrase is written \n or \\.
std::string one_a_line(const std::vector<std::string>& phrases);
std::vector<std::string> phrases_of(std::string_view lines);

using Catalogues = std::map<std::string, dialog::Catalogue>;  // by dialog

std::vector<Row> rows_of(const dialog::Catalogue& catalogue);
Catalogues catalogues_of(const std::vector<Row>& rows, const std::string& language);

}  // namespace attune::translate
