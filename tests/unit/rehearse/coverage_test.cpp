#include "rehearse/coverage.h"

#include <catch2/catch.hpp>

#include "tests_of.h"

using namespace attune::rehearse;

TEST_CASE("ways that nobody walked are named, question by question") {
    Coverage coverage;
    play(
        R"({ "them": "very" }, { "them": "3" }, { "them": "me" }, { "taps": "go_on" })",
        "",
        &coverage);
    const auto edition = heat_and_words();
    const auto& dialog = *edition->find("talk");
    CHECK(
        coverage.missing(dialog) ==
        std::vector<std::string>{
            "first / heat: skip", "second / enough: yes_it_is, not understood"});
    CHECK(coverage.count(dialog).walked == 4);
    CHECK(coverage.count(dialog).all == 7);
}
