#include "turns/queue.h"

namespace attune::turns {

bool Queue::offer(Work work) {
    {
        const std::lock_guard lock(mutex_);
        if (stopped_ || unanswered_ >= limit_) return false;
        ++unanswered_;
        inbox_.push_back(std::move(work));
    }
    came_.notify_one();
    return true;
}

std::vector<Work> Queue::take(WhenEmpty when_empty) {
    std::unique_lock lock(mutex_);
    if (when_empty == WhenEmpty::wait) {
        came_.wait(lock, [this] { return stopped_ || !inbox_.empty(); });
    }
    std::vector<Work> taken;
    taken.swap(inbox_);
    return taken;
}

void Queue::answered(std::size_t count) {
    const std::lock_guard lock(mutex_);
    unanswered_ -= count;
}

void Queue::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    came_.notify_one();
}

}  // namespace attune::turns
