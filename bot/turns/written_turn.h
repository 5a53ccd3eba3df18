// A turn that was taken in memory, made ready for the store.
#pragma once

#include <optional>
#include <vector>

#include "store/store.h"
#include "turns/known.h"
#include "turns/setting.h"

namespace attune::turns {

// Where a turn begins.
struct Start {
    PersonId person;
    KnownPtr before;               // what the input meets; of a newcomer: after her opening words
    std::vector<Message> opening;  // a newcomer's, stored with her first turn
    std::vector<engine::Effect> opening_effects;
    std::optional<store::NewPerson> newcomer;
};

// Which input it was, for the store to know a repeat.
struct InputMark {
    std::uint64_t key = 0;
    Bytes print;
};

struct Draft {
    InputMark mark;
    engine::State next;
    engine::Profile profile;
    std::vector<Message> messages;
    std::vector<engine::Effect> effects;
    std::optional<Bytes> failed;  // the input of a turn that threw, not sealed yet
};

// What goes to the store, and what the loop remembers once it is there.
struct NewTurn {
    store::TurnWrite write;
    KnownPtr after;
};

NewTurn write_down(const Setting& setting, const Start& start, Draft draft);

}  // namespace attune::turns
