// A person in the store: sealed for her row, and opened from it. A state and a change each begin
// with the edition they belong to, since a fold may be older than a change that went to another
// edition.
#pragma once

#include <stdexcept>

#include "store/store.h"
#include "turns/known.h"
#include "turns/turns.h"

namespace attune::turns {

// What is stored cannot be read: another master key, an edition that is nowhere, or a bug.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Bytes seal_state(const Known& after, PersonId person);
Bytes seal_change(const engine::State& before, const Known& after, PersonId person);
Bytes seal_profile(const Known& after, PersonId person);
Bytes seal_messages(
    const PersonKey& key, PersonId person, Version n, const std::vector<Message>& m);

// Throws Unreadable.
std::vector<Message> open_messages(
    const PersonKey& key, PersonId person, Version n, BytesView sealed);
PersonKey open_key(const MasterKey& master, PersonId person, BytesView wrapped);
Known open_person(
    const MasterKey& master,
    EditionSource& editions,
    PersonId person,
    const store::Snapshot& snapshot);

}  // namespace attune::turns
