// What the SQLite store holds in memory: the people whose newest turns stand only in the log and
// are not folded into their conversation row yet, and some others met lately. No SQL here.
#pragma once

#include <chrono>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/store.h"

namespace attune::store {

// A person as of her newest turn. A fold writes all of it but key and profile.
struct Held {
    PersonId person;
    TurnId newest;
    Version n = 0;
    Seq last_seq = 0;
    Instant at{};
    EditionId edition;
    std::string dialog;
    std::string place;
    std::vector<std::uint64_t> recent;  // keys of her last inputs, oldest first
    Version state_n = 0;                // the whole state as of that turn …
    Bytes state;
    std::vector<ChangeSince> changes;  // … and what changed since, up to n

    Bytes wrapped_key;
    Bytes profile;

    bool knows(std::uint64_t key) const;
    void remember(std::uint64_t key);  // 0, no input, is not one

    void take(const TurnWrite& write);  // her next turn
    void read_on(Held turn);            // her next turn, as Rows::each_turn_after reads it
};

// Pointers it hands out stay good until `trim`, `drop` or `clear`.
class Tail {
public:
    explicit Tail(int fold_every) : fold_every_(fold_every) {}

    Held* find(PersonId person);
    // Somebody read from the file: all of her is folded.
    Held* add(Held held);

    // `held` took a turn that is in the log now. `floor`: every turn up to it is older.
    void took_turn(Held& held, TurnId floor);
    void folded(PersonId person);

    // Who should be folded now: all with `fold_every` turns, then up to `some` of those who have
    // been quiet since `before`, longest quiet first.
    std::vector<const Held*> due(Instant before, std::size_t some) const;
    std::vector<const Held*> unfolded(std::size_t limit) const;
    std::size_t unfolded_count() const { return waiting_.size(); }

    // Every turn up to here is folded; nothing where nobody waits.
    std::optional<TurnId> folded_up_to() const;

    // Lets go of all but `limit` of those who are folded, longest unused first.
    void trim(std::size_t limit);
    void drop(PersonId person);
    void clear();

private:
    using Order = std::list<PersonId>;
    struct Entry {
        Held held;
        int turns = 0;  // not folded; 0: she stands in idle_, else in waiting_ and speaking_
        TurnId floor;
        Order::iterator place;     // in idle_ or waiting_
        Order::iterator speaking;  // in speaking_
    };

    int fold_every_;
    std::unordered_map<PersonId, Entry> people_;
    Order idle_;                  // folded; longest unused first
    Order waiting_;               // unfolded; by the first turn that is
    Order speaking_;              // unfolded; by the last turn
    std::vector<PersonId> full_;  // unfolded, with fold_every turns
};

}  // namespace attune::store
