// What every store promises. One text for all of them.
#include <catch2/catch.hpp>

#include "tests/unit/store/twins.h"
#include "tests/unit/store/writes.h"

namespace attune::store {

namespace {

constexpr PersonId ann{11};
constexpr PersonId ben{12};

// What a reader of the state relies on: a whole, then every change after it, oldest first.
void check_state(const Snapshot& shot, PersonId person) {
    CHECK(shot.state == (shot.state_n == 0 ? Bytes() : words("state", person, shot.state_n)));
    Version n = shot.state_n;
    for (const auto& change : shot.changes) {
        CHECK(change.n == ++n);
        CHECK(change.change == words("change", person, n));
    }
    CHECK(n == shot.version);
}

}  // namespace

TEMPLATE_TEST_CASE("an empty store knows nobody", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    CHECK(who_is(twin.store(), address_of(ann)) == std::nullopt);
    CHECK_FALSE(load_one(twin.store(), ann).known);
    CHECK(twin.store().turns_after(ann, 0, 64).empty());
    CHECK(twin.store().turns_before(ann, 100, 64).empty());
    CHECK(twin.store().journal(ann).empty());
    CHECK(twin.store().greatest_id() == 0);
    CHECK(twin.store().commit({}).empty());
}

TEMPLATE_TEST_CASE("a first turn makes a person", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    const TurnWrite first = desk.turn(ann, 0);

    CHECK(commit_one(twin.store(), first) == Fate::kept);

    CHECK(who_is(twin.store(), address_of(ann)) == ann);
    const Snapshot shot = load_one(twin.store(), ann);
    CHECK(shot.known);
    CHECK(shot.version == 1);
    CHECK(shot.last_seq == 2);
    CHECK(shot.edition == EditionId{7});
    CHECK(shot.newest == first.id);
    CHECK(shot.wrapped_key == words("key", ann, 0));
    CHECK(shot.profile.empty());
    CHECK_FALSE(shot.seen.has_value());
    check_state(shot, ann);
}

TEMPLATE_TEST_CASE("answers come in the order of the questions", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    const std::vector<TurnWrite> writes{desk.turn(ann, 0), desk.turn(ben, 3), desk.turn(ben, 0)};

    CHECK(
        twin.store().commit(writes) ==
        std::vector{Fate::kept, Fate::gone, Fate::changed_meanwhile});

    const std::vector<AddressKey> addresses{address_of(ben), address_of(ann)};
    CHECK(twin.store().who(addresses) == std::vector<std::optional<PersonId>>{std::nullopt, ann});
    const std::vector<Wanted> wanted{{ben, 0}, {ann, 0}};
    const auto shots = twin.store().load(wanted);
    CHECK_FALSE(shots.at(0).known);
    CHECK(shots.at(1).version == 1);
}

TEMPLATE_TEST_CASE(
    "after every turn the whole and the changes make the state", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    for (Version n = 1; n <= 25; ++n) {
        REQUIRE(commit_one(twin.store(), desk.turn(ann, n - 1)) == Fate::kept);
        const Snapshot shot = load_one(twin.store(), ann);
        REQUIRE(shot.version == n);
        REQUIRE(shot.last_seq == 2 * n);
        check_state(shot, ann);
    }
}

TEMPLATE_TEST_CASE("a turn for another version changes nothing", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 2);
    const Version wrong = GENERATE(0, 1, 3, 9);
    TurnWrite write = desk.turn(ann, wrong);
    write.key = 77;
    write.profile = "never";
    write.journal = {{"never"}};

    CHECK(commit_one(twin.store(), write) == Fate::changed_meanwhile);

    const Snapshot shot = load_one(twin.store(), ann, 77);
    CHECK(shot.version == 2);
    CHECK(shot.profile.empty());
    CHECK_FALSE(shot.seen.has_value());
    CHECK(twin.store().journal(ann).empty());
}

TEMPLATE_TEST_CASE("an address has one person", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    std::vector<TurnWrite> both{desk.turn(ann, 0), desk.turn(ben, 0)};
    both[1].newcomer->address = address_of(ann);
    const bool at_once = GENERATE(true, false);

    std::vector<Fate> fates;
    if (at_once) {
        fates = twin.store().commit(both);
    } else {
        for (const auto& write : both) fates.push_back(commit_one(twin.store(), write));
    }

    CHECK(fates == std::vector{Fate::kept, Fate::changed_meanwhile});
    CHECK(who_is(twin.store(), address_of(ann)) == ann);
    CHECK_FALSE(load_one(twin.store(), ben).known);
}

