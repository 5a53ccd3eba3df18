// Who is connected to one io thread: its connections, and whose sockets they are. Not thread-safe.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/connection.h"

namespace attune::server {

class Hub {
public:
    // Ids made here end in the thread's number, so that an answer finds its thread.
    static constexpr unsigned thread_bits = 8;
    static unsigned thread_of(SocketId id) {
        return static_cast<unsigned>(id.value) & ((1U << thread_bits) - 1);
    }

    explicit Hub(unsigned thread) : thread_(thread) {}

    void add(Connection& connection, std::weak_ptr<Connection> keeper);
    void remove(Connection& connection);
    std::size_t connections() const { return connections_.size(); }

    // `caller`: whom limits are counted for; may be empty.
    SocketId add_socket(std::weak_ptr<LiveSocket> socket, const std::string& caller);
    void remove_socket(SocketId id);
    std::size_t sockets_of(const std::string& caller) const;
    // Any thread.
    std::size_t sockets() const { return socket_count_.load(std::memory_order_relaxed); }

    // From now on the socket is of the person, or (where there is none yet) of the newcomer.
    void attach(SocketId id, PersonId person, const Address& address);

    void reply(SocketId id, const TurnReply& reply);
    void news(PersonId person, const Address& address, Seq last);
    void for_each(void (*act)(Connection&, transport::SteadyTime), transport::SteadyTime now);

private:
    struct Entry {
        std::weak_ptr<LiveSocket> socket;
        std::string caller;
        PersonId person;
        std::string newcomer;  // her outside id, while nobody owns it
    };
    using Ids = std::vector<SocketId>;

    void detach(SocketId id, Entry& entry);
    void tell(const Ids& ids, PersonId person, Seq last);

    unsigned thread_;
    std::int64_t made_ = 0;
    std::atomic<std::size_t> socket_count_ = 0;
    std::unordered_map<Connection*, std::weak_ptr<Connection>> connections_;
    std::unordered_map<SocketId, Entry> sockets_;
    std::unordered_map<PersonId, Ids> by_person_;
    std::unordered_map<std::string, Ids> by_newcomer_;
    std::unordered_map<std::string, std::size_t> by_caller_;
};

}  // namespace attune::server
