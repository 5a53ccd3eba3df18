#include "store/sqlite/sqlite_store.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

#include "base/log.h"
#include "store/sqlite/chain.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/rows.h"
#include "store/sqlite/schema.h"

namespace attune::store {

namespace {

// Quiet people folded in a commit, besides as many as it has turns: so that folding keeps up.
constexpr std::size_t quiet_at_a_time = 4;

// People folded in a commit when the store closes.
constexpr std::size_t folds_at_close = 500;

OpenError cannot_use(const std::filesystem::path& file, const char* reason) {
    return {
        OpenTrouble::cannot_open,
        file.string() + ": cannot be used (" + reason +
            "). Check the disk; if the file is damaged, restore a backup."};
}

}  // namespace

struct SqliteStore::File {
    explicit File(Connection opened)
        : connection(std::move(opened)), rows(connection), chains(rows) {}

    Connection connection;
    Rows rows;
    Chains chains;
};

struct SqliteStore::Plan {
    struct Turn {
        const TurnWrite* write;
        Held* held;  // null: she is made by it
    };
    std::vector<Fate> fates;
    std::vector<Turn> turns;  // those that are kept
    std::unordered_set<PersonId> people;
    std::vector<const AddressKey*> new_addresses;
    std::vector<const Held*> folds;
    std::optional<TurnId> mark;  // where it is time to move it
};

SqliteStore::SqliteStore(SqliteOptions options, DataFileLock lock)
    : options_(std::move(options)), lock_(std::move(lock)), tail_(options_.fold_every) {}

Result<std::unique_ptr<SqliteStore>, OpenError> SqliteStore::open(SqliteOptions options) {
    auto lock = DataFileLock::take(options.path);
    if (!lock) return lock.error();
    const auto path = options.path;
    try {
        std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(options), std::move(*lock)));
        Connection first(path, store->options_.busy_wait);
        if (auto refused = ensure_schema(first, path)) return *refused;
        store->reopen();
        return store;
    } catch (const std::exception& error) {
        return cannot_use(path, error.what());
    }
}

SqliteStore::~SqliteStore() {
    if (!file_) return;
    try {
        fold_all();
    } catch (const std::exception& error) {
        log(LogLevel::warning,
            "the store closed with turns to be read again at the next start",
            {{"why", error.what()}});
    }
}

void SqliteStore::reopen() {
    tail_.clear();
    file_.reset();
    Connection connection(options_.path, options_.busy_wait);
    set_up(connection, options_.checkpoint_pages);
    // What a failed sync left in the log must not come to life later.
    connection.empty_log();
    file_ = std::make_unique<File>(std::move(connection));
    try {
        rebuild_tail();
    } catch (...) {
        file_.reset();
        throw;
    }
}

SqliteStore::File& SqliteStore::file() {
    if (!file_) reopen();
    return *file_;
}

void SqliteStore::rebuild_tail() {
    Rows& rows = file_->rows;
    mark_ = rows.folded_mark();
    newest_turn_ = std::max(rows.newest_turn(), mark_);
    turns_since_mark_ = 0;
    rows.each_turn_after(mark_, [this](Held turn) { take_in(std::move(turn)); });
    tail_.trim(options_.people_in_memory);
}

// A turn read from the log at open.
void SqliteStore::take_in(Held turn) {
    ++turns_since_mark_;
    tail_.trim(options_.people_in_memory);
    Held* known = held(turn.person);
    if (known == nullptr || turn.n <= known->n) return;
    if (turn.n != known->n + 1) {
        throw StoreError(Trouble::down, "a turn is missing in the data file");
    }
    const TurnId floor{turn.newest.value - 1};
    known->read_on(std::move(turn));
    tail_.took_turn(*known, floor);
}

Held* SqliteStore::held(PersonId person) {
    if (Held* known = tail_.find(person)) return known;
    auto read = file().rows.person(person);
    return read ? tail_.add(std::move(*read)) : nullptr;
}

Held* SqliteStore::standing(PersonId person) {
    Held* known = held(person);
    if (known != nullptr && known->n == 0) {
        throw StoreError(Trouble::down, "a person without a turn is in the data file");
    }
    return known;
}

std::vector<std::optional<PersonId>> SqliteStore::who(std::span<const AddressKey> addresses) {
    std::vector<std::optional<PersonId>> found;
    found.reserve(addresses.size());
    for (const auto& address : addresses) found.push_back(file().rows.person_of(address));
    return found;
}

Snapshot SqliteStore::snapshot(Held& held, std::uint64_t key) {
    Snapshot shot;
    shot.known = true;
    shot.version = held.n;
    shot.last_seq = held.last_seq;
    shot.edition = held.edition;
    shot.newest = held.newest;
    shot.wrapped_key = held.wrapped_key;
    shot.profile = held.profile;
    shot.state_n = held.state_n;
    shot.state = held.state;
    shot.changes = held.changes;
    if (!held.knows(key)) return shot;
    shot.seen.emplace();
    const auto first = file().chains.of_key(held.newest, key);
    if (!first) return shot;
    shot.seen->n = first->n;
    shot.seen->last_seq = first->last_seq;
    if (auto print = file().rows.print(first->id)) shot.seen->print = std::move(*print);
    if (auto row = file().rows.turn(first->id)) shot.seen->body = std::move(row->body);
    return shot;
}

