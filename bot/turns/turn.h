// One input of one person, from what is stored to what is to be stored. No store is touched.
#pragma once

#include <variant>

#include "turns/written_turn.h"

namespace attune::turns {

// To be kept; the answer goes out once it is.
struct ToKeep {
    NewTurn turn;
    Accepted answer;
};

// The engine threw: a bug of ours.
struct Threw {
    std::string what;  // may hold her words: never logged
};

// Accepted, Refused: nothing to keep (a tap that changes nothing, words that are too long).
using Taken = std::variant<ToKeep, Accepted, Refused, Threw>;

Taken take_in(const Setting& setting, const Start& start, const Arrival& arrival);

// What becomes of a turn that threw: her place stays, the input is set aside for whoever mends the
// bug, she reads that something broke, and the open question again (`question`: its words).
ToKeep set_aside(
    const Setting& setting,
    const Start& start,
    const Arrival& arrival,
    const Threw& threw,
    const std::string& question);

// The mark that the store remembers of her input.
InputMark mark_of(const MasterKey& master, PersonId person, const Arrival& arrival);

// The answer of an input that was kept before, from what the store remembers of it. A refusal if
// the content differs.
TurnReply answer_again(
    const MasterKey& master,
    PersonId person,
    const PersonKey& key,
    const store::Seen& seen,
    const Arrival& arrival);

}  // namespace attune::turns
