#include "server/hub.h"

namespace attune::server {

namespace {

template <class Map, class Key>
void take_out(Map& map, const Key& key, SocketId id) {
    const auto found = map.find(key);
    if (found == map.end()) return;
    std::erase(found->second, id);
    if (found->second.empty()) map.erase(found);
}

}  // namespace

void Hub::add(Connection& connection, std::weak_ptr<Connection> keeper) {
    connections_[&connection] = std::move(keeper);
}

void Hub::remove(Connection& connection) {
    connections_.erase(&connection);
}

SocketId Hub::add_socket(std::weak_ptr<LiveSocket> socket, const std::string& caller) {
    const SocketId id{(++made_ << thread_bits) | thread_};
    sockets_.emplace(id, Entry{std::move(socket), caller, {}, {}});
    socket_count_.store(sockets_.size(), std::memory_order_relaxed);
    if (!caller.empty()) ++by_caller_[caller];
    return id;
}

void Hub::remove_socket(SocketId id) {
    const auto found = sockets_.find(id);
    if (found == sockets_.end()) return;
    detach(id, found->second);
    const auto caller = by_caller_.find(found->second.caller);
    if (caller != by_caller_.end() && --caller->second == 0) by_caller_.erase(caller);
    sockets_.erase(found);
    socket_count_.store(sockets_.size(), std::memory_order_relaxed);
}

std::size_t Hub::sockets_of(const std::string& caller) const {
    const auto found = by_caller_.find(caller);
    return found == by_caller_.end() ? 0 : found->second;
}

void Hub::attach(SocketId id, PersonId person, const Address& address) {
    const auto found = sockets_.find(id);
    if (found == sockets_.end()) return;
    detach(id, found->second);
    if (person) {
        found->second.person = person;
        by_person_[person].push_back(id);
    } else {
        found->second.newcomer = address.outside_id;
        by_newcomer_[address.outside_id].push_back(id);
    }
}

void Hub::detach(SocketId id, Entry& entry) {
    if (entry.person) take_out(by_person_, entry.person, id);
    if (!entry.newcomer.empty()) take_out(by_newcomer_, entry.newcomer, id);
    entry.person = PersonId{};
    entry.newcomer.clear();
}

void Hub::reply(SocketId id, const TurnReply& reply) {
    const auto found = sockets_.find(id);
    if (found == sockets_.end()) return;
    if (const auto socket = found->second.socket.lock()) socket->reply(reply);
}

void Hub::news(PersonId person, const Address& address, Seq last) {
    const auto hers = by_person_.find(person);
    // A copy: what a socket does may move it from list to list.
    if (hers != by_person_.end()) tell(Ids(hers->second), person, last);
    const auto newcomers = by_newcomer_.find(address.outside_id);
    if (newcomers != by_newcomer_.end()) tell(Ids(newcomers->second), person, last);
}

void Hub::tell(const Ids& ids, PersonId person, Seq last) {
    for (const SocketId id : ids) {
        const auto found = sockets_.find(id);
        if (found == sockets_.end()) continue;
        if (const auto socket = found->second.socket.lock()) socket->news(person, last);
    }
}

void Hub::for_each(void (*act)(Connection&, transport::SteadyTime), transport::SteadyTime now) {
    std::vector<std::shared_ptr<Connection>> held;
    held.reserve(connections_.size());
    for (const auto& [key, keeper] : connections_) {
        if (auto connection = keeper.lock()) held.push_back(std::move(connection));
    }
    for (const auto& connection : held) act(*connection, now);
}

}  // namespace attune::server
