// A store that forgets: everything in memory, nothing survives. For tests, and for trying things
// out.
#pragma once

#include <map>
#include <unordered_map>

#include "store/store.h"

namespace attune::store {

class MemoryStore final : public Store {
public:
    // `fold_every`: how many turns of a person may stand as changes before the whole state is
    // taken, so that a reader meets both forms, as with a store that keeps them on disk.
    explicit MemoryStore(int fold_every = 3) : fold_every_(fold_every) {}

    std::vector<std::optional<PersonId>> who(std::span<const AddressKey> addresses) override;
    std::vector<Snapshot> load(std::span<const Wanted> wanted) override;
    std::vector<Fate> commit(std::span<const TurnWrite> writes) override;
    std::vector<TurnRow> turns_after(PersonId person, Seq after, int limit) override;
    std::vector<TurnRow> turns_before(PersonId person, Seq before, int limit) override;
    std::vector<Bytes> journal(PersonId person) override;
    std::int64_t greatest_id() override;

private:
    struct Turn {
        TurnRow row;
        TurnId id;
        Seq first_seq = 0;  // greater than row.last_seq: it holds no message
        std::uint64_t key = 0;
        Bytes print;
        Bytes change;
    };
    struct Person {
        Bytes wrapped_key;
        Bytes profile;
        Version state_n = 0;
        Bytes state;
        std::vector<Turn> turns;
        std::vector<Bytes> journal;
    };

    static const Turn* seen(const Person& person, std::uint64_t key);
    static Snapshot snapshot(const Person& person, std::uint64_t key);
    Fate fate_of(const TurnWrite& write) const;
    void keep(const TurnWrite& write);

    int fold_every_;
    std::map<AddressKey, PersonId> addresses_;
    std::unordered_map<PersonId, Person> people_;
    std::vector<Bytes> failed_;
    TurnId newest_turn_;
    std::int64_t greatest_id_ = 0;
};

}  // namespace attune::store
