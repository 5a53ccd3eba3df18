// What people are told when something was not done, in one honest sentence each.
#pragma once

#include <string>

#include "base/turn_request.h"

namespace attune::turns {

// `line` stands instead of the sentence of the code, where there is a better one.
Refused refuse(RefusalCode code, const std::string& id, const std::string& line = {});

// The id of the input that a request carries; empty where it carries none.
std::string id_of(const TurnRequest& request);

}  // namespace attune::turns
