#include <catch2/catch.hpp>

#include "tests_of.h"

using namespace attune;
using namespace attune::rehearse;

namespace {

dialog::EditionPtr two_languages() {
    return test::edition_of(
        {{"talk.json", test::dialog_file("talk", R"("first": [
            { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } },
            { "ask": "Better?", "as": "better", "answer": "yes or no" }, { "end": "Bye." } ])")},
         {"defaults/de.json", test::german_defaults()},
         {"translations/de/talk.json",
          test::german(
              "talk",
              {{"A talk", "Ein Gespräch"},
               {"How hot?", "Wie heiß?"},
               {"Better?", "Besser?"},
               {"Bye.", "Bis bald."}})}});
}

}  // namespace

TEST_CASE("a test is played in the language that its first line names") {
    CHECK_FALSE(play_in(two_languages(), R"({ "name": "in German", "talk": [
        { "language": "de" }, { "bot says": ["Wie heiß?"] }, { "them": "neun" },
        { "bot says": ["Besser?"] }, { "them": "ja" }, { "bot": "Bis bald." } ] })"));
}

TEST_CASE("a test may begin anywhere in another language, and go over to one on its way") {
    CHECK_FALSE(play_in(two_languages(), R"({ "name": "in the middle",
        "start at": "first / better", "talk": [
        { "language": "de" }, { "bot says": ["Besser?"] }, { "language": "en" },
        { "them": "yes" }, { "bot": "Bye." } ] })"));
}
