// Keeps turns in a store as the turn loop does: load, commit, and after any failure load again.
#pragma once

#include <catch2/catch.hpp>

#include "tests/unit/store/writes.h"

namespace attune::store {

// Sends each of her inputs until it is kept. Counts what went wrong on the way.
class Sender {
public:
    Sender(Store& store, PersonId person, Desk& desk)
        : store_(store), person_(person), desk_(desk) {}

    // Her n-th input; afterwards it stands in the store, once.
    void send(Version n) {
        for (int tries = 0; tries < 5; ++tries) {
            try {
                if (kept(n)) return;
            } catch (const StoreError&) {
                ++errors;
            } catch (const StoreUnsure&) {
                ++unsure;
            }
        }
        FAIL("not kept after five tries");
    }

    int errors = 0;
    int unsure = 0;

private:
    bool kept(Version n) {
        const Snapshot shot = load_one(store_, person_, Desk::key(person_, n));
        if (shot.seen) {
            CHECK(shot.seen->n == n);
            CHECK(shot.seen->print == words("print", person_, n));
            return true;
        }
        REQUIRE(shot.version == n - 1);
        const Fate fate = commit_one(store_, desk_.turn(person_, n - 1));
        CHECK(fate == Fate::kept);
        return fate == Fate::kept;
    }

    Store& store_;
    PersonId person_;
    Desk& desk_;
};

// All of her turns are there, in order, none twice, and the state is that of the last.
inline void check_talk(Store& store, PersonId person, Version turns) {
    const auto rows = store.turns_after(person, 0, 10'000);
    REQUIRE(static_cast<Version>(rows.size()) == turns);
    for (Version n = 1; n <= turns; ++n) {
        const TurnRow& row = rows[static_cast<std::size_t>(n) - 1];
        CHECK(row.n == n);
        CHECK(row.last_seq == 2 * n);
        CHECK(row.body == words("body", person, n));
    }
    const Snapshot shot = load_one(store, person);
    CHECK(shot.version == turns);
    CHECK(shot.last_seq == 2 * turns);
    Version n = shot.state_n;
    CHECK(shot.state == (n == 0 ? Bytes() : words("state", person, n)));
    for (const auto& change : shot.changes) {
        CHECK(change.n == ++n);
        CHECK(change.change == words("change", person, n));
    }
    CHECK(n == turns);
}

}  // namespace attune::store
