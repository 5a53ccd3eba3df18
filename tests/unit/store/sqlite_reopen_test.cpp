// What the SQLite store knows after it was closed, killed or torn off.
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <random>

#include "tests/unit/store/sender.h"
#include "tests/unit/store/twins.h"

namespace attune::store {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t people = 5;

SqliteOptions in(const fs::path& folder, int fold_every) {
    return {
        .path = folder / "attune.db",
        .fold_every = fold_every,
        .people_in_memory = 2,
        .mark_every = 7};
}

std::int64_t count(const fs::path& folder, const char* sql) {
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open((folder / "attune.db").c_str(), &file) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(file, sql, -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const std::int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(file);
    return number;
}

}  // namespace

TEST_CASE("after a clean end all is folded and all is there", "[store]") {
    const int fold_every = GENERATE(1, 2, 10);
    const TempFolder folder;
    Desk desk;
    {
        const auto store = open_or_throw(in(folder.path(), fold_every));
        for (std::int64_t id = 1; id <= people; ++id) talk(*store, desk, PersonId{id}, 3 + id);
    }
    CHECK(count(folder.path(), "SELECT count(*) FROM conversation") == people);
    CHECK(
        count(folder.path(), "SELECT (SELECT folded FROM mark) = (SELECT max(id) FROM turn)") == 1);

    const auto store = open_or_throw(in(folder.path(), fold_every));
    for (std::int64_t id = 1; id <= people; ++id) {
        check_talk(*store, PersonId{id}, 3 + id);
        const auto seen = load_one(*store, PersonId{id}, Desk::key(PersonId{id}, 1)).seen;
        REQUIRE(seen.has_value());
        CHECK(seen->body == words("body", PersonId{id}, 1));
    }
}

TEST_CASE("killed at any moment, all that was kept is there", "[store]") {
    const int fold_every = GENERATE(1, 2, 3, 10);
    const TempFolder folder;
    const TempFolder other;
    Desk desk;
    std::mt19937 random(7);
    std::vector<Version> versions(people + 1, 0);
    const auto store = open_or_throw(in(folder.path(), fold_every));
    for (int round = 0; round < 60; ++round) {
        std::vector<TurnWrite> writes;
        for (std::int64_t id = 1; id <= people; ++id) {
            if (random() % 2 != 0) continue;
            writes.push_back(desk.turn(PersonId{id}, versions[static_cast<std::size_t>(id)]++));
            writes.back().at = minute(round / 10);
        }
        store->commit(writes);
        copy_as_it_stands(folder.path(), other.path() / "copy");
        const auto copy = open_or_throw(in(other.path() / "copy", fold_every));
        for (std::int64_t id = 1; id <= people; ++id) {
            const Version n = versions[static_cast<std::size_t>(id)];
            if (n > 0) check_talk(*copy, PersonId{id}, n);
        }
    }
}

TEST_CASE("killed again and again, what is not folded does not pile up", "[store]") {
    const TempFolder folder;
    const TempFolder other;
    Desk desk;
    fs::path here = folder.path();
    constexpr Version rounds = 30;
    for (Version n = 0; n < rounds; ++n) {
        const auto store = open_or_throw(in(here, 10));
        for (std::int64_t id = 1; id <= people; ++id) {
            TurnWrite write = desk.turn(PersonId{id}, n);
            write.at = minute(static_cast<int>(5 * n));
            REQUIRE(commit_one(*store, write) == Fate::kept);
        }
        const fs::path next = other.path() / std::to_string(n);
        copy_as_it_stands(here, next);
        here = next;
    }
    CHECK(
        count(here, "SELECT count(*) FROM turn WHERE id > (SELECT folded FROM mark)") < 4 * people);
    const auto store = open_or_throw(in(here, 10));
    for (std::int64_t id = 1; id <= people; ++id) check_talk(*store, PersonId{id}, rounds);
}

TEST_CASE("people who have been quiet are folded with the turns of others", "[store]") {
    const TempFolder folder;
    Desk desk;
    const auto store = open_or_throw(in(folder.path(), 10));
    for (std::int64_t id = 1; id <= people; ++id) talk(*store, desk, PersonId{id}, 2);
    CHECK(count(folder.path(), "SELECT count(*) FROM conversation") == 0);

    TurnWrite later = desk.turn(PersonId{9}, 0);
    later.at = minute(3);
    commit_one(*store, later);

    CHECK(count(folder.path(), "SELECT count(*) FROM conversation") == people);
    for (std::int64_t id = 1; id <= people; ++id) check_talk(*store, PersonId{id}, 2);
}

TEST_CASE("a log torn at its end loses only the end", "[store]") {
    const TempFolder folder;
    const TempFolder other;
    Desk desk;
    const auto store = open_or_throw(in(folder.path(), 2));
    talk(*store, desk, PersonId{1}, 40);
    const fs::path copy = other.path() / "copy";
    const auto size = fs::file_size(folder.path() / "attune.db-wal");
    Version least = 40;
    for (std::uintmax_t keep = size; keep > 0; keep -= std::min<std::uintmax_t>(keep, 12'345)) {
        copy_as_it_stands(folder.path(), copy);
        fs::resize_file(copy / "attune.db-wal", keep);
        const auto torn = open_or_throw(in(copy, 2));
        const Snapshot shot = load_one(*torn, PersonId{1});
        CHECK(shot.version <= least);
        least = shot.version;
        if (!shot.known) continue;
        check_talk(*torn, PersonId{1}, shot.version);
        CHECK(commit_one(*torn, desk.turn(PersonId{1}, shot.version)) == Fate::kept);
    }
    CHECK(least == 0);
}

namespace {

// Talks for ever, and writes a byte into the pipe for each turn that is kept.
[[noreturn]] void talk_until_killed(const fs::path& folder, Version from, int pipe) {
    const auto store = open_or_throw(in(folder, 2));
    Desk desk(store->greatest_id() + 1000);
    for (Version n = from;; ++n) {
        if (commit_one(*store, desk.turn(PersonId{1}, n)) != Fate::kept) ::_exit(1);
        if (::write(pipe, "k", 1) != 1) ::_exit(2);
    }
}

// Kills the talker after `turns` were acknowledged; how many were in the end.
Version kill_after(const fs::path& folder, Version from, int turns) {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    const pid_t talker = ::fork();
    REQUIRE(talker >= 0);
    if (talker == 0) talk_until_killed(folder, from, ends[1]);
    ::close(ends[1]);
    Version kept = from;
    char byte = 0;
    for (; ::read(ends[0], &byte, 1) == 1; ++kept) {
        if (kept - from == turns) ::kill(talker, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(talker, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return kept;
}

}  // namespace

TEST_CASE("a killed process leaves all it acknowledged, and at most one turn more", "[store]") {
    const TempFolder folder;
    std::mt19937 random(11);
    Version turns = 0;
    for (int round = 0; round < 12; ++round) {
        const Version kept = kill_after(folder.path(), turns, static_cast<int>(random() % 40));
        const auto store = open_or_throw(in(folder.path(), 2));
        turns = load_one(*store, PersonId{1}).version;
        CHECK(turns >= kept);
        CHECK(turns <= kept + 1);
        check_talk(*store, PersonId{1}, turns);
        CHECK(
            count(
                folder.path(),
                "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1);
    }
}

}  // namespace attune::store
