#include <catch2/catch.hpp>

#include "store/sqlite/sqlite_store.h"
#include "tests/unit/store/temp_folder.h"
#include "tests/unit/turns/house.h"

using namespace attune;
using namespace attune::turns;

namespace {

const std::string ana = "ana's token";

std::unique_ptr<store::SqliteStore> opened(const std::filesystem::path& file, int fold_every) {
    store::SqliteOptions options;
    options.path = file;
    options.fold_every = fold_every;
    auto store = store::SqliteStore::open(options);
    REQUIRE(store.has_value());
    return std::move(*store);
}

// A server's life over one data file: opened, run, closed.
class Life {
public:
    Life(const std::filesystem::path& file, EditionSource& editions, int fold_every)
        : store_(opened(file, fold_every)), house(*store_, editions) {}

private:
    std::unique_ptr<store::SqliteStore> store_;

public:
    House house;
};

}  // namespace

TEST_CASE("a talk over a data file goes on after each restart, however often it is folded") {
    const int fold_every = GENERATE(1, 2, 10);
    const std::vector<std::pair<std::string, Input>> inputs{
        {"m2", Said{"I yelled", 4}},
        {"m3", Said{"perhaps", 6}},
        {"m4", Tapped{{"yes"}, 6}},
        {"m5", Said{"one more thing", 0}}};
    store::TempFolder folder;
    const auto file = folder.path() / "attune.db";
    EditionShelf editions(evening_files());
    PersonId person;
    Seq last = 0;
    {
        Life life(file, editions, fold_every);
        person = arrive(life.house, ana, Valued{Decimal::whole(7), 2}).person;
    }
    for (const auto& [id, input] : inputs) {
        Life life(file, editions, fold_every);
        const auto accepted = life.house.ask_for<Accepted>(sends(ana, id, input));
        const auto again = life.house.ask_for<Accepted>(sends(ana, id, input));
        REQUIRE(accepted.person == person);
        REQUIRE(again.seq == accepted.seq);
        last = accepted.last;
    }
    Life life(file, editions, fold_every);
    const auto opened = life.house.ask_for<Opened>(hello(ana, last));
    CHECK(opened.last == last);
    CHECK(opened.messages.empty());
    CHECK(opened.open_asked == 0);
    const auto all = transcript_of(life.house, person);
    REQUIRE(all.size() == static_cast<std::size_t>(last));
    CHECK(all.front().text == "Good evening.");
    CHECK(all.at(2).text == "7");
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].seq == static_cast<Seq>(i) + 1);
}
