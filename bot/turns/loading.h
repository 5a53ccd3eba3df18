// The first half of a batch: whose addresses these are, and where each of those people stands. One
// round trip to the store for each of the two questions.
#pragma once

#include <vector>

#include "turns/case.h"
#include "turns/people.h"
#include "turns/setting.h"

namespace attune::turns {

// Throws StoreError. Afterwards each case knows its person (or that there is none), or waits, or
// begins anew, or is answered (what cannot be read).
void load_people(
    const Setting& setting, store::Store& store, People& people, std::vector<Case>& cases);

}  // namespace attune::turns
