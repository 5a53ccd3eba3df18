// Deadlines, pings, bad frames, and a turn loop that cannot answer just now.
#include <catch2/catch.hpp>

#include "session_driver.h"

using namespace attune;
using namespace attune::web;
using namespace std::chrono_literals;
using Types = std::vector<std::string>;

namespace {

const json hello = {{"type", "hello"}};
const json known_hello = {{"type", "hello"}, {"token", her_token}, {"after", 3}};

}  // namespace

TEST_CASE("no hello in time closes the socket") {
    SessionDriver page;
    CHECK_FALSE(page.after(9s).closed);
    const auto did = page.after(1s);
    CHECK(did.said.at(0).at("code") == "hello_first");
    CHECK(did.closed.value().code == 1008);
}

TEST_CASE("the server pings after twenty seconds without a word of its own") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    CHECK(page.after(19s).said.empty());
    CHECK(page.after(1s).types() == Types{"ping"});
    CHECK(page.after(19s).said.empty());
    CHECK(page.after(1s).types() == Types{"ping"});
}

TEST_CASE("ninety seconds without a word from the page close the socket") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    page.after(80s);
    page.says({{"type", "pong"}});
    CHECK_FALSE(page.after(89s).closed);
    CHECK(page.after(1s).closed.value().code == 1001);
}

TEST_CASE("a bad frame names the field, twenty of them in a minute close the socket") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    for (int i = 0; i < 19; ++i) {
        const auto did = page.says(json{{"type", "say"}, {"id", "m1"}, {"text", 3}});
        REQUIRE(did.said.at(0).at("field") == "text");
        REQUIRE(did.said.at(0).at("id") == "m1");
        REQUIRE_FALSE(did.closed);
    }
    CHECK(page.says(std::string("{")).closed.value().code == 1008);
}

TEST_CASE("bad frames of more than a minute ago are forgiven") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    for (int i = 0; i < 60; ++i) {
        CHECK_FALSE(page.says(std::string("no json")).closed);
        page.after(4s);
    }
}

TEST_CASE("a bad hello leaves the socket open for a good one") {
    SessionDriver page;
    CHECK(page.says({{"type", "hello"}, {"after", -2}}).said.at(0).at("field") == "after");
    CHECK(page.says(hello).asked.size() == 1);
}

TEST_CASE("too many frames before the welcome close the socket") {
    SessionOptions options;
    options.waiting_frames = 2;
    SessionDriver page(options);
    page.says(hello);
    page.says({{"type", "earlier"}, {"before", 1}});
    page.says({{"type", "earlier"}, {"before", 2}});
    CHECK(page.says({{"type", "earlier"}, {"before", 3}}).closed.value().code == 1008);
}

TEST_CASE("too many pages asked for at once are refused, the talk goes on") {
    SessionOptions options;
    options.waiting_frames = 1;
    SessionDriver page(options);
    page.welcomes(known_opened(3, {}), known_hello);
    page.says({{"type", "earlier"}, {"before", 3}});
    page.says({{"type", "earlier"}, {"before", 2}});
    const auto did = page.says({{"type", "earlier"}, {"before", 1}});
    CHECK(did.said.at(0).at("code") == "too_fast");
    CHECK_FALSE(did.closed);
}

TEST_CASE("an opening that is refused is tried again by the session, what was said waits") {
    SessionDriver page;
    page.says(known_hello);
    page.says({{"type", "say"}, {"id", "m1"}, {"text", "x"}});
    const auto refused = page.gets(Refused(RefusalCode::not_kept));
    CHECK(refused.said.at(0).at("code") == "not_kept");
    CHECK_FALSE(refused.closed);
    CHECK(page.after(1s).asked.empty());
    CHECK(page.after(1s).only_asked<OpenTalk>().address.outside_id == her_token);
    CHECK(page.gets(known_opened(3, {})).only_asked<Arrival>().id == "m1");
}

TEST_CASE("reading on that is refused is tried again without a word") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.hears_of(5);
    const auto refused = page.gets(Refused(RefusalCode::not_kept));
    CHECK(refused.said.empty());
    CHECK(refused.asked.empty());
    CHECK(page.hears_of(6).asked.empty());
    CHECK(page.after(2s).only_asked<ReadOn>().after == 3);
}

TEST_CASE("nothing is done for a socket that was closed") {
    SessionDriver page;
    page.says(json{{"type", "ping"}});
    CHECK(page.says(hello).asked.empty());
    CHECK(page.gets(newcomer_opened()).said.empty());
    CHECK(page.hears_of(9).asked.empty());
    CHECK(page.has_written().asked.empty());
    CHECK(page.after(100s).said.empty());
}
