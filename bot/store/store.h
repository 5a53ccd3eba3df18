// What the turn loop needs of a store. One thread calls. Everything said is sealed before it comes
// here; a store never looks inside. One contract test (tests/unit/store) judges every twin.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"

namespace attune::store {

enum class Trouble : std::uint8_t {
    busy,
    full,
    down,
};

// Nothing of the call happened; it may be tried again.
struct StoreError : std::runtime_error {
    StoreError(Trouble t, const std::string& why) : std::runtime_error(why), trouble(t) {}
    Trouble trouble;
};

// The outcome of a commit is unknown: load again, `seen` tells.
struct StoreUnsure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// How many newest input ids of a person are known for sure.
constexpr int remembered_inputs = 128;

struct AddressKey {
    std::string transport;
    Bytes who;  // keyed hash

    auto operator<=>(const AddressKey&) const = default;
};

struct Wanted {
    PersonId person;
    std::uint64_t key = 0;  // keyed hash of (person, transport, input id); 0: no input
};

struct Seen {
    Version n = 0;     // 0: the turn's row is gone, all that is known is that it was there
    Bytes print;       // fingerprint of the first arrival's content
    Seq last_seq = 0;  // after that turn
    Bytes body;  // sealed messages of that turn; empty where retention took them or it lies too far
                 // back
};

struct ChangeSince {
    Version n = 0;
    Bytes change;  // sealed
};

struct Snapshot {
    bool known = false;  // false: no such person (any more)
    Version version = 0;
    Seq last_seq = 0;
    EditionId edition;
    TurnId newest;
    Bytes wrapped_key;
    Bytes profile;                     // sealed; empty: none
    Version state_n = 0;               // 0: `state` is empty, all there is stands in `changes`
    Bytes state;                       // sealed, the folded whole, for state_n
    std::vector<ChangeSince> changes;  // after it, oldest first
    std::optional<Seen> seen;
};

struct JournalEntry {
    Bytes body;  // sealed
};

struct NewPerson {
    AddressKey address;
    Bytes sealed_address;  // for sending; empty where nothing is ever sent (web)
    Bytes wrapped_key;
};

struct TurnWrite {
    TurnId id;
    PersonId person;
    Version expected = 0;  // 0 makes her: `newcomer` must be there
    std::optional<NewPerson> newcomer;
    std::uint64_t key = 0;
    Bytes print;
    Seq last_seq = 0;  // after the turn
    Instant at{};
    EditionId edition;
    std::string dialog;
    std::string place;
    Bytes body;    // sealed messages, hers and the bot's
    Bytes change;  // sealed, for n = expected + 1; what the turn changed in the state
    Bytes state;   // sealed, for n = expected + 1; the whole, for a fold
    std::optional<Bytes> profile;  // sealed, for n = 0; where it changed
    std::vector<JournalEntry> journal;
    std::optional<Bytes> failed;  // sealed input of a turn that threw; the state is as before
};

enum class Fate : std::uint8_t {
    kept,
    changed_meanwhile,  // her version is not `expected` (or the address has a person already)
    seen_before,
    gone,  // no such person
};

// A turn as a reader sees it.
struct TurnRow {
    Version n = 0;
    Seq last_seq = 0;
    Instant at{};
    EditionId edition;
    Bytes body;
};

class Store {
public:
    virtual ~Store() = default;

    virtual std::vector<std::optional<PersonId>> who(std::span<const AddressKey> addresses) = 0;
    virtual std::vector<Snapshot> load(std::span<const Wanted> wanted) = 0;
    // One transaction, durable on return. Fates in the order of writes. At most one turn of a
    // person: a second one is `changed_meanwhile`. Turn ids are new: greater than any committed
    // before.
    virtual std::vector<Fate> commit(std::span<const TurnWrite> writes) = 0;
    // Turns that hold messages with seq > after, rising, until `limit` turns.
    virtual std::vector<TurnRow> turns_after(PersonId person, Seq after, int limit) = 0;
    // Turns that hold messages with seq < before, newest first, until `limit` turns.
    virtual std::vector<TurnRow> turns_before(PersonId person, Seq before, int limit) = 0;
    virtual std::vector<Bytes> journal(PersonId person) = 0;  // oldest first
    // The greatest id ever stored here, of any kind: IdMaker goes past it.
    virtual std::int64_t greatest_id() = 0;
};

}  // namespace attune::store
