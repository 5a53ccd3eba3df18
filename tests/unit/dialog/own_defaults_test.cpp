// The project's own defaults: each language whole, and read as people write it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

#include "tests/support/edition.h"

using namespace attune;
using nlohmann::json;

namespace {

json file_of(const std::string& language) {
    return json::parse(std::ifstream(ATTUNE_SOURCE_DIR "/dialogs/defaults/" + language + ".json"));
}

// Every key whose value is words the bot says or a group of tables; number and day words differ.
void add_keys(const json& object, const std::string& above, std::set<std::string>& keys) {
    static const std::set<std::string> words{
        "numbers",
        "inside numbers",
        "days",
        "ordinals",
        "counts",
        "hours",
        "minutes",
        "before the hour",
        "clock times"};
    for (const auto& [key, value] : object.items()) {
        if (key == "note") continue;
        keys.insert(above + key);
        if (value.is_object() && !words.contains(key)) add_keys(value, above + key + " / ", keys);
    }
}

std::set<std::string> keys_of(const std::string& language) {
    std::set<std::string> keys;
    add_keys(file_of(language), "", keys);
    return keys;
}

// The places to fill of a sentence: "{limit}".
std::multiset<std::string> places_of(const std::string& sentence) {
    std::multiset<std::string> places;
    for (std::size_t at = sentence.find('{'); at != std::string::npos;
         at = sentence.find('{', at + 1)) {
        places.insert(sentence.substr(at, sentence.find('}', at) + 1 - at));
    }
    return places;
}

}  // namespace

TEST_CASE("each language has all that English has") {
    for (const std::string language : {"de", "es"}) {
        INFO(language);
        CHECK(keys_of(language) == keys_of("en"));
    }
}

TEST_CASE("a sentence has the same places to fill in each language") {
    const json english = file_of("en").at("says");
    for (const std::string language : {"de", "es"}) {
        const json own = file_of(language).at("says");
        for (const auto& [key, sentence] : english.items()) {
            INFO(language << ": " << key);
            CHECK(places_of(own.at(key)) == places_of(sentence));
        }
    }
}

TEST_CASE("a phrase of the defaults means one thing in its language") {
    for (const std::string language : {"en", "de", "es"}) {
        const auto& defaults = test::own_defaults(language);
        std::set<std::string> taken;
        for (const auto* list : {&defaults.yes, &defaults.no, &defaults.neither}) {
            std::set<std::string> own;
            for (const auto& phrase : *list) own.insert(words::fold(phrase, language));
            for (const auto& phrase : own) {
                INFO(language << ": " << phrase);
                CHECK(taken.insert(phrase).second);
            }
        }
    }
}
