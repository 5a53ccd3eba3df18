// Who comes too often: a burst is free, then one each so often. Not thread-safe: one io thread's
// own.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/server.h"

namespace attune::server {

class Rates {
public:
    using SteadyTime = transport::SteadyTime;

    explicit Rates(Rate rate) : rate_(rate) {}

    // Counts one more of `who`; or, where that is too many, says how long to wait and counts
    // nothing.
    std::optional<std::chrono::milliseconds> too_fast(const std::string& who, SteadyTime now);

    // Drops those who may have their whole burst again. Call it now and then.
    void forget(SteadyTime now);

    std::size_t known() const { return free_at_.size(); }

private:
    Rate rate_;
    std::unordered_map<std::string, SteadyTime> free_at_;  // when all of it is paid back
};

}  // namespace attune::server
