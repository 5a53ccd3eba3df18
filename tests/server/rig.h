// A whole server on a free port of loopback: real sockets, the real turn loop, a store in memory.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <thread>

#include "server/server.h"
#include "store/memory/memory_store.h"
#include "transports/web/session.h"
#include "turns/turns.h"

namespace attune::server {

class OneEdition final : public turns::EditionSource {
public:
    explicit OneEdition(dialog::EditionPtr edition) : held_{EditionId{1}, std::move(edition)} {}

    Held live() override { return held_; }
    dialog::EditionPtr find(EditionId id) override {
        return id == held_.id ? held_.edition : nullptr;
    }
    Held find_hash(const std::string& hash) override;

private:
    Held held_;
};

// Between server and turn loop, which need each other. A test may hold back or refuse requests.
class Bridge final : public TurnQueue {
public:
    bool offer(SocketId socket, TurnRequest request) override;

    turns::TurnLoop* loop = nullptr;
    std::atomic<bool> refuses = false;
    std::atomic<bool> swallows = false;  // takes requests and never answers
};

struct Wishes {
    Wishes();

    Options server;
    web::SessionOptions session;
    std::map<std::string, std::string> files;  // dialogs; none: two questions and an end
};

class Rig {
public:
    explicit Rig(Wishes wishes = {});
    ~Rig();

    std::uint16_t port() const { return server.port(); }
    // Waits for it; fails after ten seconds.
    void wait_for_live_sockets(std::size_t wanted);

private:
    Wishes wishes_;
    store::MemoryStore store_;
    OneEdition editions_;

public:
    Bridge bridge;
    Server server;

private:
    turns::TurnLoop loop_;
    std::thread turn_thread_;
};

}  // namespace attune::server
