#include "cli/write_file.h"

#include <fstream>
#include <string>

namespace attune::cli {

namespace fs = std::filesystem;

bool write_whole(const fs::path& file, std::string_view content) {
    std::error_code error;
    const fs::path real = fs::exists(file, error) ? fs::canonical(file, error) : file;
    if (error) return false;
    fs::path beside = real;
    beside += ".new";
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out << content << std::flush;
        if (!out) {
            fs::remove(beside, error);
            return false;
        }
    }
    if (const auto status = fs::status(real, error); fs::exists(status)) {
        fs::permissions(beside, status.permissions(), error);
    }
    fs::rename(beside, real, error);
    if (!error) return true;
    std::error_code ignored;
    fs::remove(beside, ignored);
    return false;
}

}  // namespace attune::cli
