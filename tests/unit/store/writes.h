// Turns to write, with defaults, so that a test shows only what matters. What is "sealed" here says
// in plain words whose it is and of which turn.
#pragma once

#include <fmt/format.h>

#include "store/store.h"

namespace attune::store {

inline Bytes words(const char* what, PersonId person, Version n) {
    return fmt::format("{} of {} at {}", what, person.value, n);
}

inline AddressKey address_of(PersonId person) {
    return {"web", fmt::format("hash of {}", person.value)};
}

inline Instant minute(int n) {
    return Instant(std::chrono::minutes(n));
}

// Makes turns with ids that grow. Each turn holds two messages, hers and the bot's.
class Desk {
public:
    explicit Desk(std::int64_t first_id = 1000) : id_(first_id) {}

    TurnWrite turn(PersonId person, Version expected) {
        const Version n = expected + 1;
        TurnWrite write;
        write.id = TurnId{++id_};
        write.person = person;
        write.expected = expected;
        write.key = key(person, n);
        write.print = words("print", person, n);
        write.last_seq = 2 * n;
        write.at = minute(1);
        write.edition = EditionId{7};
        write.dialog = "welcome";
        write.place = fmt::format("scene/{}", n);
        write.body = words("body", person, n);
        write.change = words("change", person, n);
        write.state = words("state", person, n);
        if (expected == 0)
            write.newcomer = NewPerson{address_of(person), "", words("key", person, 0)};
        return write;
    }

    static std::uint64_t key(PersonId person, Version n) {
        return static_cast<std::uint64_t>(person.value * 100'000 + n);
    }

private:
    std::int64_t id_;
};

inline Fate commit_one(Store& store, const TurnWrite& write) {
    return store.commit({&write, 1}).at(0);
}

inline Snapshot load_one(Store& store, PersonId person, std::uint64_t key = 0) {
    const Wanted wanted{person, key};
    return store.load({&wanted, 1}).at(0);
}

inline std::optional<PersonId> who_is(Store& store, const AddressKey& address) {
    return store.who({&address, 1}).at(0);
}

// `turns` turns of a new person, one commit each.
inline void talk(Store& store, Desk& desk, PersonId person, Version turns, Version from = 0) {
    for (Version n = from; n < from + turns; ++n) commit_one(store, desk.turn(person, n));
}

inline std::vector<Version> turns_in(const std::vector<TurnRow>& rows) {
    std::vector<Version> ns;
    for (const auto& row : rows) ns.push_back(row.n);
    return ns;
}

}  // namespace attune::store
