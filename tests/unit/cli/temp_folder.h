// A folder of its own for a test, gone with it.
#pragma once

#include <filesystem>
#include <string>

namespace attune::cli {

class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    // Writes a file below it (folders too) and says its path.
    std::string write(const std::string& name, const std::string& content) const;
    std::string path(const std::string& name = "") const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

}  // namespace attune::cli
