// Each message once, in order, and after the word that her own were kept: the session's promises
// whatever order answers and news come in.
#include <catch2/catch.hpp>

#include "session_driver.h"

using namespace attune;
using namespace attune::web;
using Types = std::vector<std::string>;
using Seqs = std::vector<Seq>;

namespace {

const json known_hello = {{"type", "hello"}, {"token", her_token}, {"after", 3}};
const json say = {{"type", "say"}, {"id", "m1"}, {"text", "I yelled at bedtime"}};

}  // namespace

TEST_CASE("news are asked for once, and read from the last that was sent") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    CHECK(page.hears_of(5).only_asked<ReadOn>().after == 3);
    CHECK(page.hears_of(6).asked.empty());
    CHECK(page.gets(Page{bot_messages(4, 6), false}).seqs() == Seqs{4, 5, 6});
    CHECK(page.has_written().asked.empty());
}

TEST_CASE("old news ask for nothing") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    CHECK(page.hears_of(3).asked.empty());
    CHECK(page.hears_of(2).asked.empty());
}

TEST_CASE("the next page is asked for when the last has left, not before") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.hears_of(200);
    const auto first = page.gets(Page{bot_messages(4, 67), true});
    CHECK(first.said.size() == 64);
    CHECK(first.asked.empty());
    CHECK(page.hears_of(201).asked.empty());
    CHECK(page.has_written().only_asked<ReadOn>().after == 67);
}

TEST_CASE("a message that was sent is not sent again") {
    SessionDriver page;
    page.welcomes(known_opened(6, bot_messages(4, 6)), known_hello);
    page.hears_of(8);
    CHECK(page.gets(Page{bot_messages(5, 8), false}).seqs() == Seqs{7, 8});
}

TEST_CASE("numbers of deleted messages are not asked for over and over") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.hears_of(9);
    CHECK(page.gets(Page{}).asked.empty());
    CHECK(page.has_written().asked.empty());
    CHECK(page.hears_of(10).only_asked<ReadOn>().after == 9);
}

TEST_CASE("a page that came before its accepted waits for it") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.says(say);
    page.hears_of(6);
    const auto early =
        page.gets(Page{{bot_message(4), own_message(5, "m1"), bot_message(6)}, false});
    CHECK(early.seqs() == Seqs{4});
    CHECK(page.has_written().asked.empty());
    const auto late = page.gets(accepted("m1", 5, 6));
    CHECK(late.types() == Types{"accepted"});
    CHECK(late.only_asked<ReadOn>().after == 4);
    CHECK(page.gets(Page{{own_message(5, "m1"), bot_message(6)}, false}).seqs() == Seqs{5, 6});
}

TEST_CASE("what a turn said follows its accepted at once, and is not read again") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.says(say);
    Accepted answer = accepted("m1", 4, 5);
    answer.messages = {own_message(4, "m1"), bot_message(5)};
    const auto did = page.gets(answer);
    CHECK(did.types() == Types{"accepted", "message", "message"});
    CHECK(did.asked.empty());
    page.has_written();
    CHECK(page.hears_of(5).asked.empty());
}

TEST_CASE("what a turn said waits where older messages are still to come") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.says(say);
    Accepted answer = accepted("m1", 5, 6);
    answer.messages = {own_message(5, "m1"), bot_message(6)};
    SECTION("that nobody asked for yet") {
        const auto did = page.gets(answer);
        CHECK(did.types() == Types{"accepted"});
        CHECK(did.only_asked<ReadOn>().after == 3);
    }
    SECTION("that are on their way") {
        page.hears_of(4);
        CHECK(page.gets(answer).types() == Types{"accepted"});
        CHECK(page.gets(Page{{bot_message(4)}, false}).seqs() == Seqs{4});
        CHECK(page.has_written().only_asked<ReadOn>().after == 4);
    }
}

TEST_CASE("a repeat is accepted again and brings no message twice") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    page.says(say);
    page.gets(accepted("m1", 4, 5));
    page.gets(Page{{own_message(4, "m1"), bot_message(5)}, false});
    page.has_written();
    page.says(say);
    const auto did = page.gets(accepted("m1", 4, 5));
    CHECK(did.types() == Types{"accepted"});
    CHECK(did.asked.empty());
}

TEST_CASE("a second tab of a newcomer learns who she is when the first answers") {
    SessionDriver second;
    second.welcomes(newcomer_opened(), {{"type", "hello"}, {"token", her_token}, {"fresh", true}});
    const auto did = second.hears_of(5);
    CHECK(did.attached.at(0).person == her);
    CHECK(did.only_asked<ReadOn>().after == 2);
    CHECK(second.says(say).only_asked<Arrival>().edition.empty());
}

TEST_CASE("somebody else's news are nothing to her") {
    SessionDriver page;
    page.welcomes(known_opened(3, {}), known_hello);
    CHECK(page.hears_of(9, PersonId{8}).asked.empty());
}

TEST_CASE("what was missed comes in the welcome, what is beyond it after it has left") {
    SessionDriver page;
    page.says(known_hello);
    const auto did = page.gets(known_opened(100, bot_messages(4, 67)));
    CHECK(did.seqs().front() == 4);
    CHECK(did.asked.empty());
    CHECK(page.has_written().only_asked<ReadOn>().after == 67);
}

TEST_CASE("a restored store is told as again, and all comes anew") {
    SessionDriver page;
    page.says({{"type", "hello"}, {"token", her_token}, {"after", 40}});
    Opened opened = known_opened(12, bot_messages(1, 12));
    opened.again = true;
    const auto did = page.gets(opened);
    CHECK(did.said[0].at("again") == true);
    CHECK(did.seqs().size() == 12);
    page.has_written();
    CHECK(page.hears_of(13).only_asked<ReadOn>().after == 12);
}

TEST_CASE("earlier words and news are asked for one after the other") {
    SessionDriver page;
    page.welcomes(
        known_opened(60, bot_messages(11, 60)), {{"type", "hello"}, {"token", her_token}});
    page.hears_of(61);
    CHECK(page.says({{"type", "earlier"}, {"before", 11}}).asked.empty());
    CHECK(page.gets(Page{bot_messages(61, 61), false}).seqs() == Seqs{61});
    CHECK(page.has_written().only_asked<ReadBack>().before == 11);
    CHECK(page.gets(Page{bot_messages(1, 10), false}).types() == Types{"earlier"});
}

TEST_CASE("from any seq, every later message comes once and in order") {
    const Seq after = GENERATE(0, 1, 63, 64, 65, 200, 499, 500);
    static constexpr Seq last = 500;
    const auto page_after = [](Seq seq) {
        return Page{bot_messages(seq + 1, std::min(seq + 64, last)), seq + 64 < last};
    };
    SessionDriver page;
    page.says({{"type", "hello"}, {"token", her_token}, {"after", after}});
    Seqs got = page.gets(known_opened(last, page_after(after).messages)).seqs();
    for (auto next = page.has_written(); !next.asked.empty(); next = page.has_written()) {
        const auto did = page.gets(page_after(next.only_asked<ReadOn>().after));
        for (const Seq seq : did.seqs()) got.push_back(seq);
    }
    Seqs wanted;
    for (Seq seq = after + 1; seq <= last; ++seq) wanted.push_back(seq);
    CHECK(got == wanted);
}
