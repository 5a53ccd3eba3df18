// The SQLite store on a disk that is full, or broken, at any moment.
#include <sqlite3.h>
#include <catch2/catch.hpp>

#include "tests/unit/store/fault_disk.h"
#include "tests/unit/store/sender.h"
#include "tests/unit/store/twins.h"

namespace attune::store {

namespace {

constexpr PersonId ann{11};
constexpr Version turns_before = 5;
constexpr Version turns = 9;

SqliteOptions in(const TempFolder& folder) {
    // A small log, so that checkpoints happen within the test as well.
    return {.path = folder.path() / "attune.db", .fold_every = 2, .checkpoint_pages = 8};
}

void send(Store& store, Desk& desk, Version from, Version to) {
    Sender sender(store, ann, desk);
    for (Version n = from; n <= to; ++n) sender.send(n);
}

// True while the fault was met: the next one comes later.
bool survives(FaultDisk& disk, const Fault& fault) {
    const TempFolder folder;
    Desk desk;
    bool met = false;
    {
        const auto store = open_or_throw(in(folder));
        send(*store, desk, 1, turns_before);
        disk.arm(fault);
        send(*store, desk, turns_before + 1, turns);
        met = disk.has_failed();
        disk.arm({});
        check_talk(*store, ann, turns);
    }
    const auto store = open_or_throw(in(folder));
    check_talk(*store, ann, turns);
    return met;
}

Trouble trouble_at_commit(Store& store, Desk& desk, Version expected) {
    try {
        commit_one(store, desk.turn(ann, expected));
    } catch (const StoreError& error) {
        return error.trouble;
    }
    throw std::runtime_error("no error");
}

}  // namespace

TEST_CASE("a disk that fails once, at any write or sync, loses and doubles nothing", "[store]") {
    const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC);
    const bool torn = GENERATE(false, true);
    FaultDisk disk;
    int at = 1;
    while (survives(disk, {.at = at, .code = code, .torn = torn})) ++at;
    CHECK(at > 20);
}

TEST_CASE("a full disk says so, is read meanwhile, and goes on when it is free", "[store]") {
    FaultDisk disk;
    const TempFolder folder;
    Desk desk;
    const auto store = open_or_throw(in(folder));
    send(*store, desk, 1, 3);

    disk.arm({.at = 1, .code = SQLITE_FULL, .lasts = true});
    for (int tries = 0; tries < 3; ++tries) {
        CHECK(trouble_at_commit(*store, desk, 3) == Trouble::full);
        check_talk(*store, ann, 3);
    }
    disk.arm({});
    send(*store, desk, 4, 6);
    check_talk(*store, ann, 6);
}

TEST_CASE("a sync that fails leaves the outcome unknown, until it is loaded again", "[store]") {
    FaultDisk disk;
    const TempFolder folder;
    Desk desk;
    const auto store = open_or_throw(in(folder));
    send(*store, desk, 1, 3);

    disk.arm({.at = 1, .code = SQLITE_IOERR_FSYNC, .syncs_only = true});
    CHECK_THROWS_AS(commit_one(*store, desk.turn(ann, 3)), StoreUnsure);
    disk.arm({});
    send(*store, desk, 4, 6);
    check_talk(*store, ann, 6);
}

TEST_CASE("what was loaded after an unsure commit stays true after a kill", "[store]") {
    FaultDisk disk;
    const TempFolder folder;
    const TempFolder other;
    Desk desk;
    const auto store = open_or_throw(in(folder));
    const SqliteEditions editions(
        in(folder).path);  // as in a server: the log outlives the reopening
    send(*store, desk, 1, 3);
    disk.arm({.at = 1, .code = SQLITE_IOERR_FSYNC, .syncs_only = true});
    CHECK_THROWS_AS(commit_one(*store, desk.turn(ann, 3)), StoreUnsure);
    disk.arm({});

    const Version told = load_one(*store, ann).version;
    copy_as_it_stands(folder.path(), other.path() / "copy");

    const auto copy = open_or_throw({.path = other.path() / "copy" / "attune.db"});
    CHECK(load_one(*copy, ann).version == told);
}

TEST_CASE("a disk that is down is opened again when it is back", "[store]") {
    FaultDisk disk;
    const TempFolder folder;
    Desk desk;
    const auto store = open_or_throw(in(folder));
    send(*store, desk, 1, 3);

    disk.arm({.at = 1, .code = SQLITE_IOERR_WRITE, .lasts = true});
    CHECK_THROWS(commit_one(*store, desk.turn(ann, 3)));
    disk.arm({});
    send(*store, desk, 4, 6);
    check_talk(*store, ann, 6);
}

TEST_CASE("each commit has a sync of its own", "[store]") {
    FaultDisk disk;
    const TempFolder folder;
    Desk desk;
    const auto store = open_or_throw({.path = folder.path() / "attune.db"});
    const int before = disk.syncs();
    talk(*store, desk, ann, 5);
    CHECK(disk.syncs() - before >= 5);
}

TEST_CASE("another writer is waited for, then the store says busy", "[store]") {
    const TempFolder folder;
    Desk desk;
    SqliteOptions options = in(folder);
    options.busy_wait = std::chrono::milliseconds(5);
    const auto store = open_or_throw(options);
    send(*store, desk, 1, 2);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(options.path.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);

    CHECK(trouble_at_commit(*store, desk, 2) == Trouble::busy);
    check_talk(*store, ann, 2);

    sqlite3_close(other);
    send(*store, desk, 3, 3);
    check_talk(*store, ann, 3);
}

}  // namespace attune::store
