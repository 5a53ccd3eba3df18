// A person's turns, newest first, found by walking from each to the one before. What was passed is
// kept for a while, so that a page after page reader does not walk it all again.
#pragma once

#include <list>

#include "store/sqlite/rows.h"

namespace attune::store {

class Chains {
public:
    explicit Chains(Rows& rows) : rows_(rows) {}

    std::vector<TurnRow> after(PersonId person, TurnId newest, Seq seq, int limit);
    std::vector<TurnRow> before(PersonId person, TurnId newest, Seq seq, int limit);
    // The turn that took the input; nothing if its row is gone.
    std::optional<Link> of_key(TurnId newest, std::uint64_t key);

private:
    struct Passed {
        TurnId id;
        Seq last_seq = 0;
    };
    struct Walk {
        PersonId person;
        std::vector<Passed> back;  // newest first, without a gap
        TurnId next;               // the turn before the last of `back`; 0: that was the first
    };

    // Her walk from the newest turn, at least down to a turn with last_seq <= seq or the first.
    Walk& down_to(PersonId person, TurnId newest, Seq seq);
    void join(Walk& walk, TurnId newest, Seq seq);
    bool go_on(Walk& walk);
    bool holds_messages(const Walk& walk, std::size_t place) const;
    Seq seq_before(const Walk& walk, std::size_t place) const;
    void read(TurnId id, std::vector<TurnRow>& rows);

    Rows& rows_;
    std::list<Walk> walks_;  // last used first
};

}  // namespace attune::store
