// Who calls: the address a limit is counted for, and whether a page of that origin may talk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http_values.h"

namespace attune::server {

// No Origin is a program; else it is the page's own (as in Host) or one of `origins`.
bool may_talk(const Request& request, const std::vector<std::string>& origins);

// The address limits are counted for: the peer's, or, where the peer is a trusted proxy, the last
// in X-Forwarded-For that is none. IPv6: its network of 64 bits, which is one household or less.
// Empty where nobody can be named (this machine itself): no limit by address.
std::string caller_of(
    const Request& request, const std::string& peer, const std::vector<std::string>& trusted);

}  // namespace attune::server
