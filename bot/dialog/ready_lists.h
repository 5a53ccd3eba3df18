// The ready lists of the defaults: options, in groups, for `choose` and `choose many`.
#pragma once

#include <map>
#include <string>

#include "dialog/defaults.h"
#include "dialog/report.h"

namespace attune::dialog {

// What is wrong is reported; a list that has no option left is not there.
std::map<std::string, ReadyList> read_ready_lists(const FileReport& report, const Node& lists);

// The name of the list that stands for the options of this answer, or nothing.
const Node* list_name_of(const Node& answer);

// The list that an answer names, or nothing.
const ReadyList* list_of(const Node& answer, const Defaults* defaults);

}  // namespace attune::dialog
