// RUN: executes operations of the frame on top until the next rest or the end.
#pragma once

#include "engine/moves.h"

namespace attune::engine {

// From `first` on. Throws std::logic_error past the limits of a turn: the checker forbids them.
void run(Turn& turn, Next first);

}  // namespace attune::engine
