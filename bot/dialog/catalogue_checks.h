// What the checker says of a translation beside what is wrong inside of its texts.
#pragma once

#include <string>
#include <vector>

#include "dialog/catalogue_merge.h"

namespace attune::dialog {

// The names at the top against those of the path (A514).
void check_catalogue_name(const FileReport& report, const Node& root, const CatalogueName& name);

// Entries for nothing that is said (A509 to A511), and renderings of sentences that have changed
// (A506).
void check_catalogue(const FileReport& report, const Merged& merged, const Script& script);

// How many sentences have no words in that language yet (A505). `root` is that of the catalogue, or
// of the dialog where it has none.
void report_missing(
    const FileReport& report,
    const Node& root,
    const Script& script,
    const std::string& language,
    const std::vector<std::string>& missing);

}  // namespace attune::dialog
