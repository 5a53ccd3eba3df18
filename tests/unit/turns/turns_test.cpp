#include "turns/turns.h"

#include <catch2/catch.hpp>

#include "tests/unit/turns/evening.h"

using namespace attune;
using namespace attune::turns;

TEST_CASE("an input that arrives again is answered as at first, and kept once") {
    Evening evening;
    const auto first = evening.says("m2", Said{"I yelled", 4});
    evening.says("m3", Tapped{{"yes"}, 6});
    const auto before = transcript_of(evening.house, evening.person);

    const auto again = evening.says("m2", Said{"I yelled", 4});
    CHECK(again.seq == first.seq);
    CHECK(again.last == first.last);
    CHECK(again.person == first.person);
    CHECK_FALSE(again.stale);
    CHECK(transcript_of(evening.house, evening.person) == before);
}

TEST_CASE("the id of another input is refused") {
    Evening evening;
    evening.says("m2", Said{"I yelled", 4});

    const auto refused = evening.house.ask_for<Refused>(sends(ana, "m2", Said{"I slept", 4}));
    CHECK(refused.code == RefusalCode::id_reused);
    CHECK(refused.id == "m2");
    CHECK(refused.retry_after.count() == 0);
}

TEST_CASE("two quick messages are two turns in their order") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    {
        House house(store, editions);
        arrive(house, ana, Valued{Decimal::whole(7), 2});
    }
    House house(store, editions, House::test_options(), House::Runs::when_opened);
    const auto one = house.post(sends(ana, "m2", Said{"I yelled", 4}));
    const auto two = house.post(sends(ana, "m3", Tapped{{"yes"}, 6}));
    house.open();

    CHECK(house.wait_for<Accepted>(one).seq == 5);
    const auto second = house.wait_for<Accepted>(two);
    CHECK(second.seq == 7);
    CHECK(house.loop.figures().batches >= 2);
    CHECK(transcript_of(house, second.person).back().text == "Sleep well.");
}

TEST_CASE("what was queued together is one batch") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions, House::test_options(), House::Runs::when_opened);
    Opened opened;
    opened.edition = editions.live().edition->hash;
    opened.dialog = "welcome";
    std::vector<SocketId> sockets;
    for (int i = 0; i < 50; ++i) {
        sockets.push_back(house.post(
            first_sends("token" + std::to_string(i), "m1", Valued{Decimal::whole(3), 2}, opened)));
    }
    house.open();
    for (const auto socket : sockets) house.wait_for<Accepted>(socket);
    house.close();
    CHECK(house.loop.figures().turns == 50);
    CHECK(house.loop.figures().batches == 1);
}

TEST_CASE("a tap for a question that is not open is stale, also when it comes again") {
    Evening evening;
    const auto stale = evening.says("m2", Valued{Decimal::whole(3), 2});
    CHECK(stale.stale);
    CHECK(stale.seq == 0);
    CHECK(stale.last > 4);  // a line says so

    const auto again = evening.says("m2", Valued{Decimal::whole(3), 2});
    CHECK(again.stale);
    CHECK(again.last == stale.last);
}

TEST_CASE("a double tap is stale and keeps nothing") {
    Evening evening;
    const auto stale = evening.says("m2", Valued{Decimal::whole(7), 2});
    CHECK(stale.stale);
    CHECK(stale.last == 4);
    CHECK(evening.house.loop.figures().turns == 1);
}

TEST_CASE("words over the limit are given back and nothing of them is kept") {
    Evening evening;
    const auto refused =
        evening.house.ask_for<Refused>(sends(ana, "m2", Said{std::string(8001, 'a'), 4}));
    CHECK(refused.code == RefusalCode::too_long);
    CHECK(refused.id == "m2");
    CHECK_FALSE(refused.message.empty());
    CHECK(transcript_of(evening.house, evening.person).size() == 4);
    CHECK(evening.says("m2", Said{"shorter", 4}).seq == 5);
}

TEST_CASE("a skip is accepted and is no message of hers") {
    Evening evening;
    const auto skipped = evening.says("m2", Act{ActKind::skip, 4});
    CHECK(skipped.seq == 0);
    CHECK_FALSE(skipped.stale);
    CHECK(skipped.last == 5);
    const auto again = evening.says("m2", Act{ActKind::skip, 4});
    CHECK(again.seq == 0);
    CHECK_FALSE(again.stale);
}

