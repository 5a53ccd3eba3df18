// Answers of a batch that come from what is kept: `hello` of somebody known, and her messages.
#pragma once

#include <vector>

#include "turns/case.h"
#include "turns/setting.h"

namespace attune::turns {

// Total. Afterwards no case is left at Next::read.
void read_for(const Setting& setting, store::Store& store, std::vector<Case>& cases);

}  // namespace attune::turns
