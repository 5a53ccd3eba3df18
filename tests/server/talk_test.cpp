// Whole talks over real sockets: nothing lost, nothing twice, nothing out of order.
#include <catch2/catch.hpp>
#include <optional>
#include <set>

#include "tests/server/rig.h"
#include "tests/server/visitor.h"

using namespace attune;
using namespace attune::server;

namespace {

// From the first hello to the end; afterwards every word of hers is kept and answered with a line.
Seq talk_to_the_end(Newcomer& her) {
    const Seq asked = her.welcome.at("open").at("asked");
    her.page.send({{"type", "say"}, {"id", "a1"}, {"to", asked}, {"value", 8}});
    her.page.next("accepted");
    json question;
    do {
        question = her.page.next("message");
    } while (!question.contains("asked"));
    her.page.send({{"type", "say"}, {"id", "a2"}, {"to", question.at("asked")}, {"act", "skip"}});
    return her.page.next("ended").at("seq");
}

// Says so much after the end that there are at least `wanted` messages.
Seq say_until(Newcomer& her, Seq last, Seq wanted) {
    for (int i = 0; last < wanted; ++i) {
        const std::string id = "n" + std::to_string(i);
        her.page.send(say_text(id, "One more thing, number " + std::to_string(i)));
        last = her.page.next("accepted").at("seq").get<Seq>() + 1;
    }
    her.page.messages_up_to(last);
    return last;
}

std::vector<Seq> from_to(Seq first, Seq last) {
    std::vector<Seq> seqs;
    for (Seq seq = first; seq <= last; ++seq) seqs.push_back(seq);
    return seqs;
}

}  // namespace

TEST_CASE("a newcomer talks from hello to the end") {
    Rig rig;
    auto her = newcomer(rig.port());
    CHECK(her.welcome.at("stored") == false);
    CHECK(her.token.size() == 43);
    const Seq last = talk_to_the_end(her);
    CHECK(last >= 5);
    for (const json& frame : her.page.passed) CHECK(frame.at("type") != "error");
}

TEST_CASE("accepted comes before the messages of its turn") {
    Rig rig;
    auto her = newcomer(rig.port());
    const Seq asked = her.welcome.at("open").at("asked");
    for (int i = 0; i < 20; ++i) {
        const std::string id = "m" + std::to_string(i);
        her.page.send(say_text(id, "what?", asked));
        const json first = her.page.next();
        REQUIRE(first.at("type") == "accepted");
        REQUIRE(first.at("id") == id);
        const json own = her.page.next();
        REQUIRE(own.at("seq") == first.at("seq"));
        REQUIRE(own.at("id") == id);
        her.page.next("message");
    }
}

TEST_CASE("messages reach both sockets of one token") {
    Rig rig;
    auto her = newcomer(rig.port());
    const Seq last = talk_to_the_end(her);
    Visitor second(rig.port());
    second.send(hello_as(her.token, last));
    CHECK(second.next("welcome").at("stored") == true);
    her.page.send(say_text("late", "One more thing"));
    CHECK(her.page.next("accepted").at("seq") == last + 1);
    CHECK(second.next("message").at("id") == "late");
    CHECK(second.next("message").at("seq") == last + 2);
    second.send(say_text("later", "And another"));
    CHECK(her.page.messages_up_to(last + 4).back().at("from") == "attune");
}

TEST_CASE("a newcomer's second tab is poked when the first answers, whichever thread it is on") {
    Rig rig;
    auto her = newcomer(rig.port());
    std::vector<Visitor> tabs;
    for (int i = 0; i < 2; ++i) {
        tabs.emplace_back(rig.port());
        tabs.back().send({{"type", "hello"}, {"token", her.token}, {"fresh", true}});
        REQUIRE(tabs.back().next("welcome").at("stored") == false);
        tabs.back().messages_up_to(her.welcome.at("last"));
    }
    const Seq asked = her.welcome.at("open").at("asked");
    her.page.send({{"type", "say"}, {"id", "m1"}, {"to", asked}, {"value", 8}});
    for (Visitor& tab : tabs) CHECK(tab.next("message").at("id") == "m1");
    tabs[0].send(say_text("m2", "It was loud", asked + 3));
    CHECK(tabs[0].next("accepted").at("id") == "m2");
}