std::vector<Snapshot> SqliteStore::load(std::span<const Wanted> wanted) {
    file();
    std::vector<Snapshot> shots;
    shots.reserve(wanted.size());
    for (const auto& want : wanted) {
        Held* known = standing(want.person);
        shots.push_back(known == nullptr ? Snapshot{} : snapshot(*known, want.key));
    }
    tail_.trim(options_.people_in_memory);
    return shots;
}

Fate SqliteStore::fate_of(const TurnWrite& write, Plan& plan) {
    if (!plan.people.insert(write.person).second) return Fate::changed_meanwhile;
    Held* known = standing(write.person);
    if (known == nullptr) {
        if (write.expected != 0) return Fate::gone;
        const AddressKey& address = write.newcomer.value().address;
        const bool taken = file().rows.person_of(address).has_value() ||
                           std::any_of(
                               plan.new_addresses.begin(),
                               plan.new_addresses.end(),
                               [&](const AddressKey* other) { return *other == address; });
        if (taken) return Fate::changed_meanwhile;
        plan.new_addresses.push_back(&address);
    } else {
        if (known->knows(write.key)) return Fate::seen_before;
        if (known->n != write.expected) return Fate::changed_meanwhile;
    }
    plan.turns.push_back({&write, known});
    return Fate::kept;
}

SqliteStore::Plan SqliteStore::plan(std::span<const TurnWrite> writes) {
    Plan plan;
    plan.fates.reserve(writes.size());
    plan.turns.reserve(writes.size());
    Instant latest{};
    for (const auto& write : writes) {
        if (write.id <= newest_turn_) throw std::logic_error("a turn's id must be a new one");
        plan.fates.push_back(fate_of(write, plan));
        latest = std::max(latest, write.at);
    }
    plan.folds = tail_.due(latest - options_.quiet, quiet_at_a_time + writes.size());
    if (turns_since_mark_ >= options_.mark_every) {
        plan.mark = tail_.folded_up_to().value_or(newest_turn_);
    }
    return plan;
}

void SqliteStore::write(const Plan& plan) {
    File& open = file();
    try {
        open.connection.begin();
        for (const Held* held : plan.folds) open.rows.fold(*held);
        for (const auto& [write, held] : plan.turns) {
            if (held == nullptr) open.rows.add_person(write->person, *write->newcomer);
            open.rows.add_turn(*write, held == nullptr ? TurnId{} : held->newest);
        }
        if (plan.mark && *plan.mark != mark_) open.rows.mark_folded(*plan.mark);
        open.connection.commit();
    } catch (const StoreUnsure&) {
        file_.reset();
        throw;
    } catch (const StoreError& error) {
        open.connection.roll_back();
        // After an I/O error nothing that SQLite holds in memory is trusted.
        if (error.trouble == Trouble::down) file_.reset();
        throw;
    } catch (...) {
        open.connection.roll_back();
        throw;
    }
}

// Only after the commit: memory says nothing that the disk does not.
void SqliteStore::remember(const Plan& plan) {
    const TurnId floor = newest_turn_;
    for (const Held* held : plan.folds) tail_.folded(held->person);
    if (plan.mark) {
        mark_ = *plan.mark;
        turns_since_mark_ = 0;
    }
    for (const auto& [write, known] : plan.turns) {
        Held* held = known;
        if (held == nullptr) {
            held =
                tail_.add({.person = write->person, .wrapped_key = write->newcomer->wrapped_key});
        }
        held->take(*write);
        tail_.took_turn(*held, floor);
        newest_turn_ = std::max(newest_turn_, write->id);
        ++turns_since_mark_;
    }
    tail_.trim(options_.people_in_memory);
}

std::vector<Fate> SqliteStore::commit(std::span<const TurnWrite> writes) {
    file();
    Plan planned = plan(writes);
    if (!planned.turns.empty()) {
        write(planned);
        try {
            remember(planned);
        } catch (const std::exception& error) {  // no memory left: it is read again from the file
            file_.reset();
            throw StoreUnsure(error.what());
        }
    }
    return std::move(planned.fates);
}

void SqliteStore::fold_all() {
    while (tail_.unfolded_count() > 0) {
        Plan folds;
        folds.folds = tail_.unfolded(folds_at_close);
        if (folds.folds.size() == tail_.unfolded_count()) folds.mark = newest_turn_;
        write(folds);
        remember(folds);
    }
}

std::vector<TurnRow> SqliteStore::turns_after(PersonId person, Seq after, int limit) {
    file();
    const Held* known = held(person);
    if (known == nullptr) return {};
    return file_->chains.after(person, known->newest, after, limit);
}

std::vector<TurnRow> SqliteStore::turns_before(PersonId person, Seq before, int limit) {
    file();
    const Held* known = held(person);
    if (known == nullptr) return {};
    return file_->chains.before(person, known->newest, before, limit);
}

std::vector<Bytes> SqliteStore::journal(PersonId person) {
    return file().rows.journal(person);
}

std::int64_t SqliteStore::greatest_id() {
    return file().rows.greatest_id();
}

}  // namespace attune::store
