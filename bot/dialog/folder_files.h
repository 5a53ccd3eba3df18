// The readers of the files beside the dialogs: dialogs/defaults/<language>.json and person.json.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialog/edition.h"
#include "dialog/report.h"

namespace attune::dialog {

// `language`: by the file's name. Nothing if the root is no object; else as much as can be read,
// and what is missing is reported (A502).
std::optional<Defaults> read_defaults(
    const FileReport& report, const Node& root, const std::string& language);

// { "name": { "type": "text", "for": "how the bot calls you" },
//   "country": { "type": "text", "private": true, "for": "…" } }
std::vector<Variable> read_person(const FileReport& report, const Node& root);

}  // namespace attune::dialog
