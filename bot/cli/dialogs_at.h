// Dialogs as a command line names them: a folder, one file of it, or what is built in.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/problems.h"
#include "base/result.h"
#include "dialog/load.h"

namespace attune::cli {

struct DialogFiles {
    dialog::Sources sources;
    std::map<std::string, std::string> tests;  // "welcome.test.json" → content
    std::string shown_folder;                  // stands before each path in messages
    std::filesystem::path folder;              // empty: built in
    Problems unreadable;                       // files that no one can check
    std::string wanted;  // the path below the folder, where one file was named; else empty

    // The name of the dialog that was named, or empty.
    std::string dialog() const;
    std::string shown(const std::string& path) const;
};

// What cannot be read of a folder: ends it, or is kept beside the rest.
enum class Unreadable : std::uint8_t { refused, kept };

// A file's folder is the nearest above it that has `defaults/`; where there is none the file is put
// among the built-in dialogs.
Result<DialogFiles, Problems> dialogs_at(
    const std::filesystem::path& path, Unreadable unreadable = Unreadable::refused);

DialogFiles dialogs_built_in();

// What `lint` and `test` look at where nothing is named: ./dialogs, else what is built in.
Result<DialogFiles, Problems> dialogs_nearby(Unreadable unreadable = Unreadable::refused);

}  // namespace attune::cli
