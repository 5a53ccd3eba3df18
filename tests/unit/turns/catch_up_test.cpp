#include "turns/catch_up.h"

#include <catch2/catch.hpp>

#include "store/memory/memory_store.h"
#include "tests/unit/turns/house.h"
#include "tests/unit/turns/passing_store.h"

using namespace attune;
using namespace attune::turns;

namespace {

const std::string ana = "ana's token";

// One question that is never answered well: every input is a turn of two messages, or more.
std::map<std::string, std::string> endless() {
    auto files = evening_files();
    files["welcome.json"] = R"({
        "dialog": "welcome", "title": "W", "language": "en",
        "scenes": { "get real": [
            { "say": ["Good evening.", "Stay a while."] },
            { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] },
              "if unclear": ["A number, please."] },
            { "end": "Bye." } ] } })";
    return files;
}

struct LongTalk {
    explicit LongTalk(int turns) {
        House house(store, editions);
        person = arrive(house, ana, Said{"very", 3}).person;
        for (int i = 1; i < turns; ++i) {
            house.ask_for<Accepted>(sends(ana, "m" + std::to_string(i), Said{"very", 3}));
        }
        all = transcript_of(house, person);
    }

    store::MemoryStore store;
    EditionShelf editions{endless()};
    PersonId person;
    std::vector<Message> all;
};

std::vector<Message> part(const std::vector<Message>& all, std::size_t from, std::size_t count) {
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(std::min(from, all.size()));
    const auto left = static_cast<std::size_t>(all.end() - first);
    return {first, first + static_cast<std::ptrdiff_t>(std::min(count, left))};
}

}  // namespace

TEST_CASE("she gets everything after any number, in order, 64 at a time") {
    LongTalk talk(60);
    REQUIRE(talk.all.size() > 120);
    for (std::size_t i = 0; i < talk.all.size(); ++i) {
        REQUIRE(talk.all[i].seq == static_cast<Seq>(i) + 1);
    }
    House house(talk.store, talk.editions);
    for (std::size_t after = 0; after <= talk.all.size(); ++after) {
        const auto page = house.ask_for<Page>(ReadOn{talk.person, static_cast<Seq>(after)});
        REQUIRE(page.messages == part(talk.all, after, 64));
        REQUIRE(page.more == (after + 64 < talk.all.size()));
        const auto opened = house.ask_for<Opened>(hello(ana, static_cast<Seq>(after)));
        REQUIRE(opened.messages == page.messages);
        REQUIRE_FALSE(opened.again);
    }
}

TEST_CASE("the same holds where the newest turn is remembered") {
    LongTalk talk(3);
    House house(talk.store, talk.editions);
    const auto accepted = house.ask_for<Accepted>(sends(ana, "last", Said{"very", 3}));
    const auto all = transcript_of(house, talk.person);
    REQUIRE(all.size() == static_cast<std::size_t>(accepted.last));
    for (std::size_t after = 0; after <= all.size(); ++after) {
        const auto page = house.ask_for<Page>(ReadOn{talk.person, static_cast<Seq>(after)});
        REQUIRE(page.messages == part(all, after, 64));
        REQUIRE_FALSE(page.more);
    }
}

TEST_CASE("earlier words come 50 at a time, the newest of those before a number") {
    LongTalk talk(60);
    House house(talk.store, talk.editions);
    for (std::size_t before = 1; before <= talk.all.size() + 1; ++before) {
        const auto page = house.ask_for<Page>(ReadBack{talk.person, static_cast<Seq>(before)});
        const std::size_t from = before - 1 > 50 ? before - 1 - 50 : 0;
        REQUIRE(page.messages == part(talk.all, from, before - 1 - from));
        REQUIRE(page.more == (from > 0));
    }
}

TEST_CASE("a page that shows nothing yet gets the newest 50") {
    LongTalk talk(60);
    House house(talk.store, talk.editions);
    const auto opened = house.ask_for<Opened>(hello(ana, -1));
    CHECK(opened.messages == part(talk.all, talk.all.size() - 50, 50));
}

TEST_CASE("a page that is ahead of a restored store is told so, and gets the newest 50") {
    LongTalk talk(3);
    House house(talk.store, talk.editions);
    const auto opened = house.ask_for<Opened>(hello(ana, 500));
    CHECK(opened.again);
    CHECK(opened.messages == talk.all);
}

TEST_CASE("of nobody there is nothing to read") {
    LongTalk talk(1);
    House house(talk.store, talk.editions);
    CHECK(house.ask_for<Page>(ReadOn{PersonId{77}, 0}).messages.empty());
    CHECK(house.ask_for<Page>(ReadBack{PersonId{77}, 10}).messages.empty());
}

TEST_CASE("words that retention took are passed over, and what is left is whole") {
    // Empties the bodies of the oldest turns, as retention does: their rows stay.
    class Retained final : public PassingStore {
    public:
        using PassingStore::PassingStore;

        std::vector<store::TurnRow> turns_after(PersonId person, Seq after, int limit) override {
            return emptied(PassingStore::turns_after(person, after, limit));
        }
        std::vector<store::TurnRow> turns_before(PersonId person, Seq before, int limit) override {
            return emptied(PassingStore::turns_before(person, before, limit));
        }

    private:
        static std::vector<store::TurnRow> emptied(std::vector<store::TurnRow> rows) {
            for (auto& row : rows) {
                if (row.n <= 50) row.body.clear();
            }
            return rows;
        }
    };
    LongTalk talk(60);
    const Seq gone = talk.store.turns_after(talk.person, 0, 50).back().last_seq;
    const auto left = part(talk.all, static_cast<std::size_t>(gone), talk.all.size());
    REQUIRE(left.size() < page_before);
    Retained retained(talk.store);
    House house(retained, talk.editions);

    CHECK(house.ask_for<Opened>(hello(ana, -1)).messages == left);
    const auto on = house.ask_for<Page>(ReadOn{talk.person, 0});
    CHECK(on.messages == left);
    CHECK_FALSE(on.more);
    const auto back = house.ask_for<Page>(ReadBack{talk.person, gone + 1});
    CHECK(back.messages.empty());
    CHECK_FALSE(back.more);
}
