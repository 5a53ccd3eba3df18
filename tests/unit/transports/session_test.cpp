#include <catch2/catch.hpp>

#include "session_driver.h"

using namespace attune;
using namespace attune::web;
using Types = std::vector<std::string>;
using Seqs = std::vector<Seq>;

namespace {

const json hello = {{"type", "hello"}};
const json known_hello = {{"type", "hello"}, {"token", her_token}, {"after", 3}};
const json say = {{"type", "say"}, {"id", "m1"}, {"text", "I yelled at bedtime"}};

}  // namespace

TEST_CASE("a hello without a token asks as a newcomer with a token made for it") {
    SessionDriver page;
    const auto did = page.says(
        {{"type", "hello"},
         {"dialog", "welcome"},
         {"locale", "de-AT"},
         {"timezone", "Europe/Vienna"}});
    const auto& asked = did.only_asked<OpenTalk>();
    CHECK(asked.address == Address{"web", made_token});
    CHECK(asked.fresh);
    CHECK(asked.dialog == "welcome");
    CHECK(asked.after == -1);
    CHECK(asked.manners == Manners{"de-AT", "Europe/Vienna"});
    CHECK(did.said.empty());
}

TEST_CASE("the welcome of a newcomer brings the token, the opening whole and what is open") {
    SessionDriver page;
    page.says(hello);
    const auto did = page.gets(newcomer_opened());
    REQUIRE(did.types() == Types{"welcome", "message", "message"});
    CHECK(did.said[0].at("token") == made_token);
    CHECK(did.said[0].at("stored") == false);
    CHECK(did.said[0].at("edition") == "9f2c");
    CHECK(did.said[0].at("open").at("asked") == 2);
    REQUIRE(did.attached.size() == 1);
    CHECK_FALSE(did.attached[0].person);
    CHECK(did.attached[0].address.outside_id == made_token);
    CHECK(did.asked.empty());
}

TEST_CASE("a hello with a token is asked with it, and the welcome does not repeat it") {
    SessionDriver page;
    const auto asked = page.says(known_hello).only_asked<OpenTalk>();
    CHECK(asked.address.outside_id == her_token);
    CHECK_FALSE(asked.fresh);
    CHECK(asked.after == 3);
    const auto did = page.gets(known_opened(4, bot_messages(4, 4)));
    CHECK_FALSE(did.said[0].contains("token"));
    CHECK(did.said[0].at("stored") == true);
    CHECK(did.attached.at(0).person == her);
}

TEST_CASE("fresh goes along with the token") {
    SessionDriver page;
    const auto did = page.says({{"type", "hello"}, {"token", her_token}, {"fresh", true}});
    CHECK(did.only_asked<OpenTalk>().fresh);
}

TEST_CASE("an unknown token is said and closes the socket") {
    SessionDriver page;
    page.says(known_hello);
    const auto did = page.gets(Refused(RefusalCode::unknown_token));
    CHECK(did.said.at(0).at("code") == "unknown_token");
    CHECK(did.closed.value().code == 1008);
    CHECK(page.says(say).asked.empty());
}

TEST_CASE("a token of another form is nobody's, and nobody is asked") {
    SessionDriver page;
    const auto did = page.says({{"type", "hello"}, {"token", "broken in the store"}});
    CHECK(did.said.at(0).at("code") == "unknown_token");
    CHECK(did.closed.value().code == 1008);
    CHECK(did.asked.empty());
}

TEST_CASE("a dialog that is not there is said, and the talk opens all the same") {
    SessionDriver page;
    page.says({{"type", "hello"}, {"dialog", "nowhere"}});
    Opened opened = newcomer_opened();
    opened.dialog_unknown = true;
    const auto did = page.gets(opened);
    CHECK(did.types() == Types{"error", "welcome", "message", "message"});
    CHECK(did.said[0].at("code") == "unknown_dialog");
    CHECK_FALSE(did.closed);
}

