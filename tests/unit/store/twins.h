// The stores that one contract judges.
#pragma once

#include <memory>
#include <stdexcept>

#include "store/memory/memory_editions.h"
#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_editions.h"
#include "store/sqlite/sqlite_store.h"
#include "tests/unit/store/temp_folder.h"

namespace attune::store {

// Throws where the file cannot be used.
inline std::unique_ptr<SqliteStore> open_or_throw(SqliteOptions options) {
    auto store = SqliteStore::open(std::move(options));
    if (!store) throw std::runtime_error(store.error().message);
    return std::move(*store);
}

// What a process that was killed now would leave behind.
inline void copy_as_it_stands(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::create_directory(to);
    for (const char* name : {"attune.db", "attune.db-wal"}) {
        if (std::filesystem::exists(from / name))
            std::filesystem::copy_file(from / name, to / name);
    }
}

class MemoryTwin {
public:
    Store& store() { return store_; }
    Editions& editions() { return editions_; }

private:
    MemoryStore store_;
    MemoryEditions editions_;
};

// Folds are rare (as in life), frequent, or at every turn.
template <int fold_every>
class SqliteTwin {
public:
    SqliteTwin()
        : store_(open_or_throw({.path = folder_.path() / "attune.db", .fold_every = fold_every})),
          editions_(folder_.path() / "attune.db") {}

    Store& store() { return *store_; }
    Editions& editions() { return editions_; }

private:
    TempFolder folder_;
    std::unique_ptr<SqliteStore> store_;
    SqliteEditions editions_;
};

}  // namespace attune::store

#define ATTUNE_STORE_TWINS MemoryTwin, SqliteTwin<10>, SqliteTwin<2>, SqliteTwin<1>