TEST_CASE("what a dialog keeps goes to her journal, sealed") {
    Evening evening;
    evening.finish();
    evening.house.close();
    const auto journal = evening.store.journal(evening.person);
    REQUIRE(journal.size() == 1);
    CHECK(journal[0].find("evening") == std::string::npos);
    const auto shot = evening.store.load(std::vector<store::Wanted>{{evening.person, 0}}).at(0);
    const auto key = test_key().unwrap(evening.person, shot.wrapped_key);
    REQUIRE(key);
    const auto plain = key->open(Sealed::journal, evening.person, shot.version, journal[0]);
    REQUIRE(plain);
    CHECK(plain->find("It was an evening.") != std::string::npos);
}

TEST_CASE("nothing that was said stands in the store in clear") {
    Evening evening;
    evening.says("m2", Said{"I yelled at bedtime", 4});
    evening.house.close();
    for (const auto& row : evening.store.turns_after(evening.person, 0, 10)) {
        CHECK(row.body.find("yelled") == std::string::npos);
        CHECK(row.body.find("evening") == std::string::npos);
    }
    const auto shot = evening.store.load(std::vector<store::Wanted>{{evening.person, 0}}).at(0);
    CHECK(shot.state.find("yelled") == std::string::npos);
    for (const auto& change : shot.changes) {
        CHECK(change.change.find("yelled") == std::string::npos);
    }
}

TEST_CASE("a restarted server goes on at the same question") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    PersonId person;
    {
        House house(store, editions);
        person = arrive(house, ana, Valued{Decimal::whole(7), 2}).person;
    }
    House house(store, editions);
    const auto opened = house.ask_for<Opened>(hello(ana, 3));
    CHECK(opened.person == person);
    CHECK(opened.last == 4);
    CHECK(opened.open_asked == 4);
    CHECK(opened.open_form.kind == AnswerKind::long_text);
    CHECK(opened.open_form.may_skip);
    CHECK(texts(opened.messages) == std::vector<std::string>{"What happened?"});

    CHECK(house.ask_for<Accepted>(sends(ana, "m2", Said{"I yelled", 4})).seq == 5);
    CHECK(seqs(transcript_of(house, person)) == std::vector<Seq>{1, 2, 3, 4, 5, 6});
}

TEST_CASE("a server that restarts before every turn tells the same story") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    const std::vector<std::pair<std::string, Input>> inputs{
        {"m2", Said{"I yelled", 4}},
        {"m3", Said{"perhaps", 6}},
        {"m4", Tapped{{"yes"}, 6}},
        {"m5", Said{"one more thing", 0}}};
    Evening at_once;
    PersonId person;
    {
        House house(store, editions);
        person = arrive(house, ana, Valued{Decimal::whole(7), 2}).person;
    }
    for (const auto& [id, input] : inputs) {
        at_once.says(id, input);
        House house(store, editions);
        house.ask_for<Accepted>(sends(ana, id, input));
    }
    House house(store, editions);
    CHECK(transcript_of(house, person) == transcript_of(at_once.house, at_once.person));
}

TEST_CASE("the loop goes on with people whom it remembers no more") {
    auto options = House::test_options();
    options.people_in_memory = 1;
    Evening evening(options);
    for (int i = 0; i < 5; ++i) {
        arrive(evening.house, "token" + std::to_string(i), Valued{Decimal::whole(1), 2});
    }
    CHECK(evening.says("m2", Said{"I yelled", 4}).seq == 5);
    CHECK(transcript_of(evening.house, evening.person).size() == 6);
}

TEST_CASE("a full queue says so at once and serves what it has taken") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    auto options = House::test_options();
    options.queue_limit = 3;
    House house(store, editions, options, House::Runs::when_opened);
    std::vector<SocketId> sockets;
    for (int i = 0; i < 3; ++i) sockets.push_back(house.post(first_hello("t" + std::to_string(i))));
    CHECK_FALSE(house.loop.offer(SocketId{99}, first_hello("t3")));

    house.open();
    for (const auto socket : sockets) house.wait_for<Opened>(socket);
    // Room is made once the batch is done: a moment after its last answer.
    bool taken = false;
    for (int i = 0; i < 10'000 && !taken; ++i) {
        taken = house.loop.offer(SocketId{99}, first_hello("t3"));
        if (!taken) std::this_thread::yield();
    }
    REQUIRE(taken);
    house.wait_for<Opened>(SocketId{99});
}

TEST_CASE("stopping answers all that was queued") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    auto options = House::test_options();
    options.batch_limit = 2;
    House house(store, editions, options, House::Runs::when_opened);
    std::vector<SocketId> sockets;
    for (int i = 0; i < 9; ++i) sockets.push_back(house.post(first_hello("t" + std::to_string(i))));
    house.loop.stop();
    CHECK_FALSE(house.loop.offer(SocketId{99}, first_hello("late")));
    house.open();
    house.close();
    CHECK(house.mailbox.order().size() == 9);
}
