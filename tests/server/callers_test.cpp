#include "server/callers.h"

#include <catch2/catch.hpp>

using namespace attune::server;

namespace {

Request from_page(const std::string& origin, const std::string& host) {
    Request request;
    request.headers = {{"Host", host}, {"Origin", origin}};
    return request;
}

Request passed_on(const std::string& list) {
    Request request;
    request.headers = {{"X-Forwarded-For", list}};
    return request;
}

}  // namespace

TEST_CASE("a page may talk to the server it came from, and where it is named") {
    const std::vector<std::string> origins = {"https://families.example"};
    CHECK(may_talk(from_page("http://127.0.0.1:8080", "127.0.0.1:8080"), origins));
    CHECK(may_talk(from_page("https://talk.example", "Talk.Example"), origins));
    CHECK(may_talk(from_page("https://families.example", "talk.example"), origins));
    CHECK_FALSE(may_talk(from_page("https://evil.example", "talk.example"), origins));
    CHECK_FALSE(may_talk(from_page("http://127.0.0.1:8081", "127.0.0.1:8080"), origins));
    CHECK_FALSE(may_talk(from_page("http://families.example", "talk.example"), origins));
    CHECK_FALSE(may_talk(from_page("null", "null"), origins));
    CHECK_FALSE(may_talk(from_page("https://", ""), origins));
}

TEST_CASE("without an origin it is a program, which may talk") {
    CHECK(may_talk(Request{}, {}));
}

TEST_CASE("limits are counted for the address, for a household in IPv6") {
    CHECK(caller_of({}, "203.0.113.7", {}) == "203.0.113.7");
    CHECK(caller_of({}, "::ffff:203.0.113.7", {}) == "203.0.113.7");
    CHECK(caller_of({}, "2001:db8:1:2:3:4:5:6", {}) == "2001:db8:1:2::");
    CHECK(caller_of({}, "127.0.0.1", {}).empty());
    CHECK(caller_of({}, "::1", {}).empty());
}

TEST_CASE("only a trusted proxy is believed whom it passes on") {
    const std::vector<std::string> trusted = {"127.0.0.1", "10.0.0.2"};
    CHECK(caller_of(passed_on("198.51.100.1"), "203.0.113.7", trusted) == "203.0.113.7");
    CHECK(caller_of(passed_on("198.51.100.1"), "127.0.0.1", trusted) == "198.51.100.1");
    CHECK(
        caller_of(passed_on("1.1.1.1, 198.51.100.1, 10.0.0.2"), "127.0.0.1", trusted) ==
        "198.51.100.1");
    CHECK(caller_of(passed_on("who knows"), "10.0.0.2", trusted) == "10.0.0.2");
}

TEST_CASE("a header that came twice is read to its end") {
    Request request = passed_on("1.1.1.1");
    request.headers.push_back({"x-forwarded-for", "198.51.100.1"});
    CHECK(caller_of(request, "127.0.0.1", {"127.0.0.1"}) == "198.51.100.1");
}
