// The store of one process in one SQLite file: a log of turns, whose folds (one row a person) are
// written now and then. What is not folded is held in memory and read again from the log at open.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "store/sqlite/data_file.h"
#include "store/sqlite/open_error.h"
#include "store/sqlite/tail.h"
#include "store/store.h"

namespace attune::store {

struct SqliteOptions {
    std::filesystem::path path;  // its folder is made (0700) where there is none
    // Turns of a person. Fewer write more; more are read again after a kill.
    int fold_every = 32;
    // People are folded after so long without a turn, too.
    std::chrono::milliseconds quiet = std::chrono::minutes(1);
    int checkpoint_pages = 1000;
    std::chrono::milliseconds busy_wait = std::chrono::seconds(2);  // for another writer's lock
    std::size_t people_in_memory = 4096;  // besides those who are not folded
    int mark_every = 1000;                // turns; so many more are read at open
};

class SqliteStore final : public Store {
public:
    static Result<std::unique_ptr<SqliteStore>, OpenError> open(SqliteOptions options);
    // Folds what is not folded yet, so that the next open has nothing to read.
    ~SqliteStore() override;

    std::vector<std::optional<PersonId>> who(std::span<const AddressKey> addresses) override;
    std::vector<Snapshot> load(std::span<const Wanted> wanted) override;
    std::vector<Fate> commit(std::span<const TurnWrite> writes) override;
    std::vector<TurnRow> turns_after(PersonId person, Seq after, int limit) override;
    std::vector<TurnRow> turns_before(PersonId person, Seq before, int limit) override;
    std::vector<Bytes> journal(PersonId person) override;
    std::int64_t greatest_id() override;

private:
    struct File;  // the open connection with its statements
    struct Plan;  // what a commit will write

    SqliteStore(SqliteOptions options, DataFileLock lock);

    // Opens the file and reads the unfolded turns; no tables are made. Throws StoreError.
    void reopen();
    File& file();
    void rebuild_tail();
    void take_in(Held turn);

    Held* held(PersonId person);      // n = 0: her turns are not read yet
    Held* standing(PersonId person);  // the same once they are
    Snapshot snapshot(Held& held, std::uint64_t key);
    Fate fate_of(const TurnWrite& write, Plan& plan);
    Plan plan(std::span<const TurnWrite> writes);
    void write(const Plan& plan);
    void remember(const Plan& plan);
    void fold_all();

    SqliteOptions options_;
    DataFileLock lock_;
    std::unique_ptr<File>
        file_;  // none after a commit whose outcome is unknown, until the next call
    Tail tail_;
    TurnId newest_turn_;
    TurnId mark_;  // as it stands in the file
    int turns_since_mark_ = 0;
};

}  // namespace attune::store
