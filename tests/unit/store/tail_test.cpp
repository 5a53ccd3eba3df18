#include "store/sqlite/tail.h"

#include <catch2/catch.hpp>

namespace attune::store {

namespace {

constexpr PersonId ann{1};
constexpr PersonId ben{2};

Instant second(int n) {
    return Instant(std::chrono::seconds(n));
}

// A tail with people who take turns; each turn's id is the time it is taken at.
struct Talk {
    Tail tail{3};

    void turn(PersonId person, int at) {
        Held* held = tail.find(person);
        if (held == nullptr) held = tail.add({.person = person});
        held->at = second(at);
        tail.took_turn(*held, TurnId{at - 1});
    }
    std::vector<PersonId> due(int quiet_since, std::size_t some) const {
        std::vector<PersonId> people;
        for (const Held* held : tail.due(second(quiet_since), some)) people.push_back(held->person);
        return people;
    }
};

}  // namespace

TEST_CASE("who has taken enough turns is due", "[store]") {
    Talk talk;
    for (int at = 1; at <= 2; ++at) talk.turn(ann, at);
    CHECK(talk.due(0, 10).empty());
    talk.turn(ann, 3);
    CHECK(talk.due(0, 0) == std::vector{ann});
    talk.turn(ann, 4);
    CHECK(talk.due(0, 10) == std::vector{ann});
    talk.tail.folded(ann);
    CHECK(talk.due(0, 10).empty());
    CHECK(talk.tail.unfolded_count() == 0);
}

TEST_CASE("who is quiet is due, longest quiet first, a few at a time", "[store]") {
    Talk talk;
    talk.turn(ann, 1);
    talk.turn(ben, 2);
    talk.turn(ann, 3);
    CHECK(talk.due(1, 10).empty());
    CHECK(talk.due(2, 10) == std::vector{ben});
    CHECK(talk.due(9, 10) == std::vector{ben, ann});
    CHECK(talk.due(9, 1) == std::vector{ben});
}

TEST_CASE("the log is folded up to the first turn that is not", "[store]") {
    Talk talk;
    CHECK_FALSE(talk.tail.folded_up_to().has_value());
    talk.turn(ann, 5);
    talk.turn(ben, 6);
    talk.turn(ann, 7);
    CHECK(talk.tail.folded_up_to() == TurnId{4});
    talk.tail.folded(ann);
    CHECK(talk.tail.folded_up_to() == TurnId{5});
    talk.turn(ann, 8);
    CHECK(talk.tail.folded_up_to() == TurnId{5});
    talk.tail.folded(ben);
    CHECK(talk.tail.folded_up_to() == TurnId{7});
}

TEST_CASE("only who is folded may be forgotten, longest unused first", "[store]") {
    Talk talk;
    talk.turn(ann, 1);
    talk.tail.add({.person = ben});
    talk.tail.add({.person = PersonId{3}});
    talk.tail.find(ben);
    talk.tail.trim(1);
    CHECK(talk.tail.find(PersonId{3}) == nullptr);
    CHECK(talk.tail.find(ben) != nullptr);
    talk.tail.trim(0);
    CHECK(talk.tail.find(ben) == nullptr);
    CHECK(talk.tail.find(ann) != nullptr);
}

TEST_CASE("the newest keys are known", "[store]") {
    Held held;
    for (std::uint64_t key = 1; key <= remembered_inputs + 1U; ++key) held.remember(key);
    held.remember(0);
    CHECK_FALSE(held.knows(1));
    CHECK(held.knows(2));
    CHECK(held.knows(remembered_inputs + 1U));
    CHECK_FALSE(held.knows(0));
}

}  // namespace attune::store
