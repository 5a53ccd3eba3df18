// Limits that people meet: how often, how many.
#include <catch2/catch.hpp>

#include "tests/server/rig.h"
#include "tests/server/visitor.h"

using namespace attune;
using namespace attune::server;
using namespace std::chrono_literals;

namespace {

// Behind a proxy on this machine, so that visitors may come from elsewhere.
Wishes behind_proxy() {
    Wishes wishes;
    wishes.server.io_threads = 1;
    wishes.server.trusted_proxies = {"127.0.0.1"};
    return wishes;
}

Visitor from(const Rig& rig, const std::string& address) {
    Visitor::Manner manner;
    manner.forwarded_for = address;
    return {rig.port(), manner};
}

}  // namespace

TEST_CASE("too many sockets of one address are closed, others are welcome") {
    Wishes wishes = behind_proxy();
    wishes.server.limits.sockets_per_address = 1;
    Rig rig(wishes);
    const Visitor first = from(rig, "203.0.113.7");
    CHECK(from(rig, "203.0.113.7").wait_for_close() == 1013);
    Visitor other = from(rig, "203.0.113.8");
    other.send({{"type", "hello"}});
    CHECK(other.next("welcome").at("stored") == false);
}

TEST_CASE("too many hellos of one address wait, others are welcomed at once") {
    Wishes wishes = behind_proxy();
    wishes.server.limits.hellos_per_address = {1, 300ms};
    wishes.session.retry_after = 50ms;
    Rig rig(wishes);
    Visitor first = from(rig, "203.0.113.7");
    first.send({{"type", "hello"}});
    first.next("welcome");
    Visitor second = from(rig, "203.0.113.7");
    second.send({{"type", "hello"}});
    CHECK(second.next().at("code") == "too_fast");
    Visitor other = from(rig, "203.0.113.8");
    other.send({{"type", "hello"}});
    CHECK(other.next().at("type") == "welcome");
    CHECK(second.next("welcome").at("stored") == false);
}

TEST_CASE("who says too much too fast is told when to go on, and nothing is lost") {
    Wishes wishes;
    wishes.server.limits.says_per_person = {3, 20ms};
    Rig rig(wishes);
    auto her = newcomer(rig.port());
    const Seq asked = her.welcome.at("open").at("asked");
    int kept = 0;
    int refused = 0;
    while (kept < 10) {
        her.page.send(say_text("m" + std::to_string(kept), "what?", asked));
        json answer;
        do {
            answer = her.page.next();
        } while (answer.at("type") != "accepted" && answer.at("type") != "error");
        if (answer.at("type") == "accepted") {
            ++kept;
            continue;
        }
        ++refused;
        REQUIRE(answer.at("code") == "too_fast");
        REQUIRE(answer.at("id") == "m" + std::to_string(kept));
        std::this_thread::sleep_for(std::chrono::milliseconds(answer.at("retry_after_ms")));
    }
    CHECK(refused > 0);
    CHECK(refused < 30);
}

TEST_CASE("more sockets than the limit are closed with 1013, and there is room again later") {
    Wishes wishes;
    wishes.server.io_threads = 1;
    wishes.server.limits.sockets = 1;
    Rig rig(wishes);
    {
        auto her = newcomer(rig.port());
        Visitor second(rig.port());
        CHECK(second.wait_for_close() == 1013);
        her.page.send({{"type", "ping"}});
        CHECK(her.page.next("pong").size() == 1);
    }
    rig.wait_for_live_sockets(0);
    CHECK(newcomer(rig.port()).token.size() == 43);
}

TEST_CASE("a silent line gets a ping, and is closed when nothing comes back") {
    Wishes wishes;
    wishes.session.ping_after = 30ms;
    wishes.session.silent_after = 1s;
    Rig rig(wishes);
    auto her = newcomer(rig.port());
    for (int i = 0; i < 20; ++i) {
        her.page.next("ping");
        her.page.send({{"type", "pong"}});
    }
    CHECK(her.page.wait_for_close() == 1001);
}

TEST_CASE("a page that does not let answers come is not read further") {
    Wishes wishes;
    wishes.server.limits.unanswered = 4;
    Rig rig(wishes);
    auto her = newcomer(rig.port());
    rig.bridge.swallows = true;
    const Seq asked = her.welcome.at("open").at("asked");
    for (int i = 0; i < 4; ++i) her.page.send(say_text("m" + std::to_string(i), "x", asked));
    her.page.send({{"type", "ping"}});
    // The ping lies behind the four: the fifth answer is one that the server owes of itself.
    CHECK_THROWS(her.page.next_within(100ms));
}
