// The end of a batch: all its turns in one commit, and what that makes of each of them.
#pragma once

#include <cstddef>
#include <vector>

#include "turns/case.h"
#include "turns/people.h"

namespace attune::turns {

struct Committed {
    std::size_t kept = 0;
    bool store_well = true;
};

// Total. Afterwards no case is left at Next::commit.
Committed commit_turns(store::Store& store, People& people, std::vector<Case>& cases);

}  // namespace attune::turns
