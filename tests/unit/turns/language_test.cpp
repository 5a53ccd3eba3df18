#include <catch2/catch.hpp>

#include "tests/support/edition.h"
#include "tests/unit/turns/evening.h"

using namespace attune;
using namespace attune::turns;

namespace {

std::map<std::string, std::string> files_in_two_languages() {
    auto files = evening_files();
    files["welcome.json"] = test::dialog_file(
        "welcome",
        R"("s": [ { "say": "Good evening." },
                  { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } },
                  { "ask": "Better?", "as": "better", "answer": "yes or no" }, { "end": "Bye." } ])");
    files["defaults/de.json"] = test::german_defaults();
    files["translations/de/welcome.json"] = test::german(
        "welcome",
        {{"A talk", "Ein Gespräch"},
         {"Good evening.", "Guten Abend."},
         {"How hot?", "Wie heiß?"},
         {"Better?", "Besser?"},
         {"Bye.", "Bis bald."}});
    return files;
}

OpenTalk german_hello() {
    OpenTalk open = first_hello(ana);
    open.manners.locale = "de-AT";
    return open;
}

}  // namespace

TEST_CASE("a page in German gets the talk in German, and says so") {
    store::MemoryStore store;
    EditionShelf editions(files_in_two_languages());
    House house(store, editions);

    const auto opened = house.ask_for<Opened>(german_hello());
    CHECK(opened.locale == "de");
    CHECK(opened.title == "Ein Gespräch");
    CHECK(texts(opened.messages) == std::vector<std::string>{"Guten Abend.", "Wie heiß?"});
    CHECK(opened.messages.back().lang == "de");

    Arrival arrival = first_sends(ana, "m1", Said{"neun", 2}, opened);
    arrival.manners.locale = "de-AT";
    const auto accepted = house.ask_for<Accepted>(arrival);
    CHECK(texts(accepted.messages) == std::vector<std::string>{"neun", "Besser?"});
}

TEST_CASE("somebody who comes back in another language finds the talk as it was") {
    store::MemoryStore store;
    EditionShelf editions(files_in_two_languages());
    {
        House house(store, editions);
        const auto opened = house.ask_for<Opened>(german_hello());
        Arrival arrival = first_sends(ana, "m1", Said{"9", 2}, opened);
        arrival.manners.locale = "de-AT";
        house.ask_for<Accepted>(arrival);
    }
    House house(store, editions);
    OpenTalk again = hello(ana);
    again.manners.locale = "en";
    const auto opened = house.ask_for<Opened>(again);
    CHECK(opened.locale == "de");
    CHECK(opened.open_form.options.at(0).label == "Ja");
}

TEST_CASE("a page in another language gets the author's") {
    store::MemoryStore store;
    EditionShelf editions(files_in_two_languages());
    House house(store, editions);
    OpenTalk open = first_hello(ana);
    open.manners.locale = "fr";
    const auto opened = house.ask_for<Opened>(open);
    CHECK(opened.locale == "en");
    CHECK(texts(opened.messages) == std::vector<std::string>{"Good evening.", "How hot?"});
}
