// A request on its way through the turn loop.
#pragma once

#include "base/turn_request.h"

namespace attune::turns {

struct Work {
    SocketId socket;
    TurnRequest request;
    int tries = 0;  // how often it was loaded and had to begin anew
};

}  // namespace attune::turns
