#include "engine/stored.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/binary.h"
#include "tests/unit/engine/talk.h"
#include "tests/unit/engine/walker.h"

using namespace attune;
using namespace attune::engine;

namespace {

const char* const sample = R"("get real": [
    { "ask": "What?", "as": "scene_seen", "answer": "long text", "may skip": true },
    { "ask": "Hot?", "as": "heat", "answer": { "scale": [0, 10] } },
    { "go": "get reflective" } ],
  "get reflective": [ { "repeat": [
    { "ask": "Beneath?", "as": "beneath", "answer": { "choose": { "alone": "Alone", "old": "Old" } } },
    { "ask": "Feelings?", "as": "feelings", "answer": { "choose many": { "sad": "Sad", "numb": "Numb" } } }
    ], "as": "round", "at most": 2 }, { "end": "bye" } ])";

std::optional<State> read(BytesView stored, const dialog::EditionPtr& edition) {
    try {
        return decode(stored, edition);
    } catch (const BinaryError&) {
        return std::nullopt;
    }
}

// One random blow: a bit, a byte more or less, a piece cut out or doubled.
Bytes damaged(Bytes bytes, std::mt19937_64& random) {
    const std::size_t at = bytes.empty() ? 0 : random() % bytes.size();
    const auto byte = static_cast<char>(random());
    switch (random() % 6) {
        case 0:
            if (!bytes.empty()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
            break;
        case 1:
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), byte);
            break;
        case 2:
            bytes.erase(at, 1 + random() % 4);
            break;
        case 3:
            bytes.resize(at);
            break;
        case 4:
            bytes.insert(at, bytes.substr(random() % (bytes.size() + 1), random() % 20));
            break;
        default:
            if (!bytes.empty()) bytes[at] = byte;
    }
    return bytes;
}

}  // namespace

TEST_CASE("a state that is read again is the same, with loops and values of every kind") {
    Talk talk(sample);
    talk.says("I \"yelled\"").says("7").says("alone").taps_many({"sad", "numb"});
    const State& state = talk.state();
    REQUIRE(state.frames[0].loops.size() == 1);
    const auto again = decode(encode(state), state.edition);
    REQUIRE(again);
    CHECK(*again == state);
}

TEST_CASE("an ended state, and one that never began, are read again too") {
    Talk talk(R"("s": [ { "end": "bye" } ])");
    CHECK(*decode(encode(talk.state()), talk.state().edition) == talk.state());
    State none;
    none.edition = talk.state().edition;
    CHECK(*decode(encode(none), none.edition) == none);
}

TEST_CASE("a stored state finds its place in an edition whose order is another") {
    Talk talk(sample);
    talk.says("I yelled");
    const auto edited = edition_with(R"("new first": [ { "say": "Hello." }, { "go": "get real" } ],
        "get real": [
        { "ask": "New?", "as": "another", "answer": "number" },
        { "ask": "Hot?", "as": "heat", "answer": { "scale": [0, 10] } },
        { "ask": "What?", "as": "scene_seen", "answer": "long text", "may skip": true },
        { "end": "bye" } ])");
    const auto moved = decode(encode(talk.state()), edited);
    REQUIRE(moved);
    CHECK(place_of(*moved) == "get real / heat");
    CHECK(moved->edition->hash == edited->hash);
}

TEST_CASE("a name that is gone from the edition is no state there") {
    Talk talk(sample);
    const Bytes stored = encode(talk.state());
    const auto without_question = edition_with(R"("get real": [
        { "ask": "Hot?", "as": "heat", "answer": { "scale": [0, 10] } }, { "end": "bye" } ])");
    CHECK_FALSE(decode(stored, without_question));
    const auto without_scene = edition_with(R"("s": [ { "end": "bye" } ])");
    CHECK_FALSE(decode(stored, without_scene));
}

TEST_CASE("a variable whose type changed is no state there") {
    Talk talk(sample);
    talk.says("I yelled");
    const auto retyped = edition_with(R"("get real": [
        { "ask": "What?", "as": "scene_seen", "answer": "number" },
        { "ask": "Hot?", "as": "heat", "answer": { "scale": [0, 10] } }, { "end": "bye" } ])");
    CHECK_FALSE(decode(encode(talk.state()), retyped));
}