TEST_CASE("a second hello is a bad frame, the talk goes on") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    const auto did = page.says(hello);
    CHECK(did.said.at(0).at("code") == "bad_frame");
    CHECK(did.said.at(0).at("field") == "type");
    CHECK_FALSE(did.closed);
    CHECK(page.says(say).asked.size() == 1);
}

TEST_CASE("another frame before hello closes the socket") {
    const json first = GENERATE(
        json{{"type", "ping"}},
        json{{"type", "earlier"}, {"before", 3}},
        json{{"type", "say"}, {"id", "m1"}, {"text", "x"}});
    SessionDriver page;
    const auto did = page.says(first);
    CHECK(did.said.at(0).at("code") == "hello_first");
    CHECK(did.closed.value().code == 1008);
}

TEST_CASE("a newcomer's say names the edition and the dialog of her opening") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    SECTION("as she was shown it on this socket, where the frame does not say") {
        const auto did = page.says(say);
        CHECK(did.only_asked<Arrival>().edition == "9f2c");
        CHECK(did.only_asked<Arrival>().dialog == "welcome");
    }
    SECTION("as the frame says") {
        json with_edition = say;
        with_edition["edition"] = "aa01";
        CHECK(page.says(with_edition).only_asked<Arrival>().edition == "aa01");
    }
}

TEST_CASE("a known person's say names no edition") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    const auto did = page.says(say);
    CHECK(did.only_asked<Arrival>().edition.empty());
    CHECK(did.only_asked<Arrival>().id == "m1");
    CHECK(std::get<Said>(did.only_asked<Arrival>().input).text == "I yelled at bedtime");
}

TEST_CASE("the first accepted makes the newcomer a person and reads on from the opening") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    page.says(say);
    const auto did = page.gets(accepted("m1", 3, 5));
    CHECK(did.types() == Types{"accepted"});
    CHECK(did.said[0].at("seq") == 3);
    CHECK(did.attached.at(0).person == her);
    CHECK(did.only_asked<ReadOn>().after == 2);
    CHECK(did.only_asked<ReadOn>().person == her);
}

TEST_CASE("an opening that is no longer held comes anew on the same socket") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    page.says(say);
    Accepted stale;
    stale.id = "m1";
    stale.stale = true;
    const auto did = page.gets(stale);
    CHECK(did.said.at(0).at("stale") == true);
    CHECK(did.only_asked<OpenTalk>().address.outside_id == made_token);
    const auto again = page.gets(newcomer_opened());
    CHECK(again.types() == Types{"welcome", "message", "message"});
    CHECK(again.said[0].at("token") == made_token);
}

TEST_CASE("a stale tap of a known person only says so") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.says({{"type", "say"}, {"id", "m2"}, {"choice", "alone"}, {"to", 2}});
    Accepted stale = accepted("m2", 0, 3);
    stale.stale = true;
    const auto did = page.gets(stale);
    CHECK(did.said.at(0).at("stale") == true);
    CHECK_FALSE(did.said.at(0).contains("seq"));
    CHECK(did.asked.empty());
}

TEST_CASE("what is said before the welcome waits for it") {
    SessionDriver page;
    page.says(known_hello);
    CHECK(page.says(say).asked.empty());
    const auto did = page.gets(known_opened(3, {}));
    CHECK(did.only_asked<Arrival>().id == "m1");
}

TEST_CASE("earlier words come in one frame") {
    SessionDriver page;
    page.welcomes(
        known_opened(120, bot_messages(71, 120)), {{"type", "hello"}, {"token", her_token}});
    const auto asked = page.says({{"type", "earlier"}, {"before", 71}});
    CHECK(asked.only_asked<ReadBack>().before == 71);
    const auto did = page.gets(Page{bot_messages(21, 70), true});
    REQUIRE(did.types() == Types{"earlier"});
    CHECK(did.said[0].at("messages").size() == 50);
    CHECK(did.said[0].at("more") == true);
}

