#include <catch2/catch.hpp>

#include "store/memory/memory_store.h"
#include "tests/unit/turns/house.h"

using namespace attune;
using namespace attune::turns;

namespace {

const std::string ana = "ana's token";

std::size_t rows_of(store::MemoryStore& store, const std::string& token) {
    const store::AddressKey who{"web", test_key().address_hash("web", token)};
    const auto person = store.who({&who, 1}).at(0);
    return person ? store.turns_after(*person, 0, 100).size() : 0;
}

}  // namespace

TEST_CASE("a newcomer's hello gets the opening words and leaves no row") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);

    const auto opened = house.ask_for<Opened>(first_hello(ana));

    CHECK_FALSE(opened.person);
    CHECK(opened.dialog == "welcome");
    CHECK(opened.title == "This evening");
    CHECK(opened.locale == "en");
    CHECK(opened.edition == editions.live().edition->hash);
    CHECK(texts(opened.messages) == std::vector<std::string>{"Good evening.", "How hot was it?"});
    CHECK(opened.last == 2);
    CHECK(opened.open_asked == 2);
    CHECK(opened.open_form.kind == AnswerKind::scale);
    house.close();
    CHECK(store.greatest_id() == 0);
    CHECK(house.loop.figures().turns == 0);
}

TEST_CASE("the opening is the same at every hello of a token") {
    auto files = evening_files();
    files["welcome.json"] = R"({
        "dialog": "welcome", "title": "W", "language": "en",
        "scenes": { "get real": [
            { "say": { "one of": ["One.", "Two.", "Three.", "Four.", "Five."] } },
            { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } },
            { "end": "Bye." } ] } })";
    store::MemoryStore store;
    EditionShelf editions(files);
    House house(store, editions);

    const auto first = house.ask_for<Opened>(first_hello(ana));
    const auto again = house.ask_for<Opened>(first_hello(ana));
    CHECK(first.messages == again.messages);

    const auto accepted =
        house.ask_for<Accepted>(first_sends(ana, "m1", Valued{Decimal::whole(5), 2}, first));
    const auto kept = transcript_of(house, accepted.person);
    REQUIRE(kept.size() > 2);
    CHECK(std::vector<Message>(kept.begin(), kept.begin() + 2) == first.messages);
}

TEST_CASE("the first answer keeps person, opening and answer as one turn") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);
    const auto opened = house.ask_for<Opened>(first_hello(ana));

    const auto accepted =
        house.ask_for<Accepted>(first_sends(ana, "m1", Valued{Decimal::whole(7), 2}, opened));

    CHECK(accepted.person);
    CHECK(accepted.id == "m1");
    CHECK(accepted.seq == 3);
    CHECK(accepted.last == 4);
    CHECK_FALSE(accepted.stale);
    const auto kept = transcript_of(house, accepted.person);
    CHECK(
        texts(kept) ==
        std::vector<std::string>{"Good evening.", "How hot was it?", "7", "What happened?"});
    CHECK(seqs(kept) == std::vector<Seq>{1, 2, 3, 4});
    CHECK(kept[2].from == Speaker::you);
    CHECK(kept[2].input_id == "m1");
    house.close();
    CHECK(rows_of(store, ana) == 1);
    CHECK(house.loop.figures().turns == 1);
}

TEST_CASE("the sockets of a newcomer hear of her first turn by her address") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);
    const auto accepted = arrive(house, ana, Valued{Decimal::whole(7), 2});
    house.close();

    const auto news = house.mailbox.news_so_far();
    REQUIRE(news.size() == 1);
    CHECK(news[0].person == accepted.person);
    CHECK(news[0].address == web(ana));
    CHECK(news[0].last == 4);
}

TEST_CASE("a place that is nobody's is not found, unless the page says it is new") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);

    const auto refused = house.ask_for<Refused>(hello(ana));
    CHECK(refused.code == RefusalCode::unknown_token);
    CHECK_FALSE(refused.message.empty());
    CHECK(refused.retry_after.count() == 0);
}

TEST_CASE("words from a place that is nobody's make no new person") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);

    const auto refused = house.ask_for<Refused>(sends(ana, "m1", Said{"hello", 0}));
    CHECK(refused.code == RefusalCode::unknown_token);
    CHECK(refused.id == "m1");
    house.close();
    CHECK(rows_of(store, ana) == 0);
}

TEST_CASE("an answer to opening words that are no longer held changes nothing") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);
    auto opened = house.ask_for<Opened>(first_hello(ana));
    opened.edition = std::string(64, '0');

    const auto accepted =
        house.ask_for<Accepted>(first_sends(ana, "m1", Valued{Decimal::whole(7), 2}, opened));
    CHECK(accepted.stale);
    CHECK_FALSE(accepted.person);
    house.close();
    CHECK(rows_of(store, ana) == 0);
}

