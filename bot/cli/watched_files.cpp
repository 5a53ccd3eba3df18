#include "cli/watched_files.h"

namespace attune::cli {

namespace fs = std::filesystem;

namespace {

bool is_of_a_dialog(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.ends_with(".json") && !name.ends_with(".test.json");
}

}  // namespace

WatchedFiles::WatchedFiles(fs::path path) : path_(std::move(path)), known_(look()), last_(known_) {}

WatchedFiles::Stamps WatchedFiles::look() const {
    Stamps stamps;
    const auto add = [&](const fs::path& file) {
        std::error_code error;
        const auto time = fs::last_write_time(file, error);
        const auto size = error ? 0 : fs::file_size(file, error);
        if (!error) stamps[file.string()] = {time, size};
    };
    std::error_code error;
    if (!fs::is_directory(path_, error)) {
        add(path_);
        return stamps;
    }
    for (fs::recursive_directory_iterator at(path_, error), end; !error && at != end;
         at.increment(error)) {
        std::error_code ignored;
        if (is_of_a_dialog(at->path()) && at->is_regular_file(ignored)) add(at->path());
    }
    return stamps;
}

bool WatchedFiles::changed() {
    Stamps now = look();
    const bool still = now == last_;
    last_ = std::move(now);
    if (!still || last_ == known_) return false;
    known_ = last_;
    return true;
}

}  // namespace attune::cli
