#include "store/sqlite/schema.h"

#include <fmt/format.h>

namespace attune::store {

namespace {

// Plain are only ids, versions, seqs, times, editions, dialogs, places, the state of timers and
// lanes, keyed hashes and wrapped keys. All that is said is sealed before it comes here.
//
// `turn` is a log: rows are only added at its end, nothing else points into it but `prev` (the
// person's turn before) and `conversation.turn`. `conversation` is a fold of it: the newest state
// of a person as of her turn `n`. Turns after `mark.folded` may be newer than their fold.
constexpr const char* tables = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE person(id INTEGER PRIMARY KEY, wrapped_key BLOB NOT NULL, profile BLOB) STRICT;
CREATE TABLE address(
    transport TEXT NOT NULL, who BLOB NOT NULL, person INTEGER NOT NULL, reach TEXT, sealed BLOB,
    PRIMARY KEY(transport, who)) STRICT, WITHOUT ROWID;
CREATE INDEX address_of_person ON address(person);
CREATE TABLE turn(
    id INTEGER PRIMARY KEY, person INTEGER NOT NULL, n INTEGER NOT NULL, prev INTEGER NOT NULL,
    key INTEGER NOT NULL, print BLOB NOT NULL, last_seq INTEGER NOT NULL, at INTEGER NOT NULL,
    edition INTEGER NOT NULL, dialog TEXT NOT NULL, place TEXT NOT NULL,
    body BLOB NOT NULL, change BLOB NOT NULL) STRICT;
CREATE TABLE conversation(
    person INTEGER PRIMARY KEY, turn INTEGER NOT NULL, n INTEGER NOT NULL,
    last_seq INTEGER NOT NULL, at INTEGER NOT NULL, edition INTEGER NOT NULL,
    dialog TEXT NOT NULL, place TEXT NOT NULL, recent BLOB NOT NULL,
    state_n INTEGER NOT NULL, state BLOB NOT NULL, changes BLOB) STRICT;
CREATE TABLE mark(one INTEGER PRIMARY KEY CHECK(one = 1), folded INTEGER NOT NULL) STRICT;
INSERT INTO mark VALUES(1, 0);
CREATE TABLE parked(
    person INTEGER NOT NULL, dialog TEXT NOT NULL, n INTEGER NOT NULL, edition INTEGER NOT NULL,
    place TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY(person, dialog)) STRICT;
CREATE TABLE due(
    at INTEGER NOT NULL, person INTEGER NOT NULL, name TEXT NOT NULL, lease INTEGER,
    PRIMARY KEY(at, person, name)) STRICT, WITHOUT ROWID;
CREATE INDEX due_of_person ON due(person);
CREATE TABLE lane(
    id INTEGER PRIMARY KEY, person INTEGER NOT NULL, at INTEGER NOT NULL, lease INTEGER,
    tries INTEGER NOT NULL, sent_seq INTEGER NOT NULL, sent_at INTEGER NOT NULL) STRICT;
CREATE INDEX lane_at ON lane(at);
CREATE INDEX lane_of_person ON lane(person);
CREATE TABLE outbox(
    lane INTEGER NOT NULL, person INTEGER NOT NULL, n INTEGER NOT NULL, k INTEGER NOT NULL,
    body BLOB NOT NULL, PRIMARY KEY(lane, n, k)) STRICT;
CREATE INDEX outbox_of_person ON outbox(person);
CREATE TABLE journal(
    person INTEGER NOT NULL, n INTEGER NOT NULL, k INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY(person, n, k)) STRICT;
CREATE TABLE edition(
    id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, manifest BLOB NOT NULL) STRICT;
CREATE TABLE source(hash BLOB PRIMARY KEY, text BLOB NOT NULL) STRICT;
CREATE TABLE live(one INTEGER PRIMARY KEY CHECK(one = 1), edition INTEGER NOT NULL) STRICT;
CREATE TABLE tombstone(key INTEGER PRIMARY KEY, until INTEGER NOT NULL) STRICT;
CREATE TABLE failed(
    id INTEGER PRIMARY KEY, person INTEGER NOT NULL, n INTEGER NOT NULL, input BLOB NOT NULL,
    edition INTEGER NOT NULL) STRICT;
CREATE INDEX failed_of_person ON failed(person);
)sql";

constexpr int default_checkpoint_pages = 1000;

std::optional<OpenError> refusal(
    std::int64_t id, std::int64_t version, const std::filesystem::path& file) {
    if (id != application_id) {
        return OpenError(
            OpenTrouble::not_ours,
            fmt::format(
                "{}: is another program's data file, and is left as it is. Name another file.",
                file.string()));
    }
    if (version <= schema_version) return std::nullopt;
    return OpenError(
        OpenTrouble::newer,
        fmt::format(
            "{}: was written by a newer Attune (its form is {}, this program knows up to {}). "
            "Start "
            "the newer program, or restore a copy from before.",
            file.string(),
            version,
            schema_version));
}

}  // namespace

void set_up(Connection& connection, int checkpoint_pages) {
    if (connection.text("PRAGMA journal_mode=WAL") != "wal") {
        throw StoreError(Trouble::down, "this file system cannot share memory between processes");
    }
    connection.run("PRAGMA synchronous=FULL");
    connection.run("PRAGMA secure_delete=ON");
    connection.run("PRAGMA trusted_schema=OFF");
    connection.run("PRAGMA cache_size=-16384");
    connection.run(fmt::format("PRAGMA wal_autocheckpoint={}", checkpoint_pages).c_str());
}

std::optional<OpenError> ensure_schema(Connection& connection, const std::filesystem::path& file) {
    const auto id = connection.number("PRAGMA application_id");
    const auto version = connection.number("PRAGMA user_version");
    const auto objects = connection.number("SELECT count(*) FROM sqlite_schema");
    if (id != 0 || version != 0 || objects != 0) return refusal(id, version, file);
    set_up(connection, default_checkpoint_pages);
    connection.begin();
    try {
        connection.run(tables);
        connection.run(fmt::format("PRAGMA application_id={}", application_id).c_str());
        connection.run(fmt::format("PRAGMA user_version={}", schema_version).c_str());
        connection.commit();
    } catch (...) {
        connection.roll_back();
        throw;
    }
    return std::nullopt;
}

}  // namespace attune::store
