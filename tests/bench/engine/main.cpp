// bench_engine: what one turn costs. Each case takes the same input at copies of the same state;
// the copies are made, and the outcomes thrown away, outside of what is measured.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "dialog/load.h"
#include "engine/engine.h"
#include "engine/stored.h"
#include "tests/bench/engine/allocations.h"

using namespace attune;
using namespace attune::engine;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int rounds = 60;
constexpr std::size_t in_a_round = 256;

struct Cost {
    double ns = 0;
    double allocations = 0;
};

// The median of the rounds: other work on the machine hits few of them.
Cost measure(const std::function<void()>& prepare, const std::function<void(std::size_t)>& once) {
    std::vector<double> times;
    std::size_t made = 0;
    for (int round = 0; round < rounds; ++round) {
        prepare();
        const std::size_t before = allocations();
        const auto start = Clock::now();
        for (std::size_t i = 0; i < in_a_round; ++i) once(i);
        const std::chrono::duration<double, std::nano> took = Clock::now() - start;
        made += allocations() - before;
        times.push_back(took.count() / in_a_round);
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return {times[rounds / 2], static_cast<double>(made) / (double(rounds) * in_a_round)};
}

void print(const char* what, Cost cost, double yardstick) {
    std::printf(
        "%-46s %9.0f ns %7.1f allocations %8.1f yardsticks\n",
        what,
        cost.ns,
        cost.allocations,
        cost.ns / yardstick);
}

// Looking up a word among 500 in a std::map: hashing, comparing and memory, as an engine does it.
double yardstick() {
    std::map<std::string, int> words;
    for (int i = 0; i < 500; ++i) words["a word that is looked up " + std::to_string(i * 7919)] = i;
    std::vector<std::string> keys;
    for (const auto& [word, number] : words) keys.push_back(word);
    volatile int sink = 0;
    const auto once = [&](std::size_t i) { sink = words.find(keys[i * 31 % keys.size()])->second; };
    const Cost cost = measure([] {}, once);
    return cost.ns;
}

const char* const defaults = R"({ "language": "en", "name": "English",
  "yes": ["yes", "yeah", "sure"], "no": ["no", "nope"], "yes label": "Yes", "no label": "No",
  "neither": ["no idea", "not sure", "it depends", "hard to say"],
  "negations": ["not", "no", "never", "don't", "didn't", "isn't"],
  "numbers": { "zero": 0, "one": 1, "two": 2, "three": 3, "nine": 9, "ten": 10, "forty": 40 },
  "joining": ["and"], "anytime": { "skip": ["skip", "rather not say", "pass"] },
  "if unclear": { "yes or no": ["Yes or no?"], "choose": ["One of {options}?"],
    "choose many": ["Some of {options}?"], "scale": ["A number from {low} to {high}."],
    "number": ["A number?"], "text": ["Words?"], "long text": ["Words?"] },
  "says": { "cannot skip": "I need this one.", "stale tap": "That is over.", "both fit": "{options}?",
    "too long": "{limit}", "not in range": "{low} to {high}", "choose at least": "{n}",
    "choose at most": "{n}", "something broke": "Broke.", "skipped": "Skipped.",
    "kept after end": "Kept.", "the end": "The end.", "none chosen": "None of these" } })";

const char* const talk =
    R"({ "dialog": "t", "title": "After I shouted", "language": "en", "scenes": {
  "get real": [
    { "say": "You came back to this. That is already something." },
    { "ask": "What would a camera on the shelf have seen?", "as": "scene_seen", "answer": "long text", "may skip": true },
    { "ask": "How hot was it inside you?", "as": "heat",
      "answer": { "scale": [0, 10], "low": "cool", "high": "boiling" } },
    { "if": "heat >= 8", "then": [ { "say": { "one of": ["That is a lot.", "That is very hot."] } } ] },
    { "go": "get reflective" } ],
  "get reflective": [
    { "if": "scene_seen is known", "then": [ { "say": "You wrote: “{scene_seen}”" } ] },
    { "ask": "What was at the bottom of it?", "as": "beneath",
      "answer": { "choose": { "alone": "I was alone with all of it", "unseen": "Nobody saw how hard I try",
        "old": "It felt older than today", "other": "Something else" } },
      "hear": { "alone": ["no help", "by myself"], "old": ["my mother", "my father"] } },
    { "match": "beneath", "when": { "old": [ { "say": "Older than today." } ] },
      "otherwise": [ { "say": { "one of": ["That is heavy.", "No wonder."] } } ] },
    { "ask": "Shall we go on?", "as": "on", "answer": "yes or no" },
    { "end": "Sleep well. You can mend tomorrow." } ] } })";

