// Where other threads leave requests for the turn loop. Bounded: what does not fit is refused.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

#include "turns/work.h"

namespace attune::turns {

class Queue {
public:
    explicit Queue(std::size_t limit) : limit_(limit) {}

    // Any thread. False: full, or stopped.
    bool offer(Work work);

    // The turn thread. Everything that was offered since the last call, in order. `wait` waits for
    // the first; then nothing means: stopped.
    enum class WhenEmpty { wait, return_at_once };
    std::vector<Work> take(WhenEmpty when_empty);

    // So many of those that were taken are answered: there is room for others.
    void answered(std::size_t count);

    // Any thread. Nothing more is let in; what is there is still handed out.
    void stop();

private:
    const std::size_t limit_;
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<Work> inbox_;
    std::size_t unanswered_ = 0;  // in the inbox, or taken and not answered yet
    bool stopped_ = false;
};

}  // namespace attune::turns
