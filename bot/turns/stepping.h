// The middle of a batch: what becomes of each request, in memory.
#pragma once

#include <vector>

#include "turns/case.h"
#include "turns/setting.h"

namespace attune::turns {

// Decides each case that is undecided. Reads the store only for a turn that threw.
void step(const Setting& setting, store::Store& store, std::vector<Case>& cases);

}  // namespace attune::turns
