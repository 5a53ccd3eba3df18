#include "rehearse/rehearsal.h"

#include <catch2/catch.hpp>

#include "tests_of.h"

using namespace attune;
using namespace attune::rehearse;

namespace {

Rehearsal rehearsal_of(dialog::EditionPtr edition) {
    return Rehearsal(std::move(edition), Instant{}, "Etc/UTC", 1);
}

}  // namespace

TEST_CASE("a rehearsal numbers its messages like a person's talk") {
    Rehearsal rehearsal = rehearsal_of(heat_and_words());
    rehearsal.begin("talk");
    rehearsal.take(Said{"3", rehearsal.asked()});
    Seq expected = 0;
    for (const Message& message : rehearsal.said()) CHECK(message.seq == ++expected);
    CHECK(expected == 4);
}

TEST_CASE("it tells which scenes were entered, and only newly") {
    Rehearsal rehearsal = rehearsal_of(heat_and_words());
    CHECK(rehearsal.begin("talk").entered == std::vector<std::string>{"talk", "talk / first"});
    const Step step = rehearsal.take(Said{"9", rehearsal.asked()});
    CHECK(step.entered == std::vector<std::string>{"talk / a breath", "talk / second"});
    CHECK(step.asked == "talk: first / heat");
}

TEST_CASE("a test that begins inside a loop is in its first round") {
    const auto edition = test::edition_of({{"talk.json", test::dialog_file("talk", R"(
        "first": [
          { "repeat": [
              { "repeat": [ { "ask": "Again?", "as": "again", "answer": "yes or no" } ],
                "as": "inner", "at most": 2 } ],
            "as": "outer", "at most": 2 },
          { "end": "Enough." } ])")}});
    Rehearsal rehearsal = rehearsal_of(edition);
    Standing standing;
    standing.question = dialog::QuestionIndex{0};
    rehearsal.begin_at(standing);
    int rounds = 0;
    while (!rehearsal.state().ended() && rounds < 10) {
        rehearsal.take(Said{"yes", rehearsal.asked()});
        ++rounds;
    }
    CHECK(rounds == 4);
}
