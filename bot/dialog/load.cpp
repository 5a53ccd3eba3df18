#include "dialog/load.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/digest.h"
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

void read_entry(
    const fs::path& folder,
    const fs::directory_entry& entry,
    Sources& sources,
    Problems& problems) {
    const std::string path = entry.path().lexically_relative(folder).generic_string();
    std::error_code error;
    if (!is_source(path) || entry.is_directory(error)) return;
    if (auto content = content_of(entry.path())) {
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
        if (is_source(path)) manifest += path + '\0' + content_hash(content) + '\n';
    }
    return content_hash(manifest);
}

Result<Sources, Problems> read_folder(const fs::path& folder) {
    Sources sources;
    Problems problems;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    while (!error && at != fs::recursive_directory_iterator()) {
        if (is_hidden(at->path())) {
            at.disable_recursion_pending();
        } else {
            read_entry(folder, *at, sources, problems);
        }
        at.increment(error);
    }
    if (error) problems.list.push_back(problem_of_file("A100", folder.string(), {error.message()}));
    if (!problems.list.empty()) return problems;
    return sources;
}

}  // namespace attune::dialog
