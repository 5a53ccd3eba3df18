// Stopping is a path like any other.
#include <catch2/catch.hpp>
#include <future>

#include "tests/server/rig.h"
#include "tests/server/visitor.h"
#include "tests/server/wire.h"

using namespace attune;
using namespace attune::server;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

TEST_CASE("stopping says 1001 to every page, and takes no time") {
    Rig rig;
    std::vector<Newcomer> pages;
    for (int i = 0; i < 8; ++i) pages.push_back(newcomer(rig.port()));
    Wire idle(rig.port());
    idle.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.read_until("alive\n");
    const auto begun = Clock::now();
    auto stopped = std::async(std::launch::async, [&rig] { rig.server.stop(5s); });
    for (Newcomer& each : pages) CHECK(each.page.wait_for_close() == 1001);
    stopped.get();
    CHECK(Clock::now() - begun < 2s);
    CHECK(idle.read_to_end().empty());
    CHECK(rig.server.live_sockets() == 0);
}

TEST_CASE("a page that has its handshake is told 1001, however soon the stopping comes") {
    // The server may still be ending the handshake that the page already has.
    for (int round = 0; round < 100; ++round) {
        Rig rig;
        Visitor page(rig.port());
        auto stopped = std::async(std::launch::async, [&rig] { rig.server.stop(5s); });
        CHECK(page.wait_for_close() == 1001);
        stopped.get();
    }
}

TEST_CASE("what was said before stopping is acknowledged before the close") {
    Rig rig;
    auto her = newcomer(rig.port());
    const Seq asked = her.welcome.at("open").at("asked");
    for (int round = 0; round < 5; ++round) {
        her.page.send(say_text("m" + std::to_string(round), "what?", asked));
    }
    her.page.next("accepted");
    auto stopped = std::async(std::launch::async, [&rig] { rig.server.stop(5s); });
    CHECK(her.page.wait_for_close() == 1001);
    stopped.get();
}

TEST_CASE("stopping does not wait for ever for answers that do not come") {
    Rig rig;
    auto her = newcomer(rig.port());
    rig.bridge.swallows = true;
    her.page.send(say_text("m1", "what?"));
    her.page.send({{"type", "ping"}});
    her.page.next("pong");
    const auto begun = Clock::now();
    rig.server.stop(200ms);
    CHECK(Clock::now() - begun >= 200ms);
    CHECK(Clock::now() - begun < 5s);
}

TEST_CASE("a page that does not answer the close is cut") {
    Wishes wishes;
    wishes.server.limits.close_within = 100ms;
    Rig rig(wishes);
    Wire wire(rig.port());
    wire.send(handshake());
    wire.read_until("\r\n\r\n");
    const auto begun = Clock::now();
    rig.server.stop(5s);
    CHECK(Clock::now() - begun < 3s);
}

TEST_CASE("a server that was never started, or started and never stopped, goes away quietly") {
    Bridge bridge;
    Wishes wishes;
    {
        const Server never(wishes.server, bridge, [] { return nullptr; });
    }
    Server server(wishes.server, bridge, [wishes] {
        return std::make_unique<web::Session>(wishes.session, std::string(43, 't'));
    });
    REQUIRE(server.start().has_value());
    Visitor page(server.port());
    Wire wire(server.port());
}

// What is left behind the address sanitizer finds.
TEST_CASE("a server that goes while an answer is owed leaves nothing behind") {
    Bridge bridge;
    bridge.swallows = true;
    Wishes wishes;
    auto server = std::make_unique<Server>(wishes.server, bridge, [&wishes] {
        return std::make_unique<web::Session>(wishes.session, std::string(43, 't'));
    });
    REQUIRE(server->start().has_value());
    Visitor page(server->port());
    page.send({{"type", "hello"}});
    page.send({{"type", "ping"}});
    page.next("pong");
    server.reset();
    CHECK(page.wait_for_close() == 0);
}

TEST_CASE("stopping twice is stopping once") {
    Rig rig;
    rig.server.stop(1s);
    rig.server.stop(1s);
    CHECK(rig.server.live_sockets() == 0);
}
