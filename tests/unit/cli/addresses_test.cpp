#include "cli/addresses.h"

#include <catch2/catch.hpp>

using namespace attune::cli;

TEST_CASE("addresses to listen on") {
    CHECK(listen_place("127.0.0.1:8080")->port == 8080);
    CHECK(listen_place("localhost:0")->address == "127.0.0.1");
    CHECK(listen_place("[::1]:80")->address == "::1");
    for (const auto* wrong :
         {"",
          "8080",
          ":8080",
          "127.0.0.1",
          "127.0.0.1:",
          "127.0.0.1:70000",
          "127.0.0.1:80x",
          "::1:80",
          "example.org:80",
          "300.1.1.1:80"}) {
        INFO(wrong);
        CHECK_FALSE(listen_place(wrong).has_value());
    }
}

TEST_CASE("only this machine is loopback") {
    CHECK(is_loopback("127.0.0.1"));
    CHECK(is_loopback("127.1.2.3"));
    CHECK(is_loopback("::1"));
    CHECK_FALSE(is_loopback("0.0.0.0"));
    CHECK_FALSE(is_loopback("192.168.1.5"));
}

TEST_CASE("an origin is scheme and host, no more") {
    CHECK(is_origin("https://example.org"));
    CHECK(is_origin("http://localhost:3000"));
    for (const auto* wrong :
         {"example.org", "https://", "https://example.org/", "ftp://a.org", "*"}) {
        INFO(wrong);
        CHECK_FALSE(is_origin(wrong));
    }
}

TEST_CASE("the page that is printed can be opened") {
    CHECK(page_at("127.0.0.1", 8080) == "http://127.0.0.1:8080/");
    CHECK(page_at("0.0.0.0", 80) == "http://127.0.0.1:80/");
    CHECK(page_at("::", 80) == "http://[::1]:80/");
}
