#include "turns/sealed_person.h"

#include <catch2/catch.hpp>

#include "tests/unit/turns/house.h"

using namespace attune;
using namespace attune::turns;

namespace {

constexpr PersonId ana{4711};
constexpr Moment noon{};

Known after(
    const EditionShelf::Held& live, const Known& before, const Input& input, Version version) {
    Known next{.key = before.key};
    next.version = version;
    next.edition = before.edition;
    next.state =
        engine::take_turn(live.edition, before.state, {}, before.last, input, "m", noon).next;
    if (next.state.edition == live.edition) next.edition = live.id;
    return next;
}

store::Snapshot snapshot_of(const Known& known) {
    store::Snapshot shot;
    shot.known = true;
    shot.version = known.version;
    shot.edition = known.edition;
    shot.wrapped_key = test_key().wrap(known.key, ana);
    return shot;
}

Known newcomer() {
    return Known{.key = test_key().make_person_key()};
}

}  // namespace

TEST_CASE("a person comes back from changes alone, from a fold, and from both") {
    EditionShelf editions(evening_files());
    const auto live = editions.live();
    const Known begun = after(live, newcomer(), Begin{"welcome", 3}, 1);
    const Known answered = after(live, begun, Valued{Decimal::whole(7), 0}, 2);

    auto changes = snapshot_of(answered);
    changes.changes = {
        {1, seal_change({}, begun, ana)}, {2, seal_change(begun.state, answered, ana)}};
    CHECK(open_person(test_key(), editions, ana, changes).state == answered.state);

    auto fold = snapshot_of(answered);
    fold.state_n = 2;
    fold.state = seal_state(answered, ana);
    CHECK(open_person(test_key(), editions, ana, fold).state == answered.state);

    auto both = snapshot_of(answered);
    both.state_n = 1;
    both.state = seal_state(begun, ana);
    both.changes = {{2, seal_change(begun.state, answered, ana)}};
    const auto opened = open_person(test_key(), editions, ana, both);
    CHECK(opened.state == answered.state);
    CHECK(opened.edition == live.id);
}

TEST_CASE("a fold may be of an older edition than the changes after it") {
    EditionShelf editions(evening_files());
    const auto old_one = editions.live();
    const Known begun = after(old_one, newcomer(), Begin{"welcome", 3}, 1);
    auto files = evening_files();
    files.erase("welcome.json");
    editions.add(files);
    const auto new_one = editions.live();
    const Known moved = after(new_one, begun, Begin{"morning", 3}, 2);

    auto shot = snapshot_of(moved);
    shot.state_n = 1;
    shot.state = seal_state(begun, ana);
    shot.changes = {{2, seal_change(begun.state, moved, ana)}};
    const auto opened = open_person(test_key(), editions, ana, shot);
    CHECK(opened.state == moved.state);
    CHECK(opened.edition == new_one.id);
}

TEST_CASE("what was sealed for another person, turn or key is unreadable") {
    EditionShelf editions(evening_files());
    const Known begun = after(editions.live(), newcomer(), Begin{"welcome", 3}, 1);
    auto shot = snapshot_of(begun);
    shot.state_n = 1;
    shot.state = seal_state(begun, ana);
    REQUIRE_NOTHROW(open_person(test_key(), editions, ana, shot));

    CHECK_THROWS_AS(open_person(test_key(), editions, PersonId{4712}, shot), Unreadable);
    CHECK_THROWS_AS(open_person(MasterKey(KeyBytes{9}), editions, ana, shot), Unreadable);
    auto other_turn = shot;
    other_turn.state_n = 2;
    CHECK_THROWS_AS(open_person(test_key(), editions, ana, other_turn), Unreadable);
    auto broken = shot;
    broken.state.back() = static_cast<char>(broken.state.back() ^ 1);
    CHECK_THROWS_AS(open_person(test_key(), editions, ana, broken), Unreadable);
    editions.lose(begun.edition);
    CHECK_THROWS_AS(open_person(test_key(), editions, ana, shot), Unreadable);
}
