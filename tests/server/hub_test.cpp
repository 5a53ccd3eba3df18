#include "server/hub.h"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::server;

namespace {

struct FakeSocket final : LiveSocket {
    void tick(transport::SteadyTime) override {}
    void wind_up() override {}
    void cut() override {}
    void reply(const TurnReply&) override { ++replies; }
    void news(PersonId person, Seq last) override {
        heard.emplace_back(person, last);
        // As sessions do: hearing of her makes the socket hers.
        hub->attach(id, person, {});
    }

    Hub* hub = nullptr;
    SocketId id;
    int replies = 0;
    std::vector<std::pair<PersonId, Seq>> heard;
};

std::shared_ptr<FakeSocket> socket_in(Hub& hub, const std::string& caller = {}) {
    auto socket = std::make_shared<FakeSocket>();
    socket->hub = &hub;
    socket->id = hub.add_socket(socket, caller);
    return socket;
}

constexpr PersonId her{7};
const Address her_address{"web", "token"};
using Heard = std::vector<std::pair<PersonId, Seq>>;

}  // namespace

TEST_CASE("an id tells its thread") {
    Hub hub(5);
    CHECK(Hub::thread_of(socket_in(hub)->id) == 5);
    CHECK(Hub::thread_of(socket_in(hub)->id) == 5);
}

TEST_CASE("news reach all of a person's sockets and nobody else's") {
    Hub hub(0);
    const auto phone = socket_in(hub);
    const auto laptop = socket_in(hub);
    const auto other = socket_in(hub);
    hub.attach(phone->id, her, her_address);
    hub.attach(laptop->id, her, {"web", "another token"});
    hub.attach(other->id, PersonId{8}, {"web", "third token"});
    hub.news(her, her_address, 4);
    CHECK(phone->heard == Heard{{her, 4}});
    CHECK(laptop->heard == Heard{{her, 4}});
    CHECK(other->heard.empty());
}

TEST_CASE("a newcomer's sockets are known by her address, until she is somebody") {
    Hub hub(0);
    const auto first = socket_in(hub);
    const auto second = socket_in(hub);
    hub.attach(first->id, {}, her_address);
    hub.attach(second->id, {}, her_address);
    hub.news(her, her_address, 3);
    hub.news(her, {"telegram", "9"}, 5);
    CHECK(first->heard == Heard{{her, 3}, {her, 5}});
    CHECK(second->heard == Heard{{her, 3}, {her, 5}});
}

TEST_CASE("nothing reaches a socket that has gone") {
    Hub hub(0);
    auto socket = socket_in(hub);
    const SocketId id = socket->id;
    hub.attach(id, her, her_address);
    SECTION("in good order") {
        hub.remove_socket(id);
    }
    SECTION("or not") {
        socket.reset();
    }
    hub.reply(id, Page{});
    hub.news(her, her_address, 3);
    if (socket) CHECK(socket->replies == 0);
}

TEST_CASE("sockets are counted, also for whom they are") {
    Hub hub(0);
    const auto one = socket_in(hub, "203.0.113.7");
    const auto two = socket_in(hub, "203.0.113.7");
    CHECK(hub.sockets() == 2);
    CHECK(hub.sockets_of("203.0.113.7") == 2);
    hub.remove_socket(one->id);
    hub.remove_socket(one->id);
    CHECK(hub.sockets() == 1);
    CHECK(hub.sockets_of("203.0.113.7") == 1);
    CHECK(hub.sockets_of("203.0.113.8") == 0);
}
