#include <catch2/catch.hpp>

#include "tests_of.h"

using namespace attune::rehearse;
using Catch::Contains;

namespace {

attune::Problem only_problem(const std::string& talk, const std::string& more = "") {
    const auto file = read(file_with(talk, more), heat_and_words());
    REQUIRE_FALSE(file.has_value());
    const attune::Problems problems = file.error();
    REQUIRE(problems.list.size() == 1);
    return problems.list.front();
}

}  // namespace

TEST_CASE("a line that is unknown is named, with the nearest right one") {
    const auto problem = only_problem(R"({ "thm": "3" })");
    CHECK(problem.number == "A603");
    CHECK_THAT(problem.mend, Contains("\"them\""));
}

TEST_CASE("a line of a later version is refused by name") {
    CHECK(only_problem(R"({ "schedules": "mending-check" })").number == "A604");
}

TEST_CASE("places, answers and visits that do not exist are found when the file is read") {
    const std::string talk = R"({ "them": "3" })";
    CHECK(only_problem(talk, R"("start at": "frst / heat", )").number == "A602");
    CHECK(only_problem(talk, R"("start at": "first / heta", )").number == "A640");
    CHECK(only_problem(talk, R"("with": { "heta": 3 }, )").number == "A641");
    CHECK(only_problem(talk, R"("with": { "heat": "hot" }, )").number == "A607");
    CHECK(only_problem(talk, R"("at": "this evening", )").number == "A609");
    CHECK(only_problem(R"({ "language": "eng" })").number == "A610");
    CHECK(only_problem(talk, R"("start at": "first / heat / more", )").number == "A640");
    CHECK(only_problem(R"({ "visits": "a breth" })").number == "A643");
    CHECK(only_problem(R"({ "after": "soon" })").number == "A606");
}

TEST_CASE("all that is wrong comes at once, each at its place") {
    const std::string content = R"({ "dialog": "talk", "tests": [
      { "name": "one", "talk": [ { "thm": "3" } ] },
      { "name": "one", "talk": [ { "them": "3", "bot": "4" } ] },
      { "talk": [] } ] })";
    const auto file = read(content, heat_and_words());
    REQUIRE_FALSE(file.has_value());
    std::vector<std::pair<std::string, int>> found;
    const attune::Problems problems = file.error();
    for (const auto& problem : problems.list)
        found.emplace_back(problem.number, problem.place.line);
    CHECK(
        found == std::vector<std::pair<std::string, int>>{
                     {"A603", 2}, {"A608", 3}, {"A605", 3}, {"A601", 4}});
}

TEST_CASE("a broken test file says where the JSON broke") {
    const auto file = read("{ \"dialog\": \"talk\"\n  \"tests\": [] }", heat_and_words());
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().list.front().number == "A101");
}
