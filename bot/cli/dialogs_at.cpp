#include "cli/dialogs_at.h"

#include <fstream>
#include <iterator>
#include <optional>

#include "base/embedded.h"
#include "dialog/problem_wording.h"

namespace attune::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view json = ".json";
constexpr std::string_view test_json = ".test.json";

bool ends_with(const std::string& text, std::string_view end) {
    return text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

Problems cannot_be_read(const fs::path& path, const std::string& why) {
    return Problems({dialog::problem_of_file("A100", path.generic_string(), {why})});
}

std::optional<std::string> content_of(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

bool is_dialogs_folder(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "defaults", error);
}

fs::path folder_of(const fs::path& file) {
    fs::path folder = file.parent_path();
    if (folder.empty()) folder = ".";
    std::error_code error;
    for (fs::path at = fs::absolute(folder, error).lexically_normal(); !error;
         at = at.parent_path()) {
        if (is_dialogs_folder(at)) return at;
        if (at == at.parent_path()) break;
    }
    return {};
}

std::map<std::string, std::string> tests_below(const fs::path& folder) {
    std::map<std::string, std::string> tests;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        const std::string path = at->path().lexically_relative(folder).generic_string();
        if (!ends_with(path, test_json)) continue;
        if (auto content = content_of(at->path())) tests[path] = std::move(*content);
    }
    return tests;
}

Result<DialogFiles, Problems> files_of_folder(
    const fs::path& folder, const std::string& shown, Unreadable unreadable) {
    dialog::FolderRead read = dialog::read_all_of(folder);
    const bool whole = read.problems.list.empty();
    if (!whole && (unreadable == Unreadable::refused || read.sources.empty())) {
        return std::move(read.problems);
    }
    DialogFiles files;
    files.sources = std::move(read.sources);
    files.unreadable = std::move(read.problems);
    files.tests = tests_below(folder);
    files.shown_folder = shown;
    files.folder = folder;
    if (files.sources.empty()) return Problems({dialog::problem_of_file("A202", shown)});
    return files;
}

// The folder as the person would write it: from where they stand, if it lies below.
std::string shown_name(const fs::path& folder) {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const fs::path near = fs::absolute(folder, error).lexically_normal().lexically_relative(here);
    const bool below = !near.empty() && *near.begin() != "..";
    std::string name = (below ? near : folder).generic_string();
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    return name;
}

Result<DialogFiles, Problems> files_around(
    const fs::path& file, std::string content, Unreadable unreadable) {
    if (const fs::path folder = folder_of(file); !folder.empty()) {
        auto files = files_of_folder(folder, shown_name(folder), unreadable);
        if (!files) return files;
        std::error_code error;
        const fs::path whole = fs::absolute(file, error).lexically_normal();
        files->wanted = whole.lexically_relative(folder).generic_string();
        return files;
    }
    DialogFiles files = dialogs_built_in();
    files.wanted = file.filename().generic_string();
    files.shown_folder = file.has_parent_path() ? file.parent_path().generic_string() : ".";
    auto& kept_in = ends_with(files.wanted, test_json) ? files.tests : files.sources;
    kept_in[files.wanted] = std::move(content);
    return files;
}

}  // namespace

std::string DialogFiles::dialog() const {
    if (ends_with(wanted, test_json)) return wanted.substr(0, wanted.size() - test_json.size());
    return ends_with(wanted, json) ? wanted.substr(0, wanted.size() - json.size()) : wanted;
}

std::string DialogFiles::shown(const std::string& path) const {
    return shown_folder == "." ? path : shown_folder + "/" + path;
}

Result<DialogFiles, Problems> dialogs_at(const fs::path& path, Unreadable unreadable) {
    std::error_code error;
    if (fs::is_directory(path, error)) return files_of_folder(path, shown_name(path), unreadable);
    auto content = content_of(path);
    if (!content)
        return cannot_be_read(path, "there is no such file or folder, or it does not open");
    return files_around(path, std::move(*content), unreadable);
}

DialogFiles dialogs_built_in() {
    DialogFiles files;
    files.shown_folder = "(built in)";
    for (const EmbeddedFile& file : embedded_dialogs()) {
        const std::string path(file.path);
        auto& kept_in = ends_with(path, test_json) ? files.tests : files.sources;
        kept_in[path] = std::string(file.content);
    }
    return files;
}

Result<DialogFiles, Problems> dialogs_nearby(Unreadable unreadable) {
    if (is_dialogs_folder("dialogs")) return dialogs_at("dialogs", unreadable);
    return dialogs_built_in();
}

}  // namespace attune::cli
