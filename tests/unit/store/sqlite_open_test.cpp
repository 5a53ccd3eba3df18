// Files that can be opened, and the line that says why others cannot.
#include <sqlite3.h>
#include <sys/stat.h>
#include <catch2/catch.hpp>

#include <fstream>

#include "tests/unit/store/sender.h"
#include "tests/unit/store/twins.h"

namespace attune::store {

namespace {

namespace fs = std::filesystem;

void run(const fs::path& file, const std::string& sql) {
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
}

void put(const fs::path& file, const std::string& content) {
    std::ofstream(file) << content;
}

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

OpenError refused(const fs::path& file) {
    const auto store = SqliteStore::open({.path = file});
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().message.find(file.string()) == 0);
    CHECK(store.error().message.find('\n') == std::string::npos);
    return store.error();
}

unsigned mode(const fs::path& path) {
    struct stat about {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    return about.st_mode & 0777U;
}

}  // namespace

TEST_CASE("folder and files are made, for their owner only", "[store]") {
    const TempFolder folder;
    const fs::path file = folder.path() / "new" / "data" / "attune.db";
    const auto store = open_or_throw({.path = file});
    Desk desk;
    talk(*store, desk, PersonId{11}, 1);

    CHECK(mode(file.parent_path()) == 0700);
    for (const auto& entry : fs::directory_iterator(file.parent_path())) {
        CAPTURE(entry.path());
        CHECK(mode(entry.path()) == 0600);
    }
}

TEST_CASE("an empty file is filled", "[store]") {
    const TempFolder folder;
    put(folder.path() / "attune.db", "");
    const auto store = open_or_throw({.path = folder.path() / "attune.db"});
    Desk desk;
    talk(*store, desk, PersonId{11}, 1);
    check_talk(*store, PersonId{11}, 1);
}

TEST_CASE("a file in use is refused, and says by whom", "[store]") {
    const TempFolder folder;
    const fs::path file = folder.path() / "attune.db";
    auto store = open_or_throw({.path = file});
    const OpenError error = refused(file);
    CHECK(error.kind == OpenTrouble::locked);
    CHECK(error.message.find("process " + std::to_string(::getpid())) != std::string::npos);

    store.reset();
    CHECK(SqliteStore::open({.path = file}).has_value());
}

TEST_CASE("a newer file is refused and stays as it is", "[store]") {
    const TempFolder folder;
    const fs::path file = folder.path() / "attune.db";
    open_or_throw({.path = file}).reset();
    run(file, "PRAGMA user_version=99");
    CHECK(refused(file).kind == OpenTrouble::newer);
    run(file, "PRAGMA user_version=1");
    CHECK(SqliteStore::open({.path = file}).has_value());
}

TEST_CASE("a file of something else is refused and stays as it is", "[store]") {
    const TempFolder folder;
    const fs::path file = folder.path() / "attune.db";
    SECTION("a text") {
        put(file, "dear diary, this is no data file at all");
    }
    SECTION("a short text") {
        put(file, "x");
    }
    SECTION("another program's tables") {
        run(file, "CREATE TABLE notes(words)");
    }
    SECTION("another program's mark") {
        run(file, "PRAGMA application_id=7");
    }
    const std::string before = content(file);

    CHECK(refused(file).kind == OpenTrouble::not_ours);
    CHECK(content(file) == before);
}

TEST_CASE("a damaged file is refused", "[store]") {
    const TempFolder folder;
    const fs::path file = folder.path() / "attune.db";
    open_or_throw({.path = file}).reset();
    const auto size = static_cast<std::streamoff>(fs::file_size(file));
    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(100)
        << std::string(static_cast<std::size_t>(size) - 100, '\xee');
    CHECK(refused(file).kind == OpenTrouble::cannot_open);
}

TEST_CASE("a place where no file can be is refused", "[store]") {
    const TempFolder folder;
    put(folder.path() / "a-file", "");
    fs::create_directory(folder.path() / "a-folder");
    CHECK(refused(folder.path() / "a-file" / "attune.db").kind == OpenTrouble::cannot_open);
    CHECK(refused(folder.path() / "a-folder").kind == OpenTrouble::cannot_open);
}

}  // namespace attune::store
