// Who may open a socket, and what the others are told.
#include <catch2/catch.hpp>

#include "tests/server/rig.h"
#include "tests/server/visitor.h"
#include "tests/server/wire.h"

using namespace attune::server;
using namespace std::chrono_literals;

namespace {

bool is_status(const std::string& answer, int status) {
    return answer.rfind("HTTP/1.1 " + std::to_string(status), 0) == 0;
}

std::string without(std::string request, const std::string& line) {
    const auto at = request.find(line);
    return request.erase(at, request.find("\r\n", at) + 2 - at);
}

}  // namespace

TEST_CASE("a handshake is answered with the subprotocol and the policy") {
    Rig rig;
    Wire wire(rig.port());
    wire.send(handshake("http://127.0.0.1:8080"));
    const auto answer = wire.read_until("\r\n\r\n");
    CHECK(is_status(answer, 101));
    CHECK(answer.find("Sec-WebSocket-Protocol: attune.chat.v1\r\n") != std::string::npos);
    CHECK(
        answer.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n") != std::string::npos);
    CHECK(answer.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
}

TEST_CASE("handshakes that may not be are refused") {
    struct Case {
        std::string request;
        int status;
    };
    const auto bad = GENERATE(
        Case{handshake("https://elsewhere.example"), 403},
        Case{handshake("null"), 403},
        Case{handshake({}, {}), 400},
        Case{handshake({}, "chat, other.v1"), 400},
        Case{without(handshake(), "Sec-WebSocket-Key"), 400},
        Case{without(handshake(), "Host"), 400},
        Case{handshake() + "\x81\x80zzzz", 400},
        Case{
            "GET /other HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
            404},
        Case{"GET /v1/chat HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 426});
    Rig rig;
    INFO(bad.request);
    const auto answer = ask_once(rig.port(), bad.request);
    INFO(answer);
    CHECK(is_status(answer, bad.status));
}

TEST_CASE("an origin that is named may talk, and offering more than our subprotocol is well") {
    Wishes wishes;
    wishes.server.origins = {"https://families.example"};
    Rig rig(wishes);
    Wire wire(rig.port());
    wire.send(handshake("https://families.example", "other.v2, attune.chat.v1"));
    CHECK(is_status(wire.read_until("\r\n\r\n"), 101));
}

TEST_CASE("who never says hello is closed") {
    Wishes wishes;
    wishes.session.hello_within = 50ms;
    Rig rig(wishes);
    Visitor page(rig.port());
    CHECK(page.next().at("code") == "hello_first");
    CHECK(page.wait_for_close() == 1008);
    rig.wait_for_live_sockets(0);
}
