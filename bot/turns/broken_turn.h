// A turn that threw, as it is kept: the state as before, her words, the apology, the open question.
#pragma once

#include "turns/written_turn.h"

namespace attune::turns {

Draft broken_turn(
    const Setting& setting,
    const Start& start,
    const Arrival& arrival,
    const std::string& what,
    const std::string& question);

}  // namespace attune::turns
