#include <catch2/catch.hpp>
#include <set>

#include "engine/read.h"
#include "engine/stored.h"
#include "tests/unit/engine/walker.h"

using namespace attune;
using namespace attune::engine;

namespace {

constexpr std::uint64_t walks_a_dialog = 40;
constexpr int steps_a_walk = 30;

void check_stored_form(const Walker::Step& step) {
    const State& after = step.after.next;
    const auto read = decode(encode(after), after.edition);
    REQUIRE(read.has_value());
    REQUIRE(*read == after);
    REQUIRE(encode(*read) == encode(after));
}

void check_change(const Walker::Step& step) {
    const State& after = step.after.next;
    const Bytes change = encode_change(step.before, after);
    const auto applied = apply_change(step.before, change, after.edition);
    REQUIRE(applied.has_value());
    REQUIRE(*applied == after);
}

// Numbers go on without a gap; hers comes first; what is open stands on the last of ours.
void check_messages(const Walker::Step& step) {
    const auto& messages = step.after.messages;
    REQUIRE(messages.size() <= dialog::max_messages_a_turn + 1);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        REQUIRE(messages[i].seq == step.last + 1 + static_cast<Seq>(i));
        REQUIRE((messages[i].from == Speaker::attune || i == 0));
        const bool shows = i + 1 == messages.size() && messages[i].from == Speaker::attune &&
                           !step.after.next.ended();
        REQUIRE((messages[i].asked != 0) == shows);
        REQUIRE(messages[i].input.has_value() == shows);
        if (!shows) continue;
        const State& state = step.after.next;
        REQUIRE(messages[i].asked == state.frames.back().asked);
        REQUIRE(*messages[i].input == form_of_open_question(state, Profile{}, Moment{}));
    }
}

// A talk rests at a question that something answers; what is stale leaves it as it was.
void check_rest(const Walker::Step& step) {
    const State& state = step.after.next;
    const How how = step.after.reading.how;
    if (!state.ended()) REQUIRE(open_question(state) != nullptr);
    if (how == How::stale || how == How::out_of_place) REQUIRE(state == step.before);
    if (step.fits) REQUIRE((answers(how) || how == How::check_failed));
}

void replay(const dialog::EditionPtr& edition, const std::vector<Walker::Step>& walk) {
    State state;
    state.edition = edition;
    for (const Walker::Step& step : walk) {
        const Outcome outcome = walk_turn(edition, std::move(state), step.last, step.input);
        REQUIRE(outcome.messages == step.after.messages);
        REQUIRE(encode(outcome.next) == encode(step.after.next));
        state = outcome.next;
    }
}

void walk(const dialog::EditionPtr& edition, const std::string& dialog, std::uint64_t seed) {
    INFO("dialog " << dialog << ", seed " << seed);
    Walker walker(edition, dialog, seed);
    std::vector<Walker::Step> steps;
    for (int i = 0; i < steps_a_walk; ++i) {
        steps.push_back(walker.next());
        INFO("step " << i << " at " << place_of(steps.back().before));
        check_stored_form(steps.back());
        check_change(steps.back());
        check_messages(steps.back());
        check_rest(steps.back());
    }
    replay(edition, steps);
}

}  // namespace

TEST_CASE("the laws of a turn hold on random walks over all dialogs in the tree", "[walks]") {
    for (const dialog::EditionPtr& edition : editions_to_walk()) {
        for (const dialog::Dialog& dialog : edition->dialogs) {
            for (std::uint64_t i = 0; i < walks_a_dialog; ++i) walk(edition, dialog.name, i);
        }
    }
}

TEST_CASE("random walks come to every question of the golden conversations", "[walks]") {
    auto editions = editions_to_walk();
    editions.erase(editions.begin());  // the tree has dialogs that only a visit with words reaches
    for (const dialog::EditionPtr& edition : editions) {
        std::set<std::pair<std::string, std::string>> met;
        std::size_t questions = 0;
        for (const dialog::Dialog& dialog : edition->dialogs) {
            questions += dialog.questions.size();
            for (std::uint64_t seed = 0; seed < walks_a_dialog; ++seed) {
                Walker walker(edition, dialog.name, seed);
                for (int i = 0; i < steps_a_walk; ++i) {
                    walker.next();
                    if (walker.state().ended()) continue;
                    const auto top = walker.state().frames.back().dialog;
                    met.emplace(edition->dialogs[top].name, place_of(walker.state()));
                }
            }
        }
        INFO("first dialog " << edition->dialogs.front().name);
        CHECK(met.size() == questions);
    }
}
