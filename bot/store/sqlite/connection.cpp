#include "store/sqlite/connection.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <stdexcept>
#include <utility>

namespace attune::store {

namespace {

Trouble trouble_of(int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Trouble::busy;
        case SQLITE_FULL:
            return Trouble::full;
        default:
            return Trouble::down;
    }
}

[[noreturn]] void fail(int code, const char* why) {
    const int kind = code & 0xff;
    if (kind == SQLITE_CONSTRAINT || kind == SQLITE_MISMATCH || kind == SQLITE_MISUSE) {
        throw std::logic_error(why);
    }
    throw StoreError(trouble_of(code), why);
}

template <class Work>
auto translated(Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        fail(error.getErrorCode(), error.what());
    }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, std::chrono::milliseconds busy_wait) {
    database_ = translated([&] {
        return std::make_unique<SQLite::Database>(
            file.string(),
            SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
            static_cast<int>(busy_wait.count()));
    });
}

Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;

void Connection::run(const char* sql) {
    const int code = database_->tryExec(sql);
    if (code != SQLITE_OK) fail(code, database_->getErrorMsg());
}

std::int64_t Connection::number(const char* sql) {
    Query query(*this, sql);
    return query.next() ? query.number(0) : 0;
}

std::string Connection::text(const char* sql) {
    Query query(*this, sql);
    return query.next() ? query.blob(0) : std::string();
}

void Connection::begin() {
    run("BEGIN IMMEDIATE");
}

void Connection::roll_back() noexcept {
    // SQLite ends a transaction by itself after some errors.
    if (sqlite3_get_autocommit(database_->getHandle()) != 0) return;
    static_cast<void>(database_->tryExec("ROLLBACK"));
}

void Connection::commit() {
    const int code = database_->tryExec("COMMIT");
    if (code == SQLITE_OK) return;
    const std::string why = database_->getErrorMsg();
    roll_back();
    // The frame that makes it a commit is the last one written, so with a lock missing or no room
    // left it is not there. What an I/O error left is anybody's guess.
    if (trouble_of(code) != Trouble::down) throw StoreError(trouble_of(code), why);
    throw StoreUnsure(why);
}

void Connection::empty_log() {
    Query query(*this, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool busy = query.next() && query.number(0) != 0;
    query.stop();
    if (busy) throw StoreError(Trouble::busy, "somebody else is reading the data file");
}

Query::Query(Connection& connection, const char* sql) {
    statement_ =
        translated([&] { return std::make_unique<SQLite::Statement>(*connection.database_, sql); });
}

Query::~Query() = default;
Query::Query(Query&&) noexcept = default;

Query& Query::with(std::int64_t value) {
    translated([&] { statement_->bind(++bound_, value); });
    return *this;
}

Query& Query::with_text(const std::string& value) {
    translated([&] { statement_->bindNoCopy(++bound_, value); });
    return *this;
}

Query& Query::with_blob(BytesView value) {
    // An empty view may point nowhere, which would be NULL.
    const char* data = value.data() == nullptr ? "" : value.data();
    translated([&] { statement_->bindNoCopy(++bound_, data, static_cast<int>(value.size())); });
    return *this;
}

Query& Query::with_null() {
    translated([&] { statement_->bind(++bound_); });
    return *this;
}

bool Query::next() {
    const int code = statement_->tryExecuteStep();
    if (code == SQLITE_ROW) return true;
    const std::string why = code == SQLITE_DONE ? std::string() : statement_->getErrorMsg();
    stop();
    if (code != SQLITE_DONE) fail(code, why.c_str());
    return false;
}

void Query::run() {
    while (next()) {
    }
}

void Query::stop() noexcept {
    static_cast<void>(statement_->tryReset());
    bound_ = 0;
}

std::int64_t Query::number(int column) const {
    return statement_->getColumn(column).getInt64();
}

BytesView Query::view(int column) const {
    const auto value = statement_->getColumn(column);
    const auto* data = static_cast<const char*>(value.getBlob());
    return data == nullptr ? BytesView()
                           : BytesView(data, static_cast<std::size_t>(value.getBytes()));
}

Bytes Query::blob(int column) const {
    return Bytes(view(column));
}

int Query::changes() const {
    return statement_->getChanges();
}

}  // namespace attune::store
