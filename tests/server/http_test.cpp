// Plain HTTP over real sockets: what comes back for good and bad requests, and how connections end.
#include <catch2/catch.hpp>

#include "tests/server/rig.h"
#include "tests/server/wire.h"

using namespace attune::server;
using namespace std::chrono_literals;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

bool is_status(const std::string& answer, int status) {
    return answer.rfind("HTTP/1.1 " + std::to_string(status), 0) == 0;
}

}  // namespace

TEST_CASE("the page is served with its headers") {
    Rig rig;
    const auto answer = get(rig.port(), "/");
    CHECK(is_status(answer, 200));
    CHECK(has(answer, "Content-Security-Policy: default-src 'none'"));
    CHECK(has(answer, "Content-Length: 35\r\n"));
    CHECK(has(answer, "Date: "));
    CHECK(has(answer, "\r\n\r\n<!doctype html><title>Notes</title>"));
}

TEST_CASE("a connection is used for many requests") {
    Rig rig;
    Wire wire(rig.port());
    for (int i = 0; i < 3; ++i) {
        wire.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
        CHECK(is_status(wire.read_until("alive\n"), 200));
    }
    wire.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(has(wire.read_until("\"reasons\":[]"), "alive"));
}

TEST_CASE("HEAD says how long it would be and sends nothing") {
    Rig rig;
    const auto answer =
        ask_once(rig.port(), "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(is_status(answer, 200));
    CHECK(has(answer, "Content-Length: 35\r\n"));
    CHECK(answer.substr(answer.size() - 4) == "\r\n\r\n");
}

TEST_CASE("a known file is answered 304, without a body and without a length") {
    Rig rig;
    const auto first = get(rig.port(), "/widget/attune-chat.js");
    const auto at = first.find("ETag: ") + 6;
    const auto tag = first.substr(at, first.find("\r\n", at) - at);
    const auto second = get(rig.port(), "/widget/attune-chat.js", "If-None-Match: " + tag + "\r\n");
    CHECK(is_status(second, 304));
    CHECK(second.substr(second.size() - 4) == "\r\n\r\n");
    CHECK_FALSE(has(second, "Content-Length"));
}

TEST_CASE("bad requests get an answer that says so, and the connection ends") {
    struct Case {
        std::string request;
        int status;
    };
    const auto bad = GENERATE(
        Case{"hello?\r\n\r\n", 400},
        Case{"GET / HTTP/1.1\r\n\r\n", 400},
        Case{"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 400},
        Case{"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", 405},
        Case{"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
        Case{"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(9000, 'x') + "\r\n\r\n", 431},
        Case{"GET /" + std::string(9000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431});
    Rig rig;
    const auto answer = ask_once(rig.port(), bad.request);
    INFO(bad.request.substr(0, 80));
    INFO(answer);
    CHECK(is_status(answer, bad.status));
    CHECK(has(answer, "Connection: close"));
}

TEST_CASE("a large body that is refused does not take the answer away") {
    Rig rig;
    const auto answer = ask_once(
        rig.port(),
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n" + std::string(300'000, 'x'));
    CHECK(is_status(answer, 405));
}

TEST_CASE("who says nothing, or half a request, is closed in time") {
    Wishes wishes;
    wishes.server.limits.request_within = 50ms;
    Rig rig(wishes);
    Wire silent(rig.port());
    Wire half(rig.port());
    half.send("GET / HTTP/1.1\r\nHost: ");
    CHECK(silent.read_to_end().empty());
    CHECK(half.read_to_end().empty());
}

TEST_CASE("an idle connection is closed after its time") {
    Wishes wishes;
    wishes.server.limits.idle = 50ms;
    Rig rig(wishes);
    Wire wire(rig.port());
    wire.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(has(wire.read_to_end(), "alive"));
}

TEST_CASE("more connections than the limit are closed at once, and there is room again later") {
    Wishes wishes;
    wishes.server.io_threads = 1;
    wishes.server.limits.connections = 1;
    Rig rig(wishes);
    {
        Wire first(rig.port());
        first.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
        first.read_until("alive\n");
        CHECK(get(rig.port(), "/livez").empty());
    }
    std::string answer;
    while (answer.empty()) answer = get(rig.port(), "/livez");
    CHECK(is_status(answer, 200));
}

TEST_CASE("a port that is taken is told as such") {
    Rig rig;
    Wishes wishes;
    wishes.server.port = rig.port();
    Bridge bridge;
    Server second(wishes.server, bridge, [] { return nullptr; });
    const auto started = second.start();
    REQUIRE_FALSE(started.has_value());
    CHECK(started.error().kind == StartError::Kind::taken);
    CHECK(has(started.error().message, std::to_string(rig.port())));
}

TEST_CASE("an address that is none is told as such") {
    Wishes wishes;
    wishes.server.address = GENERATE("not an address", "203.0.113.7");
    Bridge bridge;
    Server server(wishes.server, bridge, [] { return nullptr; });
    const auto started = server.start();
    REQUIRE_FALSE(started.has_value());
    CHECK(started.error().kind == StartError::Kind::no_such_address);
}