TEST_CASE("a first answer to a question that her opening does not ask changes nothing") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);
    const auto opened = house.ask_for<Opened>(first_hello(ana));

    const auto accepted =
        house.ask_for<Accepted>(first_sends(ana, "m1", Valued{Decimal::whole(7), 9}, opened));
    CHECK(accepted.stale);
    CHECK_FALSE(accepted.person);
    house.close();
    CHECK(rows_of(store, ana) == 0);
}

TEST_CASE("a newcomer answers the edition that she saw, though a newer one is live") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    const auto old_id = editions.live().id;
    Opened opened;
    {
        House house(store, editions);
        opened = house.ask_for<Opened>(first_hello(ana));
    }
    auto files = evening_files();
    files["welcome.json"].replace(files["welcome.json"].find("Good evening."), 13, "Good night!");
    editions.add(files);

    House house(store, editions);
    const auto accepted =
        house.ask_for<Accepted>(first_sends(ana, "m1", Valued{Decimal::whole(7), 2}, opened));
    CHECK(transcript_of(house, accepted.person).at(0).text == "Good evening.");
    house.close();
    CHECK(store.turns_after(accepted.person, 0, 1).at(0).edition == old_id);
}

TEST_CASE("a newcomer who asks why is told, leaves no row, and answers afterwards") {
    auto files = evening_files();
    const std::string scale = R"("answer": { "scale": [0, 10] })";
    files["welcome.json"].replace(
        files["welcome.json"].find(scale), scale.size(), scale + R"(, "why": "To know.")");
    store::MemoryStore store;
    EditionShelf editions(files);
    House house(store, editions);
    const auto opened = house.ask_for<Opened>(first_hello(ana));
    CHECK(opened.open_form.why);

    const auto told = house.ask_for<Accepted>(first_sends(ana, "w1", Act{ActKind::why, 2}, opened));
    CHECK_FALSE(told.person);
    CHECK(told.stale);
    CHECK(told.seq == 0);
    CHECK(texts(told.messages) == std::vector<std::string>{"To know.", "How hot was it?"});
    CHECK(seqs(told.messages) == std::vector<Seq>{3, 4});
    CHECK(told.messages.back().asked == 2);
    CHECK(rows_of(store, ana) == 0);

    auto answer = first_sends(ana, "m1", Valued{Decimal::whole(7), 2}, opened);
    answer.shown = 4;
    const auto accepted = house.ask_for<Accepted>(answer);
    CHECK(accepted.seq == 5);
    CHECK(seqs(transcript_of(house, accepted.person)) == std::vector<Seq>{1, 2, 5, 6});
    house.close();
    CHECK(rows_of(store, ana) == 1);
}

TEST_CASE("why from somebody who is known is kept like any turn, and tells the same") {
    auto files = evening_files();
    const std::string story = R"("answer": "long text")";
    files["welcome.json"].replace(
        files["welcome.json"].find(story), story.size(), story + R"(, "why": "To see it too.")");
    store::MemoryStore store;
    EditionShelf editions(files);
    House house(store, editions);
    const auto arrived = arrive(house, ana, Valued{Decimal::whole(7), 2});

    const auto told = house.ask_for<Accepted>(sends(ana, "w1", Act{ActKind::why, 4}));
    CHECK_FALSE(told.stale);
    CHECK(told.seq == 0);
    CHECK(texts(told.messages) == std::vector<std::string>{"To see it too.", "What happened?"});
    CHECK(transcript_of(house, arrived.person).back().input->why);
    house.close();
    CHECK(rows_of(store, ana) == 2);
}

TEST_CASE("a dialog that is not there is said, and the opening one is used") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);

    const auto opened = house.ask_for<Opened>(first_hello(ana, "nowhere"));
    CHECK(opened.dialog_unknown);
    CHECK(opened.dialog == "welcome");
}

TEST_CASE("a newcomer may begin with another dialog than the opening one") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);

    const auto opened = house.ask_for<Opened>(first_hello(ana, "morning"));
    CHECK_FALSE(opened.dialog_unknown);
    CHECK(opened.dialog == "morning");
    const auto accepted =
        house.ask_for<Accepted>(first_sends(ana, "m1", Tapped{{"yes"}, 1}, opened));
    CHECK(accepted.seq == 2);
    CHECK(transcript_of(house, accepted.person).back().text == "Take your time.");
}

TEST_CASE("a first answer that arrives twice makes one person") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions, House::test_options(), House::Runs::when_opened);
    const auto hash = editions.live().edition->hash;
    Opened opened;
    opened.edition = hash;
    opened.dialog = "welcome";
    const auto first = first_sends(ana, "m1", Valued{Decimal::whole(7), 2}, opened);
    const auto one = house.post(first);
    const auto two = house.post(first);
    house.open();

    const auto accepted = house.wait_for<Accepted>(one);
    const auto repeated = house.wait_for<Accepted>(two);
    CHECK(accepted.person == repeated.person);
    CHECK(accepted.seq == repeated.seq);
    CHECK(accepted.last == repeated.last);
    house.close();
    CHECK(rows_of(store, ana) == 1);
}
