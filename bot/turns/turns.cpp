#include "turns/turns.h"

#include "base/log.h"
#include "turns/batch.h"
#include "turns/queue.h"

namespace attune::turns {

struct TurnLoop::Impl {
    Impl(Options with, store::Store& s, const MasterKey& m, EditionSource& e, Listener& l)
        : options(std::move(with)),
          store(s),
          master(m),
          editions(e),
          listener(l),
          queue(options.queue_limit),
          people(options.people_in_memory),
          ids(0, s.greatest_id()) {}

    void run_one_batch(std::vector<Work> works);

    const Options options;
    store::Store& store;
    const MasterKey& master;
    EditionSource& editions;
    Listener& listener;

    Queue queue;
    // The turn thread's own.
    Lanes lanes;
    People people;
    IdMaker ids;

    Tally tally;  // any thread reads it
};

void TurnLoop::Impl::run_one_batch(std::vector<Work> works) {
    const Setting setting{options, master, editions, ids, options.clock(), editions.live()};
    queue.answered(run_batch(setting, {store, people, lanes, listener, tally}, std::move(works)));
}

TurnLoop::TurnLoop(
    Options options,
    store::Store& store,
    const MasterKey& master,
    EditionSource& editions,
    Listener& listener)
    : impl_(std::make_unique<Impl>(std::move(options), store, master, editions, listener)) {}

TurnLoop::~TurnLoop() = default;

bool TurnLoop::offer(SocketId socket, TurnRequest request) {
    return impl_->queue.offer({socket, std::move(request)});
}

void TurnLoop::run() {
    Impl& loop = *impl_;
    while (true) {
        const auto when_empty =
            loop.lanes.empty() ? Queue::WhenEmpty::wait : Queue::WhenEmpty::return_at_once;
        for (Work& came : loop.queue.take(when_empty)) loop.lanes.add(std::move(came));
        if (loop.lanes.empty()) return;
        loop.run_one_batch(loop.lanes.next(loop.options.batch_limit));
    }
}

void TurnLoop::stop() {
    impl_->queue.stop();
}

Figures TurnLoop::figures() const {
    const Tally& tally = impl_->tally;
    return {tally.turns, tally.batches, tally.store_well};
}

}  // namespace attune::turns
