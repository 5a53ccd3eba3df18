// One request of a batch, and what has been found out about it so far.
#pragma once

#include <optional>
#include <string>

#include "store/store.h"
#include "turns/known.h"
#include "turns/turn.h"
#include "turns/work.h"

namespace attune::turns {

enum class Next : std::uint8_t {
    undecided,
    wait,    // another input of the same person is in this batch: back to the head of her lane
    anew,    // the store changed under it, or may have kept it: from `load` once more
    commit,  // `turn` is to be kept, then answered
    read,    // answered from what is kept, after the commit
    answer,  // `reply` is ready
};

struct Case {
    explicit Case(Work w) : work(std::move(w)) {}

    Work work;
    std::optional<store::AddressKey> who;  // hello and inputs; reading names the person
    PersonId person;                       // none: nobody's address
    KnownPtr known;
    std::optional<store::Seen> seen;  // this input was kept before
    Next next = Next::undecided;
    std::optional<NewTurn> turn;
    std::optional<TurnReply> reply;
    bool has_news = false;  // her other sockets are to be told

    const Address* address() const {
        if (const auto* open = std::get_if<OpenTalk>(&work.request)) return &open->address;
        if (const auto* arrival = std::get_if<Arrival>(&work.request)) return &arrival->address;
        return nullptr;
    }
    void answer_with(TurnReply with) {
        reply = std::move(with);
        next = Next::answer;
    }
};

}  // namespace attune::turns
