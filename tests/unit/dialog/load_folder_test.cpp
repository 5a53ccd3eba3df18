// What stands in a folder beside files: pipes, links, pictures that are too large.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/problems.h"
#include "dialog/load.h"
#include "dialog/pictures.h"

using namespace attune;
using namespace attune::dialog;
using Catch::Contains;

namespace {

namespace fs = std::filesystem;

// Deleted at the end, with all that is in it.
class Folder {
public:
    Folder() { fs::create_directories(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    void write(const std::string& name, const std::string& content) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << content;
    }
    fs::path path(const std::string& name = "") const { return path_ / name; }

private:
    fs::path path_ =
        fs::temp_directory_path() / ("attune-dialogs-" + std::to_string(std::random_device{}()));
};

// The one problem of the folder.
Problem only_problem(const Folder& folder) {
    const auto sources = read_folder(folder.path());
    REQUIRE_FALSE(sources.has_value());
    REQUIRE(sources.error().list.size() == 1);
    CHECK(sources.error().list[0].number == "A100");
    return sources.error().list[0];
}

}  // namespace

TEST_CASE("a pipe is told and never waited for") {
    const Folder folder;
    const std::string name = GENERATE("pipe.json", "pictures/pipe.png");
    folder.write("pictures/credits.txt", "by Ana");
    REQUIRE(::mkfifo(folder.path(name).c_str(), 0600) == 0);
    const Problem problem = only_problem(folder);
    CHECK(problem.place.file == folder.path(name).string());
    CHECK_THAT(problem.what, Contains("no ordinary file"));
}

TEST_CASE("a link to a folder is told, wherever it leads") {
    const Folder folder;
    const Folder elsewhere;
    elsewhere.write("breath.json", "{}");
    const std::string where = GENERATE("elsewhere", ".", "itself");
    const fs::path target = where == "elsewhere" ? elsewhere.path()
                            : where == "itself"  ? folder.path()
                                                 : fs::path(where);
    fs::create_directory_symlink(target, folder.path("shared"));
    const Problem problem = only_problem(folder);
    CHECK(problem.place.file == folder.path("shared").string());
    CHECK_THAT(problem.what, Contains("link to a folder"));
    CHECK_THAT(problem.what, Contains("put the folder itself here"));
}

TEST_CASE("a link that leads nowhere, or to itself, is told where a dialog should be") {
    const Folder folder;
    const std::string target = GENERATE("gone.json", "talk.json");
    fs::create_symlink(target, folder.path("talk.json"));
    CHECK(only_problem(folder).place.file == folder.path("talk.json").string());
}

TEST_CASE("a link to a file is read like the file, and other links are nobody's business") {
    const Folder folder;
    const Folder elsewhere;
    elsewhere.write("welcome.json", "{}");
    fs::create_symlink(elsewhere.path("welcome.json"), folder.path("welcome.json"));
    fs::create_symlink("nowhere", folder.path("notes"));
    fs::create_directory_symlink(elsewhere.path(), folder.path("schema"));
    fs::create_directory_symlink(elsewhere.path(), folder.path(".hidden"));
    const auto sources = read_folder(folder.path());
    REQUIRE(sources.has_value());
    CHECK(*sources == Sources{{"welcome.json", "{}"}});
}

TEST_CASE("of a picture that is too large only as much is read as shows it") {
    const Folder folder;
    folder.write("pictures/huge.png", std::string(3 * picture_limit_bytes, 'x'));
    folder.write("pictures/small.png", std::string("a\0b", 3));
    const auto sources = read_folder(folder.path());
    REQUIRE(sources.has_value());
    CHECK(sources->at("pictures/huge.png").size() == picture_limit_bytes + 1);
    CHECK(sources->at("pictures/small.png") == std::string("a\0b", 3));
}