TEMPLATE_TEST_CASE("transports do not share addresses", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    TurnWrite write = desk.turn(ben, 0);
    write.newcomer->address = {"telegram", address_of(ann).who};
    talk(twin.store(), desk, ann, 1);
    write.id = desk.turn(ben, 0).id;

    CHECK(commit_one(twin.store(), write) == Fate::kept);
    CHECK(who_is(twin.store(), address_of(ann)) == ann);
    CHECK(who_is(twin.store(), {"telegram", address_of(ann).who}) == ben);
}

TEMPLATE_TEST_CASE(
    "a second turn of a person in a commit has to wait", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 1);
    const std::vector<TurnWrite> writes{desk.turn(ann, 1), desk.turn(ann, 2)};

    CHECK(twin.store().commit(writes) == std::vector{Fate::kept, Fate::changed_meanwhile});
    CHECK(load_one(twin.store(), ann).version == 2);
}

TEMPLATE_TEST_CASE("an id of a turn is used once", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 3);
    TurnWrite again = desk.turn(ann, 3);
    again.id = load_one(twin.store(), ann).newest;

    CHECK_THROWS_AS(commit_one(twin.store(), again), std::logic_error);
    CHECK(load_one(twin.store(), ann).version == 3);
    CHECK(commit_one(twin.store(), desk.turn(ann, 3)) == Fate::kept);
}

TEMPLATE_TEST_CASE("ids go past the greatest", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk(5000);
    talk(twin.store(), desk, ann, 2);
    CHECK(twin.store().greatest_id() == 5002);
    talk(twin.store(), desk, PersonId{9000}, 1);
    CHECK(twin.store().greatest_id() == 9000);
}

TEMPLATE_TEST_CASE(
    "an input that came before is known, with what it got", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 12);
    const Version n = GENERATE(1, 7, 11, 12);

    const auto seen = load_one(twin.store(), ann, Desk::key(ann, n)).seen;
    REQUIRE(seen.has_value());
    CHECK(seen->n == n);
    CHECK(seen->print == words("print", ann, n));
    CHECK(seen->last_seq == 2 * n);
    CHECK(seen->body == words("body", ann, n));

    TurnWrite again = desk.turn(ann, 12);
    again.key = Desk::key(ann, n);
    CHECK(commit_one(twin.store(), again) == Fate::seen_before);
    CHECK(load_one(twin.store(), ann).version == 12);
}

TEMPLATE_TEST_CASE("the last 128 inputs are known, and no more", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    Version n = 0;
    for (; n < 2 * (remembered_inputs + 1); ++n) {
        TurnWrite write = desk.turn(ann, n);
        if (n % 2 == 1) write.key = 0;  // a timer's turn is no input
        commit_one(twin.store(), write);
    }
    CHECK_FALSE(load_one(twin.store(), ann, Desk::key(ann, 1)).seen.has_value());
    const auto oldest = load_one(twin.store(), ann, Desk::key(ann, 3)).seen;
    REQUIRE(oldest.has_value());
    CHECK(oldest->body == words("body", ann, 3));
    CHECK_FALSE(load_one(twin.store(), ann, 0).seen.has_value());
}

TEMPLATE_TEST_CASE("turns after a seq rise, up to the limit", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 9);  // turn n holds the messages 2n - 1 and 2n
    Store& store = twin.store();

    CHECK(turns_in(store.turns_after(ann, 0, 3)) == std::vector<Version>{1, 2, 3});
    CHECK(turns_in(store.turns_after(ann, 6, 2)) == std::vector<Version>{4, 5});
    CHECK(turns_in(store.turns_after(ann, 7, 2)) == std::vector<Version>{4, 5});
    CHECK(turns_in(store.turns_after(ann, 16, 64)) == std::vector<Version>{9});
    CHECK(turns_in(store.turns_after(ann, 18, 64)).empty());
    CHECK(turns_in(store.turns_after(ann, 99, 64)).empty());
    CHECK(turns_in(store.turns_after(ann, 0, 64)).size() == 9);

    const TurnRow row = store.turns_after(ann, 4, 1).at(0);
    CHECK(row.last_seq == 6);
    CHECK(row.at == minute(1));
    CHECK(row.edition == EditionId{7});
    CHECK(row.body == words("body", ann, 3));
}

TEMPLATE_TEST_CASE("turns before a seq fall, up to the limit", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 9);
    Store& store = twin.store();

    CHECK(turns_in(store.turns_before(ann, 19, 3)) == std::vector<Version>{9, 8, 7});
    CHECK(turns_in(store.turns_before(ann, 18, 2)) == std::vector<Version>{9, 8});
    CHECK(turns_in(store.turns_before(ann, 17, 2)) == std::vector<Version>{8, 7});
    CHECK(turns_in(store.turns_before(ann, 3, 64)) == std::vector<Version>{1});
    CHECK(turns_in(store.turns_before(ann, 2, 64)) == std::vector<Version>{1});
    CHECK(turns_in(store.turns_before(ann, 1, 64)).empty());
    CHECK(turns_in(store.turns_before(ann, 1000, 64)).size() == 9);
}

