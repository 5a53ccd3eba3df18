// Whoever reads too slowly is closed, costs the server little, and finds everything at the next
// try.
#include <catch2/catch.hpp>

#include "tests/server/rig.h"
#include "tests/server/visitor.h"

using namespace attune;
using namespace attune::server;
using namespace std::chrono_literals;

TEST_CASE("a slow reader is closed and can come back") {
    Wishes wishes;
    wishes.server.send_buffer_bytes = 4096;
    wishes.server.limits.write_within = 200ms;
    Rig rig(wishes);
    auto her = newcomer(rig.port());
    Seq last = her.welcome.at("last");
    const Seq asked = her.welcome.at("open").at("asked");
    for (int i = 0; i < 60; ++i) {
        her.page.send(say_text("m" + std::to_string(i), std::string(7000, 'x'), asked));
        last = her.page.next("accepted").at("seq").get<Seq>() + 1;
    }
    her.page.messages_up_to(last);

    Visitor::Manner small;
    small.receive_buffer_bytes = 4096;
    Visitor slow(rig.port(), small);
    slow.send(hello_as(her.token, 0));
    rig.wait_for_live_sockets(2);
    rig.wait_for_live_sockets(1);
    CHECK(slow.wait_for_close() != 1000);

    Visitor again(rig.port());
    again.send(hello_as(her.token, 2));
    const auto messages = again.messages_up_to(last);
    CHECK(messages.size() == static_cast<std::size_t>(last - 2));
}
