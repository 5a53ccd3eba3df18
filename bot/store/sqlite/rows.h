// The statements of the turn loop on the data file: one function a row read or written.
#pragma once

#include <functional>
#include <optional>

#include "store/sqlite/connection.h"
#include "store/sqlite/tail.h"

namespace attune::store {

// A turn's row without what was said.
struct Link {
    TurnId id;
    TurnId prev;
    Version n = 0;
    std::uint64_t key = 0;
    Seq last_seq = 0;
};

// Everything throws StoreError.
class Rows {
public:
    explicit Rows(Connection& connection);

    std::optional<PersonId> person_of(const AddressKey& address);
    // Key, profile and fold; nothing if there is no such person. n = 0: she has no fold.
    std::optional<Held> person(PersonId person);

    std::optional<Link> link(TurnId id);
    std::optional<TurnRow> turn(TurnId id);
    std::optional<Bytes> print(TurnId id);
    std::vector<Bytes> journal(PersonId person);

    TurnId folded_mark();
    void mark_folded(TurnId up_to);
    // Turns after `mark`, oldest first, as the person they leave behind: the change is the only one
    // in `changes`, the key the only one in `recent`, the whole state, key and profile are missing.
    void each_turn_after(TurnId mark, const std::function<void(Held)>& use);

    void add_person(PersonId person, const NewPerson& newcomer);
    void add_turn(const TurnWrite& write, TurnId prev);
    void fold(const Held& held);

    TurnId newest_turn();
    std::int64_t greatest_id();

private:
    Query person_of_;
    Query person_;
    Query link_;
    Query turn_;
    Query print_;
    Query journal_;
    Query add_person_;
    Query add_address_;
    Query add_turn_;
    Query set_profile_;
    Query add_journal_;
    Query add_failed_;
    Query fold_;
    Query turns_after_;
    Query mark_;
    Query set_mark_;
    Query newest_turn_;
    Query greatest_id_;
};

}  // namespace attune::store
