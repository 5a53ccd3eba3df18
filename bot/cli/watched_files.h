// Tells when dialogs were saved.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace attune::cli {

class WatchedFiles {
public:
    // A folder with all JSON below it that is no test, or one file.
    explicit WatchedFiles(std::filesystem::path path);

    // True once after something changed and then was still from one look to the next: an editor may
    // write in several steps.
    bool changed();

private:
    using Stamps =
        std::map<std::string, std::pair<std::filesystem::file_time_type, std::uintmax_t>>;
    Stamps look() const;

    std::filesystem::path path_;
    Stamps known_;
    Stamps last_;
};

}  // namespace attune::cli