TEST_CASE("an input that is sent again is acknowledged again and shown once") {
    Rig rig;
    auto her = newcomer(rig.port());
    const Seq last = talk_to_the_end(her);
    her.page.send(say_text("twice", "One more thing"));
    CHECK(her.page.next("accepted").at("seq") == last + 1);
    her.page.messages_up_to(last + 2);
    Visitor again(rig.port());
    again.send(hello_as(her.token, last));
    again.send(say_text("twice", "One more thing"));
    CHECK(seqs_of(again.messages_up_to(last + 2)) == from_to(last + 1, last + 2));
    CHECK(again.next("accepted").at("seq") == last + 1);
    again.send({{"type", "ping"}});
    CHECK(again.next().at("type") == "pong");
    again.send(say_text("twice", "Something else"));
    CHECK(again.next("error").at("code") == "id_reused");
}

TEST_CASE("500 messages come back from any seq, each once and in order") {
    Rig rig;
    auto her = newcomer(rig.port());
    const Seq last = say_until(her, talk_to_the_end(her), 500);
    for (const Seq after : {Seq{1}, Seq{63}, Seq{64}, Seq{300}, last - 1}) {
        Visitor page(rig.port());
        page.send(hello_as(her.token, after));
        CHECK(page.next("welcome").at("last") == last);
        CHECK(seqs_of(page.messages_up_to(last)) == from_to(after + 1, last));
    }
    Visitor whole(rig.port());
    whole.send({{"type", "hello"}, {"token", her.token}});
    CHECK(seqs_of(whole.messages_up_to(last)) == from_to(last - 49, last));
    whole.send({{"type", "earlier"}, {"before", last - 49}});
    const json earlier = whole.next("earlier");
    CHECK(seqs_of(earlier.at("messages")) == from_to(last - 99, last - 50));
    CHECK(earlier.at("more") == true);
}

TEST_CASE("a line that broke at any moment costs nothing") {
    Rig rig;
    auto her = newcomer(rig.port());
    Seq shown = talk_to_the_end(her);
    const Seq first = shown + 1;
    std::vector<Seq> got;
    std::set<std::string> accepted;
    for (int i = 0; accepted.size() < 30; ++i) {
        Visitor page(rig.port());
        page.send(hello_as(her.token, shown));
        page.next("welcome");
        const std::string id = "b" + std::to_string(accepted.size());
        page.send(say_text(id, "thing " + id));
        // Reads a different number of frames each time (as far as there are any), then hangs up.
        std::optional<Seq> last_of_turn;
        for (int frames = i % 5; frames > 0 && shown < last_of_turn.value_or(shown + 1); --frames) {
            const json frame = page.next();
            if (frame.at("type") == "accepted") {
                accepted.insert(frame.at("id"));
                last_of_turn = frame.at("seq").get<Seq>() + 1;
            } else {
                shown = frame.at("seq");
                got.push_back(shown);
            }
        }
    }
    Visitor page(rig.port());
    page.send(hello_as(her.token, shown));
    const Seq last = page.next("welcome").at("last");
    if (last > shown) {
        for (const Seq seq : seqs_of(page.messages_up_to(last))) got.push_back(seq);
    }
    CHECK(got == from_to(first, last));
    CHECK(last == first - 1 + 60);
}

TEST_CASE("a token that is nobody's is told so and closed") {
    Rig rig;
    Visitor page(rig.port());
    page.send(hello_as(std::string(43, 'A'), 3));
    CHECK(page.next().at("code") == "unknown_token");
    CHECK(page.wait_for_close() == 1008);
}

TEST_CASE("a full queue is told, and she may send again on the same socket") {
    Rig rig;
    auto her = newcomer(rig.port());
    const Seq last = talk_to_the_end(her);
    rig.bridge.refuses = true;
    her.page.send(say_text("m1", "One more thing"));
    const json refused = her.page.next("error");
    CHECK(refused.at("code") == "busy");
    CHECK(refused.at("id") == "m1");
    CHECK(refused.at("retry_after_ms") > 0);
    rig.bridge.refuses = false;
    her.page.send(say_text("m1", "One more thing"));
    CHECK(her.page.next("accepted").at("seq") == last + 1);
}