struct Place {
    State state;
    Seq last = 0;
    Seq asked = 0;
};

Place after(const dialog::EditionPtr& edition, const std::vector<Input>& inputs) {
    Place place;
    for (const Input& input : inputs) {
        Outcome outcome = take_turn(
            edition, std::move(place.state), Profile{}, place.last, input, "m1", Moment{});
        place.state = std::move(outcome.next);
        if (!outcome.messages.empty()) place.last = outcome.messages.back().seq;
    }
    place.asked = place.state.frames.back().asked;
    return place;
}

class Bench {
public:
    Bench(dialog::EditionPtr edition, double yard) : edition_(std::move(edition)), yard_(yard) {}

    void turn(const char* what, const Place& at, const Input& input) {
        std::vector<State> states;
        std::vector<Outcome> outcomes;
        const std::string id = "0123456789abcdefghijkl";
        const auto prepare = [&] {
            states.assign(in_a_round, at.state);
            outcomes.clear();
            outcomes.reserve(in_a_round);
        };
        const auto once = [&](std::size_t i) {
            outcomes.push_back(
                take_turn(edition_, std::move(states[i]), profile_, at.last, input, id, Moment{}));
        };
        print(what, measure(prepare, once), yard_);
    }

    void any(const char* what, const std::function<void()>& once) {
        print(what, measure([] {}, [&](std::size_t) { once(); }), yard_);
    }

private:
    dialog::EditionPtr edition_;
    double yard_;
    Profile profile_;
};

void measure_turns(Bench& bench, const dialog::EditionPtr& edition) {
    const Begin begin{"t", 1};
    const Said story{"I yelled at bedtime and he cried, and then it was very quiet.", 0};
    const Place first = after(edition, {begin});
    const Place heat = after(edition, {begin, story});
    const Place beneath = after(edition, {begin, story, Said{"9", 0}});
    const Place on = after(edition, {begin, story, Said{"9", 0}, Said{"by myself", 0}});
    bench.turn("begin", Place{}, begin);
    bench.turn("an open answer of 60 letters", first, story);
    bench.turn(
        "a scale by tap, on to a choice of four", heat, Valued{Decimal::whole(9), heat.asked});
    bench.turn("a scale typed, on to a choice of four", heat, Said{"maybe a nine", heat.asked});
    bench.turn("a choice by tap, on to yes or no", beneath, Tapped{{"old"}, beneath.asked});
    bench.turn("a choice by its label", beneath, Said{"It felt older than today", beneath.asked});
    bench.turn("a choice by `hear`", beneath, Said{"it was my mother I think", beneath.asked});
    bench.turn("a choice that is not understood", beneath, Said{"well what do you mean", 0});
    bench.turn("yes or no by tap, to the end", on, Tapped{{"yes"}, on.asked});
    bench.turn("a double tap", on, Tapped{{"alone"}, beneath.asked});
}

void measure_stored(Bench& bench, const dialog::EditionPtr& edition) {
    const Begin begin{"t", 1};
    const Said story{"I yelled at bedtime and he cried, and then it was very quiet.", 0};
    const State before = after(edition, {begin, story, Said{"9", 0}}).state;
    const State next = after(edition, {begin, story, Said{"9", 0}, Said{"by myself", 0}}).state;
    const Bytes whole = encode(next);
    const Bytes change = encode_change(before, next);
    std::printf(
        "\na state takes %zu bytes, the change of a turn %zu\n", whole.size(), change.size());
    bench.any("encode", [&] { encode(next); });
    bench.any("decode", [&] { decode(whole, edition); });
    bench.any("encode the change", [&] { encode_change(before, next); });
    bench.any(
        "apply the change (and copy the state)", [&] { apply_change(before, change, edition); });
}

}  // namespace

int main() {
    const auto compiled =
        dialog::compile({{"defaults/en.json", defaults}, {"t.json", talk}}, "bench");
    if (!compiled.edition) {
        for (const Problem& problem : compiled.problems.list) {
            std::fprintf(stderr, "%s\n", to_text(problem).c_str());
        }
        return 1;
    }
    const double yard = yardstick();
    std::printf("yardstick: a lookup among 500 words in a std::map, %.0f ns\n\n", yard);
    Bench bench(compiled.edition, yard);
    measure_turns(bench, compiled.edition);
    measure_stored(bench, compiled.edition);
    return 0;
}
