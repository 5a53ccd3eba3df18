// One batch from what waits to what is answered: load, step in memory, commit once, and only then
// answer. What has to begin anew goes back to the head of its lane.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "turns/case.h"
#include "turns/lanes.h"
#include "turns/people.h"
#include "turns/setting.h"

namespace attune::turns {

// How often an input begins anew (others were faster, or a commit ended unknown) before it is
// refused.
constexpr int most_tries = 8;

// What the loop counts, for other threads to read.
struct Tally {
    std::atomic<std::uint64_t> turns{0};
    std::atomic<std::uint64_t> batches{0};
    std::atomic<bool> store_well{true};
};

// What a batch works with; all of it outlives the batch.
struct Workshop {
    store::Store& store;
    People& people;
    Lanes& lanes;
    Listener& listener;
    Tally& tally;
};

// Total. Says how many were answered; the tally is right before the first of them is.
std::size_t run_batch(const Setting& setting, const Workshop& shop, std::vector<Work> works);

}  // namespace attune::turns