TEMPLATE_TEST_CASE("turns without messages are not read", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    for (Version n = 0; n < 6; ++n) {
        TurnWrite write = desk.turn(ann, n);
        write.last_seq = 2 * (n / 2 + 1);  // 2 2 4 4 6 6
        commit_one(twin.store(), write);
    }
    Store& store = twin.store();
    CHECK(turns_in(store.turns_after(ann, 0, 2)) == std::vector<Version>{1, 3});
    CHECK(turns_in(store.turns_after(ann, 0, 64)) == std::vector<Version>{1, 3, 5});
    CHECK(turns_in(store.turns_after(ann, 2, 64)) == std::vector<Version>{3, 5});
    CHECK(turns_in(store.turns_before(ann, 7, 2)) == std::vector<Version>{5, 3});
    CHECK(turns_in(store.turns_before(ann, 5, 64)) == std::vector<Version>{3, 1});
    CHECK(turns_in(store.turns_before(ann, 4, 64)) == std::vector<Version>{3, 1});
}

TEMPLATE_TEST_CASE(
    "pages go on where the last one ended, while she talks", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 30);
    Store& store = twin.store();
    std::vector<Version> met;
    Version n = 30;
    for (Seq after = 0;;) {
        const auto rows = store.turns_after(ann, after, 4);
        if (rows.empty()) break;
        for (const auto& row : rows) met.push_back(row.n);
        after = rows.back().last_seq;
        if (n < 40) talk(store, desk, ann, 1, n++);
    }
    std::vector<Version> all;
    for (Version turn = 1; turn <= 40; ++turn) all.push_back(turn);
    CHECK(met == all);
    CHECK(turns_in(store.turns_before(ann, 9, 64)) == std::vector<Version>{4, 3, 2, 1});
}

TEMPLATE_TEST_CASE("profile and journal go with their turn", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    TurnWrite first = desk.turn(ann, 0);
    first.profile = "profile 1";
    first.journal = {{"a"}, {"b"}};
    commit_one(twin.store(), first);
    CHECK(load_one(twin.store(), ann).profile == "profile 1");
    talk(twin.store(), desk, ann, 4, 1);
    CHECK(load_one(twin.store(), ann).profile == "profile 1");
    TurnWrite later = desk.turn(ann, 5);
    later.profile = "profile 2";
    later.journal = {{"c"}};
    commit_one(twin.store(), later);

    CHECK(load_one(twin.store(), ann).profile == "profile 2");
    CHECK(twin.store().journal(ann) == std::vector<Bytes>{"a", "b", "c"});
    CHECK(twin.store().journal(ben).empty());
}

TEMPLATE_TEST_CASE(
    "a turn that failed is kept as one that changed nothing", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    talk(twin.store(), desk, ann, 1);
    TurnWrite write = desk.turn(ann, 1);
    write.failed = "sealed input";
    CHECK(commit_one(twin.store(), write) == Fate::kept);
    CHECK(load_one(twin.store(), ann, Desk::key(ann, 2)).seen->n == 2);
}

TEMPLATE_TEST_CASE("bytes come back as they are", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    TurnWrite write = desk.turn(ann, 0);
    write.body = Bytes("\0\xff\n'\"", 5);
    write.state = Bytes(100'000, '\0');
    write.change = Bytes();
    write.place = "";
    write.key = 0xffff'ffff'ffff'fff0U;
    write.newcomer->address.who = Bytes("\0\x01", 2);
    commit_one(twin.store(), write);

    CHECK(who_is(twin.store(), {"web", Bytes("\0\x01", 2)}) == ann);
    const Snapshot shot = load_one(twin.store(), ann, 0xffff'ffff'ffff'fff0U);
    CHECK(shot.seen->body == write.body);
    CHECK(shot.changes.size() + (shot.state == write.state ? 1 : 0) == 1);
}

TEMPLATE_TEST_CASE("people are apart", "[store]", ATTUNE_STORE_TWINS) {
    TestType twin;
    Desk desk;
    for (Version n = 0; n < 20; ++n) {
        std::vector<TurnWrite> writes;
        for (std::int64_t id = 20; id < 30; ++id) writes.push_back(desk.turn(PersonId{id}, n));
        REQUIRE(twin.store().commit(writes) == std::vector<Fate>(10, Fate::kept));
    }
    for (std::int64_t id = 20; id < 30; ++id) {
        const Snapshot shot = load_one(twin.store(), PersonId{id});
        CHECK(shot.version == 20);
        check_state(shot, PersonId{id});
        const auto rows = twin.store().turns_after(PersonId{id}, 0, 64);
        REQUIRE(rows.size() == 20);
        CHECK(rows[13].body == words("body", PersonId{id}, 14));
    }
}

}  // namespace attune::store
