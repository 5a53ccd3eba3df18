// From a folder of files to an edition, or to all that is wrong with them.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/problems.h"
#include "base/result.h"
#include "dialog/edition.h"
#include "dialog/script.h"

namespace attune::dialog {

// Path below the dialogs folder with '/' ("shared/three-breaths.json") → content. Tests
// (*.test.json) and schema/ are not part of it; the pictures below pictures/ are.
using Sources = std::map<std::string, std::string>;

// The edition's hash: over path and content hash of each source, hex.
std::string edition_hash(const Sources& sources);

struct Compiled {
    EditionPtr edition;  // null if there are errors
    Problems problems;   // errors, or only warnings and hints; in order of file and place
    // By dialog: what its translations render. Only without errors in the dialogs themselves.
    std::vector<Script> scripts;
};

// Compiles all or nothing, and always looks at every file. `shown_folder` stands before each path
// in messages ("dialogs" gives "dialogs/welcome.json").
Compiled compile(const Sources& sources, const std::string& shown_folder);

// The *.json files below the folder, and the pictures (of one that is too large only as much as
// shows that it is). A file that cannot be read is a problem at its path; the others are read.
struct FolderRead {
    Sources sources;
    Problems problems;
};
FolderRead read_all_of(const std::filesystem::path& folder);

// The same, all or nothing.
Result<Sources, Problems> read_folder(const std::filesystem::path& folder);

}  // namespace attune::dialog
