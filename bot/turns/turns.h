// The turn loop: takes what has queued up as one batch, loads, steps in memory, commits once, and
// only then answers. Owns the store; runs on a thread of its own.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/moment.h"
#include "base/seal.h"
#include "base/turn_request.h"
#include "dialog/edition.h"
#include "store/store.h"

namespace attune::turns {

// Declared here, provided by `library`: editions by id. Called on the turn thread.
class EditionSource {
public:
    struct Held {
        EditionId id;
        dialog::EditionPtr edition;
    };
    virtual ~EditionSource() = default;
    virtual Held live() = 0;
    // Null where it is nowhere to be had.
    virtual dialog::EditionPtr find(EditionId id) = 0;
    // Of the editions held: by hash; empty id if none.
    virtual Held find_hash(const std::string& hash) = 0;
};

// Declared here, provided by `server`: where answers go. Called on the turn thread; must not block.
class Listener {
public:
    virtual ~Listener() = default;
    virtual void answer(SocketId socket, TurnReply reply) = 0;
    // `person` has messages up to `last`. Sockets of a newcomer are known by her address until
    // then.
    virtual void news(PersonId person, const Address& address, Seq last) = 0;
};

struct Options {
    std::size_t batch_limit = 256;          // turns in one commit
    std::size_t queue_limit = 10'000;       // requests waiting; more are refused as busy
    std::size_t people_in_memory = 20'000;  // decoded states kept (LRU)
    std::string opening_dialog = "welcome";
    std::string default_zone = "Etc/UTC";
    std::function<Instant()> clock = now_of_machine;
};

struct Figures {  // for a bench and /readyz; read on any thread
    std::uint64_t turns = 0;
    std::uint64_t batches = 0;
    bool store_well = true;  // the last commit or load went through
};

class TurnLoop {
public:
    // Asks the store for its greatest id: throws StoreError. The rest is up to `run`.
    TurnLoop(
        Options options,
        store::Store& store,
        const MasterKey& master,
        EditionSource& editions,
        Listener& listener);
    ~TurnLoop();

    // Any thread. False: the queue is full (the caller answers `busy`).
    bool offer(SocketId socket, TurnRequest request);

    // Runs until `stop` was called and all that was queued before it is answered.
    void run();
    void stop();  // any thread

    Figures figures() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace attune::turns
