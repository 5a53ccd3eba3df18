#include <catch2/catch.hpp>

#include "tests/unit/turns/evening.h"

using namespace attune;
using namespace attune::turns;

TEST_CASE("a talk stays in the edition that it began in, the next one begins in the live one") {
    Evening evening;
    auto files = evening_files();
    files["morning.json"].replace(files["morning.json"].find("Did you sleep?"), 14, "Slept well?");
    files["welcome.json"].replace(files["welcome.json"].find("Sleep well."), 11, "Good night.");
    evening.editions.add(files);

    evening.finish();
    CHECK(transcript_of(evening.house, evening.person).back().text == "Sleep well.");
    auto open = hello(ana, 8);
    open.dialog = "morning";
    const auto opened = evening.house.ask_for<Opened>(open);
    CHECK(texts(opened.messages) == std::vector<std::string>{"Slept well?"});
    CHECK(opened.edition == evening.editions.live().edition->hash);

    // Also for a server that has to read it from the store.
    evening.house.close();
    House restarted(evening.store, evening.editions);
    const auto later = restarted.ask_for<Opened>(hello(ana, 9));
    CHECK(later.edition == opened.edition);
    CHECK(later.open_asked == 9);
    CHECK(restarted.ask_for<Accepted>(sends(ana, "slept", Tapped{{"yes"}, 9})).seq == 10);
}

TEST_CASE("what another node kept meanwhile is seen at the next hello") {
    Evening evening;
    House other(evening.store, evening.editions);
    other.ask_for<Accepted>(sends(ana, "there", Said{"I yelled", 4}));

    const auto opened = evening.house.ask_for<Opened>(hello(ana, 4));
    CHECK(opened.last == 6);
    CHECK(opened.open_asked == 6);
    CHECK(texts(opened.messages) == std::vector<std::string>{"I yelled", "Is it better now?"});
}

TEST_CASE("a dialog that she wants begins once what is open has ended") {
    Evening evening;
    auto open = hello(ana, 4);
    open.dialog = "morning";
    CHECK(evening.house.ask_for<Opened>(open).dialog == "welcome");

    evening.finish();
    open.after = 8;
    const auto begun = evening.house.ask_for<Opened>(open);
    CHECK(begun.dialog == "morning");
    CHECK(begun.title == "This morning");
    CHECK(begun.open_asked == 9);
    CHECK(texts(begun.messages) == std::vector<std::string>{"Did you sleep?"});

    const auto again = evening.house.ask_for<Opened>(open);
    CHECK(again.last == 9);
    CHECK(again.open_asked == 9);
    evening.house.close();
    CHECK(evening.house.mailbox.news_so_far().back().last == 9);
}

TEST_CASE("a hello for the dialog that has ended changes nothing") {
    Evening evening;
    evening.finish();
    auto open = hello(ana, 8);
    open.dialog = "welcome";
    const auto opened = evening.house.ask_for<Opened>(open);
    CHECK(opened.last == 8);
    CHECK(opened.open_asked == 0);
    CHECK(opened.messages.empty());
}

TEST_CASE("a dialog that is not there leaves somebody known where she is") {
    Evening evening;
    auto open = hello(ana, 4);
    open.dialog = "nowhere";
    const auto opened = evening.house.ask_for<Opened>(open);
    CHECK(opened.dialog_unknown);
    CHECK(opened.dialog == "welcome");
    CHECK(opened.open_asked == 4);
}

TEST_CASE("the hour is that of her zone, and stays hers after a restart") {
    auto files = evening_files();
    files["welcome.json"] = R"({
        "dialog": "welcome", "title": "W", "language": "en",
        "scenes": { "get real": [
            { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } },
            { "set": { "now": "hour" } },
            { "say": "It is {now}." },
            { "ask": "And then?", "as": "seen", "answer": "text" },
            { "set": { "now": "hour" } },
            { "say": "It is {now}." },
            { "end": "Bye." } ] } })";
    store::MemoryStore store;
    EditionShelf editions(files);
    PersonId person;
    {
        House house(store, editions);  // 00:00 in London
        auto open = first_hello(ana);
        open.manners = {"de", "Asia/Tokyo"};
        const auto opened = house.ask_for<Opened>(open);
        auto first = first_sends(ana, "m1", Valued{Decimal::whole(7), 1}, opened);
        first.manners = open.manners;
        person = house.ask_for<Accepted>(first).person;
        CHECK(transcript_of(house, person).at(2).text == "It is 9.");
    }
    House house(store, editions);
    house.ask_for<Accepted>(sends(ana, "m2", Said{"nothing", 4}));
    CHECK(transcript_of(house, person).at(5).text == "It is 9.");
}
