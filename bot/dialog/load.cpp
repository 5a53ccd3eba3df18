#include "dialog/load.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/digest.h"
#include "dialog/pictures.h"
#include "dialog/problem_wording.h"

namespace attune::dialog {

namespace {

namespace fs = std::filesystem;

bool is_source(const std::string& path) {
    const auto ends = [&path](std::string_view ending) {
        return path.size() >= ending.size() &&
               path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
    };
    return ends(".json") && !ends(".test.json") && path.rfind("schema/", 0) != 0;
}

std::optional<std::string> beginning_of(const fs::path& file, std::size_t most) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::string content(most, '\0');
    in.read(content.data(), static_cast<std::streamsize>(most));
    if (in.bad()) return std::nullopt;
    content.resize(static_cast<std::size_t>(in.gcount()));
    return content;
}

std::optional<std::string> content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream content;
    content << in.rdbuf();
    if (in.bad() || content.bad()) return std::nullopt;
    return content.str();
}

// Files and folders whose name begins with a dot (an editor's) are passed over.
bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return !name.empty() && name.front() == '.';
}

// Why nothing is read there; nothing: it is a file, or of no concern. What is opened blindly may
// never end (a pipe), and a link to a folder may lead in a circle.
std::optional<Problem> problem_with(const fs::directory_entry& entry, bool is_wanted) {
    std::error_code error;
    const fs::file_status status = entry.status(error);
    const std::string shown = entry.path().string();
    if (fs::is_directory(status)) {
        if (!entry.is_symlink(error)) return std::nullopt;
        return problem_of_file(
            "A100",
            shown,
            {"it is a link to a folder, and such links are not followed; put the folder itself "
             "here"});
    }
    if (!is_wanted || fs::is_regular_file(status)) return std::nullopt;
    if (fs::exists(status)) return problem_of_file("A100", shown, {"it is no ordinary file"});
    const bool link = entry.is_symlink(error);
    return problem_of_file(
        "A100", shown, {link ? "it is a link that leads nowhere" : "it does not open"});
}

void read_entry(
    const fs::path& folder,
    const fs::directory_entry& entry,
    Sources& sources,
    Problems& problems) {
    const std::string path = entry.path().lexically_relative(folder).generic_string();
    std::error_code error;
    if (path == "schema") return;
    const bool picture = is_picture(path);
    const bool is_wanted = is_source(path) || picture;
    if (auto problem = problem_with(entry, is_wanted)) {
        problems.list.push_back(std::move(*problem));
        return;
    }
    if (!is_wanted || entry.is_directory(error)) return;
    auto content =
        picture ? beginning_of(entry.path(), picture_limit_bytes + 1) : content_of(entry.path());
    if (content) {
        sources[path] = std::move(*content);
    } else {
        problems.list.push_back(
            problem_of_file("A100", entry.path().string(), {"it does not open"}));
    }
}

}  // namespace

std::string edition_hash(const Sources& sources) {
    std::string manifest;
    for (const auto& [path, content] : sources) {
        if (is_source(path) || is_picture(path))
            manifest += path + '\0' + content_hash(content) + '\n';
    }
    return content_hash(manifest);
}

FolderRead read_all_of(const fs::path& folder) {
    FolderRead read;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    while (!error && at != fs::recursive_directory_iterator()) {
        if (is_hidden(at->path())) {
            at.disable_recursion_pending();
        } else {
            read_entry(folder, *at, read.sources, read.problems);
        }
        at.increment(error);
    }
    if (error) {
        read.problems.list.push_back(problem_of_file("A100", folder.string(), {error.message()}));
    }
    return read;
}

Result<Sources, Problems> read_folder(const fs::path& folder) {
    FolderRead read = read_all_of(folder);
    if (!read.problems.list.empty()) return std::move(read.problems);
    return std::move(read.sources);
}

}  // namespace attune::dialog
