// The ready lists of the defaults, and questions that ask with them.
#include <catch2/catch.hpp>

#include "problems_of.h"

using namespace attune;
using namespace attune::test;

namespace {

std::string defaults_with(const std::string& lists) {
    std::string defaults = small_defaults();
    return defaults.replace(defaults.rfind('}'), 1, ", \"lists\": " + lists + " }");
}

const char* const feelings = R"({ "feelings": { "own word": "Another word", "groups": [
    { "heading": "Heated", "options": { "angry": "Angry" }, "hear": { "angry": ["mad"] } },
    { "options": { "sad": "Sad" } } ] } })";

Problems problems_with(const std::string& lists, const std::string& steps) {
    return problems_of(
        {{"talk.json", dialog_file("talk", "\"start\": [ " + steps + ", { \"end\": \"Bye.\" } ]")},
         {"defaults/en.json", defaults_with(lists)}});
}

std::vector<std::string> wrong_list(const std::string& list) {
    return numbers(problems_with("{ \"feelings\": " + list + " }", R"({ "say": "Hello." })"));
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("a question with a ready list knows its options everywhere") {
    const auto problems = problems_with(feelings, R"(
        { "ask": "What?", "as": "felt", "answer": { "choose many": "feelings", "at most": 3 },
          "hear": { "sad": ["tearful"] } },
        { "ask": "Which?", "as": "most", "answer": { "choose": "feelings" } },
        { "if": "felt contains angry", "then": [ { "say": "{felt}" } ] },
        { "match": "most", "when": { "angry": [ { "say": "Hot." } ], "sad": [ { "say": "Low." } ] } })");
    for (const Problem& problem : problems.list) UNSCOPED_INFO(to_text(problem));
    CHECK(problems.list.empty());
}

TEST_CASE("words of a ready list and of the question must not mean two things") {
    CHECK(has(
        problems_with(
            feelings,
            R"({ "ask": "What?", "as": "felt", "answer": { "choose": "feelings" }, "hear": { "sad": ["mad"] } })"),
        "A401"));
}

TEST_CASE("an option that is not in the list is named, as any other") {
    CHECK(
        has(problems_with(
                feelings,
                R"({ "ask": "What?", "as": "felt", "answer": { "choose": "feelings" } },
               { "if": "felt is glad", "then": [] })"),
            "A256"));
    CHECK(
        has(problems_with(
                feelings, R"({ "ask": "What?", "as": "felt", "answer": { "choose": "feeling" } })"),
            "A241"));
}

TEST_CASE("what is wrong with a list is told where it stands") {
    CHECK(wrong_list(R"({ "groups": [] })") == Numbers{"A211"});
    CHECK(wrong_list(R"({ "groups": [ { "heading": "Heated" } ] })") == Numbers{"A211", "A201"});
    CHECK(
        wrong_list(R"({ "groups": [ { "options": { "sad": "Sad", "glad": "" } } ] })") ==
        Numbers{"A223"});
    CHECK(
        wrong_list(R"({ "groups": [ { "options": { "sad": "Sad", "not sad": "Fine" } } ] })") ==
        Numbers{"A207"});
    CHECK(
        wrong_list(
            R"({ "groups": [ { "options": { "sad": "Sad" }, "hear": { "glad": ["happy"] } } ] })") ==
        Numbers{"A215"});
    CHECK(
        wrong_list(R"({ "groups": [ { "options": { "sad": "Sad" } } ], "own": "Mine" })") ==
        Numbers{"A203"});
}