TEST_CASE("a place that left its loop is no state there") {
    Talk talk(sample);
    talk.says("I yelled").says("7");
    const auto unlooped = edition_with(R"("get reflective": [
        { "ask": "Beneath?", "as": "beneath", "answer": { "choose": { "alone": "A", "old": "O" } } },
        { "repeat": [ { "ask": "More?", "as": "more", "answer": "yes or no" } ], "as": "round", "at most": 2 },
        { "end": "bye" } ])");
    CHECK_FALSE(read(encode(talk.state()), unlooped));
}

TEST_CASE("a newer form is refused by name") {
    Talk talk(sample);
    Bytes stored = encode(talk.state());
    stored[0] = 3;
    CHECK_THROWS_WITH(decode(stored, talk.state().edition), "a newer form of state");
    CHECK_THROWS_AS(decode("", talk.state().edition), BinaryError);
}

TEST_CASE("the change of a closed answer takes some tens of bytes") {
    Talk talk(sample);
    talk.says("I yelled at bedtime, and it was loud, and I did not stop for a long while");
    const State before = talk.state();
    talk.sets(Decimal::whole(7), talk.asked());
    const Bytes change = encode_change(before, talk.state());
    CHECK(change.size() < 80);
    CHECK(change.size() < encode(talk.state()).size() / 2);
    CHECK(*apply_change(before, change, before.edition) == talk.state());
}

TEST_CASE("the change of an answer that was not understood is smaller still") {
    Talk talk(sample);
    talk.says("I yelled");
    const State before = talk.state();
    talk.says("very");
    CHECK(encode_change(before, talk.state()).size() < 12);
}

TEST_CASE("a change that ends a talk, or goes on in another edition, holds the whole") {
    Talk talk(R"("s": [ { "ask": "Q?", "as": "q", "answer": "yes or no" }, { "end": "bye" } ])");
    const State before = talk.state();
    talk.says("yes");
    const Bytes change = encode_change(before, talk.state());
    CHECK(*apply_change(before, change, before.edition) == talk.state());

    Talk other(sample);
    const Bytes moved = encode_change(before, other.state());
    CHECK(*apply_change(before, moved, other.state().edition) == other.state());
}

TEST_CASE("damaged bytes are refused or read as some state, never worse", "[walks]") {
    std::mt19937_64 random(20'261'124);
    for (const dialog::EditionPtr& edition : editions_to_walk()) {
        Walker walker(edition, edition->dialogs.front().name, 3);
        for (int step = 0; step < 12; ++step) {
            const auto taken = walker.next();
            const Bytes whole = encode(taken.after.next);
            const Bytes change = encode_change(taken.before, taken.after.next);
            for (int i = 0; i < 150; ++i) {
                Bytes blow = damaged(whole, random);
                for (std::size_t more = random() % 3; more > 0; --more)
                    blow = damaged(blow, random);
                const auto state = read(blow, edition);
                if (state) CHECK_NOTHROW(walk_turn(edition, *state, taken.last, Said{"7", 0}));
                if (state) CHECK(*decode(encode(*state), edition) == *state);
                try {
                    const Bytes other = damaged(change, random);
                    const auto applied = apply_change(taken.before, other, edition);
                    if (applied) walk_turn(edition, *applied, taken.last, Act{ActKind::skip, 0});
                } catch (const BinaryError&) {
                }
            }
        }
    }
}

TEST_CASE("the view for people names everything") {
    Talk talk(sample);
    talk.says("I yelled").says("7").says("old");
    const std::string view = to_json(talk.state());
    INFO(view);
    CHECK(view.find(R"("place": "get reflective / feelings")") != std::string::npos);
    CHECK(view.find(R"("scene_seen": "I yelled")") != std::string::npos);
    CHECK(view.find(R"("heat": 7)") != std::string::npos);
    CHECK(view.find(R"("round": 1)") != std::string::npos);
    CHECK(view.find(R"("get real": 1)") != std::string::npos);
}

TEST_CASE("the view of words that are no text is still JSON") {
    Talk talk(R"("s": [ { "ask": "Q?", "as": "q", "answer": "text" },
        { "ask": "R?", "as": "r", "answer": "text" }, { "end": "bye" } ])");
    talk.says("\xff\xfe");
    CHECK_NOTHROW(to_json(talk.state()));
}
