#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

const char* const varied = R"("s": [
    { "say": { "one of": ["That is heavy.", "No wonder.", "I see."] } },
    { "ask": "Again?", "as": "again", "answer": "yes or no" },
    { "if": "again is yes", "then": [ { "go": "s" } ] }, { "end": "bye" } ])";

std::string first_line(std::uint64_t seed) {
    static const dialog::EditionPtr edition = edition_with(varied);
    return Talk(edition, seed).bot().front();
}

}  // namespace

TEST_CASE("the same seed says the same words, on every machine and for ever") {
    CHECK(first_line(7) == first_line(7));
    CHECK(first_line(1) == "I see.");
    CHECK(first_line(2) == "That is heavy.");
    CHECK(first_line(3) == "No wonder.");
}

TEST_CASE("every wording is met by someone, about equally often") {
    std::map<std::string, int> met;
    for (std::uint64_t seed = 0; seed < 300; ++seed) ++met[first_line(seed)];
    REQUIRE(met.size() == 3);
    for (const auto& [line, times] : met) {
        INFO(line);
        CHECK(times > 70);
        CHECK(times < 130);
    }
}

TEST_CASE("coming again may meet another wording") {
    std::set<std::string> met;
    Talk talk(varied);
    for (int i = 0; i < 12; ++i) {
        met.insert(talk.bot().front());
        talk.says("yes");
    }
    CHECK(met.size() == 3);
}