TEST_CASE("a newcomer has nothing earlier") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    const auto did = page.says({{"type", "earlier"}, {"before", 1}});
    CHECK(did.asked.empty());
    CHECK(
        did.said.at(0) == json{{"type", "earlier"}, {"messages", json::array()}, {"more", false}});
}

TEST_CASE("the end of a dialog follows its last message") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.hears_of(4);
    Message last = bot_message(4);
    last.ended = "after-i-shouted";
    const auto did = page.gets(Page{{last}, false});
    REQUIRE(did.types() == Types{"message", "ended"});
    CHECK(did.said[1] == json{{"type", "ended"}, {"seq", 4}, {"dialog", "after-i-shouted"}});
}

TEST_CASE("refusals name the input and say when to try again") {
    const auto code = GENERATE(
        RefusalCode::id_reused,
        RefusalCode::too_long,
        RefusalCode::not_kept,
        RefusalCode::busy,
        RefusalCode::too_fast);
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.says(say);
    Refused refused(code);
    refused.id = "m1";
    refused.retry_after = std::chrono::seconds(2);
    const auto did = page.gets(refused);
    CHECK(did.said.at(0).at("code") == std::string(name_of(code)));
    CHECK(did.said.at(0).at("id") == "m1");
    CHECK(did.said.at(0).at("retry_after_ms") == 2000);
    CHECK_FALSE(did.said.at(0).at("message").get<std::string>().empty());
    CHECK_FALSE(did.closed);
}

TEST_CASE("a full queue is told as busy") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    const auto asked = page.says(say);
    const auto did = page.is_told_busy(asked.asked.at(0));
    CHECK(did.said.at(0).at("code") == "busy");
    CHECK(did.said.at(0).at("id") == "m1");
    CHECK(did.said.at(0).at("retry_after_ms") == 2000);
}

TEST_CASE("ping is answered, pong is not") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    CHECK(page.says({{"type", "ping"}}).types() == Types{"pong"});
    CHECK(page.says({{"type", "pong"}}).types().empty());
}

TEST_CASE("what a newcomer is told in passing is shown, and her answer comes after it") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    const auto asked = page.says({{"type", "say"}, {"id", "w1"}, {"act", "why"}, {"to", 2}});
    CHECK(asked.only_asked<Arrival>().shown == 2);

    const auto told = page.gets(Accepted{"w1", 0, true, {}, 0, bot_messages(3, 4)});
    REQUIRE(told.types() == Types{"accepted", "message", "message"});
    CHECK(told.said[0] == json{{"type", "accepted"}, {"id", "w1"}, {"stale", true}});
    CHECK(told.seqs() == std::vector<Seq>{3, 4});
    CHECK(told.asked.empty());

    const auto says = page.says(say);
    CHECK(says.only_asked<Arrival>().shown == 4);
    CHECK(says.only_asked<Arrival>().edition == "9f2c");
    auto answer = accepted("m1", 5, 6);
    answer.messages = {own_message(5, "m1"), bot_message(6)};
    const auto did = page.gets(answer);
    CHECK(did.types() == Types{"accepted", "message", "message"});
    CHECK(did.seqs() == std::vector<Seq>{5, 6});
}

TEST_CASE("what was said in passing goes when another tab answered first") {
    SessionDriver page;
    page.welcomes(newcomer_opened());
    page.says({{"type", "say"}, {"id", "w1"}, {"act", "why"}, {"to", 2}});
    page.gets(Accepted{"w1", 0, true, {}, 0, bot_messages(3, 4)});
    page.has_written();

    const auto heard = page.hears_of(4);
    CHECK(heard.only_asked<OpenTalk>().after == -1);
    const auto did = page.gets(known_opened(4, bot_messages(1, 4)));
    CHECK(did.said.at(0).at("type") == "welcome");
    CHECK(did.said.at(0).at("again") == true);
    CHECK(did.seqs() == std::vector<Seq>{1, 2, 3, 4});
}
