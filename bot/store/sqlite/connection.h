// One open connection to an SQLite file and the statements prepared on it. SQLite's errors become
// the store's own here, and nowhere else.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "store/store.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace attune::store {

// Everything here throws StoreError, or std::logic_error where a row is one that no caller may
// write (an id that is taken). One thread at a time.
class Connection {
public:
    // Opens a file that is there. `busy_wait`: how long a call waits for another writer's lock.
    Connection(const std::filesystem::path& file, std::chrono::milliseconds busy_wait);
    ~Connection();
    Connection(Connection&&) noexcept;  // before statements are prepared on it, or after

    void run(const char* sql);
    std::int64_t number(const char* sql);
    std::string text(const char* sql);

    void begin();  // takes the write lock
    // Durable on return. Throws StoreUnsure where nobody can tell whether it happened: this
    // connection must then go, and `empty_log` on a new one settles it.
    void commit();
    void roll_back() noexcept;

    // Moves all of the log into the data file and empties it. What was written there but never
    // confirmed is gone afterwards, or stays for good.
    void empty_log();

private:
    friend class Query;
    std::unique_ptr<SQLite::Database> database_;
};

// A prepared statement. Values are given for each ? in order, then it is run or stepped through:
//   for (query.with(person).with_text(name); query.next();) use(query.number(0));
// Views given must live until then. Stepping to the end makes it ready for the next use; who leaves
// earlier calls `stop`, or else a read stays open.
class Query {
public:
    Query(Connection& connection, const char* sql);
    ~Query();
    Query(Query&&) noexcept;

    Query& with(std::int64_t value);
    Query& with_text(const std::string& value);
    Query& with_blob(BytesView value);
    Query& with_null();

    bool next();
    void run();
    void stop() noexcept;

    std::int64_t number(int column) const;
    Bytes blob(int column) const;      // also texts; empty for NULL
    BytesView view(int column) const;  // until the next step
    int changes() const;               // rows the last run changed

private:
    std::unique_ptr<SQLite::Statement> statement_;
    int bound_ = 0;
};

}  // namespace attune::store
