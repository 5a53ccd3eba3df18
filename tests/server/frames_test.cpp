// Frames that no page would send: each gets what the protocol says, and the server goes on.
#include <catch2/catch.hpp>

#include "tests/server/rig.h"
#include "tests/server/visitor.h"
#include "tests/server/wire.h"

using namespace attune::server;

TEST_CASE("garbage is answered, the talk goes on") {
    Rig rig;
    auto her = newcomer(rig.port());
    for (const std::string frame : {"", "no json", "[1,2", "{\"type\":\"sing\"}", "\"hello\""}) {
        her.page.send_text(frame);
        CHECK(her.page.next("error").at("code") == "bad_frame");
    }
    her.page.send({{"type", "ping"}});
    CHECK(her.page.next("pong").size() == 1);
}

TEST_CASE("a frame in pieces is one frame") {
    Rig rig;
    auto her = newcomer(rig.port());
    her.page.send_in_pieces({"{\"ty", "", "pe\":\"p", "ing\"}"});
    CHECK(her.page.next("pong").size() == 1);
    std::vector<std::string> signs;
    for (const char c : std::string(R"({"type":"ping","padding":"äöü"})")) signs.emplace_back(1, c);
    her.page.send_in_pieces(signs);
    CHECK(her.page.next("pong").size() == 1);
}

TEST_CASE("a frame of just 64 kB is read, one byte more closes with 1009") {
    Rig rig;
    auto her = newcomer(rig.port());
    const std::string around = R"({"type":"ping","x":""})";
    const std::string full =
        R"({"type":"ping","x":")" + std::string(64 * 1024 - around.size(), 'x') + "\"}";
    her.page.send_text(full);
    CHECK(her.page.next("pong").size() == 1);
    her.page.send_text(full + " ");
    CHECK(her.page.wait_for_close() == 1009);
    rig.wait_for_live_sockets(0);
}

TEST_CASE("pieces that add up to more than 64 kB close with 1009") {
    Rig rig;
    auto her = newcomer(rig.port());
    std::vector<std::string> pieces(10, std::string(8 * 1024, '['));
    try {
        her.page.send_in_pieces(pieces);
    } catch (const std::runtime_error&) {
        // It was closed before the last piece: as well.
    }
    CHECK(her.page.wait_for_close() == 1009);
}

TEST_CASE("a binary frame closes with 1003") {
    Rig rig;
    auto her = newcomer(rig.port());
    her.page.send_binary("{\"type\":\"ping\"}");
    CHECK(her.page.wait_for_close() == 1003);
    rig.wait_for_live_sockets(0);
}

TEST_CASE("text that is not UTF-8 closes with 1007") {
    const std::string broken = GENERATE("\xff\xfe", "\xc3\x28", "\xed\xa0\x80", "\xf0\x9f\x98");
    Rig rig;
    auto her = newcomer(rig.port());
    her.page.send_text(R"({"type":"ping","x":")" + broken + "\"}");
    CHECK(her.page.wait_for_close() == 1007);
}

TEST_CASE("frames against RFC 6455 close with 1002") {
    // Unmasked; a reserved bit; a reserved kind; a close frame of one byte.
    const std::string bad = GENERATE(
        std::string("\x81\x02{}", 4),
        std::string("\xc1\x80zzzz", 6),
        std::string("\x83\x80zzzz", 6),
        std::string("\x88\x81zzzzz", 7));
    Rig rig;
    Wire wire(rig.port());
    wire.send(handshake());
    wire.read_until("\r\n\r\n");
    wire.send(bad);
    const std::string end = wire.read_until("\x88");
    CHECK(end.find("\x03\xea") != std::string::npos);
}

TEST_CASE("twenty bad frames close with 1008") {
    Rig rig;
    auto her = newcomer(rig.port());
    for (int i = 0; i < 20; ++i) her.page.send_text("x");
    CHECK(her.page.wait_for_close() == 1008);
    rig.wait_for_live_sockets(0);
}

TEST_CASE("a page that closes in good order is let go") {
    Rig rig;
    auto her = newcomer(rig.port());
    CHECK(rig.server.live_sockets() == 1);
    her.page.close();
    rig.wait_for_live_sockets(0);
}

TEST_CASE("a page that hangs up is let go, also with answers under way") {
    Rig rig;
    rig.bridge.swallows = true;
    {
        Visitor page(rig.port());
        page.send({{"type", "hello"}});
        rig.wait_for_live_sockets(1);
    }
    rig.wait_for_live_sockets(0);
}
