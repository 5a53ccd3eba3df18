#include <catch2/catch.hpp>

#include "engine/stored.h"
#include "store/memory/memory_store.h"
#include "tests/support/edition.h"
#include "tests/unit/turns/house.h"

using namespace attune;
using namespace attune::turns;

namespace {

const std::string ana = "ana's token";

// The evening with a bug of ours in it: behind the answer "yes" the program jumps in a circle,
// which no checker lets through and the engine ends by throwing.
dialog::EditionPtr evening_with_a_bug() {
    auto broken = std::make_shared<dialog::Edition>(*test::edition_of(evening_files()));
    auto& welcome = broken->dialogs[broken->dialog_by_name.at("welcome")];
    const auto& last_question = welcome.questions.back();
    const dialog::OpIndex after = last_question.op + 1;
    welcome.code[after] = dialog::JumpOp{after};
    return broken;
}

struct BadEvening {
    BadEvening() {
        person = arrive(house, ana, Valued{Decimal::whole(7), 2}).person;
        house.ask_for<Accepted>(sends(ana, "m2", Said{"I yelled", 4}));
    }
    store::Snapshot snapshot() { return store.load(std::vector<store::Wanted>{{person, 0}}).at(0); }

    store::MemoryStore store{1};  // every turn is a fold: the state stands there whole
    EditionShelf editions{evening_with_a_bug()};
    House house{store, editions};
    PersonId person;
};

}  // namespace

TEST_CASE("a turn that throws keeps her place and her words, and says so with the question") {
    BadEvening evening;
    const auto accepted = evening.house.ask_for<Accepted>(sends(ana, "m3", Tapped{{"yes"}, 6}));
    CHECK(accepted.seq == 7);
    CHECK_FALSE(accepted.stale);
    CHECK(accepted.last == 9);

    const auto all = transcript_of(evening.house, evening.person);
    REQUIRE(all.size() == 9);
    CHECK(all[6].from == Speaker::you);
    CHECK(all[6].text == "Yes");
    CHECK(all[6].input_id == "m3");
    const auto& says = evening.editions.live().edition->defaults.says;
    CHECK(all[7].text == says.at("something broke"));
    CHECK(all[8].text == "Is it better now?");
    CHECK(all[8].asked == 6);
    REQUIRE(all[8].input);
    CHECK(all[8].input->kind == AnswerKind::yes_no);
}

TEST_CASE("after a turn that threw the state is as before, and the talk can go on") {
    BadEvening evening;
    evening.house.ask_for<Accepted>(sends(ana, "m3", Tapped{{"yes"}, 6}));
    const auto opened = evening.house.ask_for<Opened>(hello(ana, 6));
    CHECK(opened.open_asked == 6);
    CHECK(opened.open_form.kind == AnswerKind::yes_no);
    // What is not understood goes another way than the bug.
    const auto unclear = evening.house.ask_for<Accepted>(sends(ana, "m4", Said{"perhaps", 6}));
    CHECK(unclear.seq == 10);
}

TEST_CASE("the id of a turn that threw counts as handled") {
    BadEvening evening;
    const auto first = evening.house.ask_for<Accepted>(sends(ana, "m3", Tapped{{"yes"}, 6}));
    const auto again = evening.house.ask_for<Accepted>(sends(ana, "m3", Tapped{{"yes"}, 6}));
    CHECK(again.seq == first.seq);
    CHECK(again.last == first.last);
    CHECK(transcript_of(evening.house, evening.person).size() == 9);
}

TEST_CASE("a turn that throws takes nobody of its batch with it") {
    store::MemoryStore store;
    EditionShelf editions(evening_with_a_bug());
    {
        House house(store, editions);
        arrive(house, ana, Valued{Decimal::whole(7), 2});
        house.ask_for<Accepted>(sends(ana, "m2", Said{"I yelled", 4}));
        arrive(house, "ben", Valued{Decimal::whole(7), 2});
    }
    House house(store, editions, House::test_options(), House::Runs::when_opened);
    const auto bad = house.post(sends(ana, "m3", Tapped{{"yes"}, 6}));
    const auto good = house.post(sends("ben", "m2", Said{"We laughed", 4}));
    house.open();
    CHECK(house.wait_for<Accepted>(bad).last == 9);
    CHECK(house.wait_for<Accepted>(good).last == 6);
    CHECK(house.loop.figures().batches == 1);
}

TEST_CASE("an opening that throws is refused and nothing is kept") {
    auto broken = std::make_shared<dialog::Edition>(*test::edition_of(evening_files()));
    broken->dialogs[broken->dialog_by_name.at("welcome")].code[0] = dialog::JumpOp{0};
    store::MemoryStore store;
    EditionShelf editions(broken);
    House house(store, editions);
    const auto refused = house.ask_for<Refused>(first_hello(ana));
    CHECK(refused.code == RefusalCode::not_kept);
    CHECK(refused.retry_after.count() > 0);
    CHECK(house.ask_for<Opened>(first_hello(ana, "morning")).open_asked == 1);
}

TEST_CASE("somebody whose edition is nowhere to be had keeps her place until it is back") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    {
        House house(store, editions);
        arrive(house, ana, Valued{Decimal::whole(7), 2});
    }
    const auto held = editions.live();
    auto files = evening_files();
    files["welcome.json"].replace(files["welcome.json"].find("Sleep well."), 11, "Good night.");
    editions.add(files);
    editions.lose(held.id);
    {
        House house(store, editions);
        CHECK(
            house.ask_for<Refused>(sends(ana, "m2", Said{"I yelled", 4})).code ==
            RefusalCode::not_kept);
        CHECK(house.ask_for<Refused>(hello(ana)).code == RefusalCode::not_kept);
        arrive(house, "ben", Valued{Decimal::whole(7), 2});
    }
    EditionShelf back(held.edition);
    House house(store, back);
    CHECK(house.ask_for<Accepted>(sends(ana, "m2", Said{"I yelled", 4})).seq == 5);
}
