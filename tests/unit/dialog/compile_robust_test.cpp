// Whatever stands in a file, compiling says what is wrong and never breaks.
#include <catch2/catch.hpp>

#include <random>

#include "problems_of.h"

using namespace attune;
using namespace attune::test;

namespace {

const std::string whole = R"({ "dialog": "talk", "title": "T", "language": "en",
  "given": { "moment": "long text", "which": { "choose": { "a": "A", "b": "B" } } },
  "scenes": {
    "start": [
      { "say": ["Hello.", { "one of": ["x", ["y", "z"]] }] },
      { "ask": "How?", "as": "heat", "answer": { "scale": [0, 10], "low": "l", "high": "h" },
        "if unclear": ["a", ["b", "c"]], "still unclear": { "go": "end" }, "may skip": true,
        "check": { "that": "heat > 1", "say": "More." } },
      { "ask": "Which?", "as": "pick", "answer": { "choose many": { "k": "K", "l": "L" }, "at least": 0 },
        "hear": { "k": ["kk"], "l": "ll" }, "private": true },
      { "if": "heat > 3", "then": [ { "keep": "{heat}" } ], "else": [ { "go": "end" } ] },
      { "match": "heat", "when": { "0..3": [ { "say": "c" } ] }, "otherwise": [] },
      { "repeat": [ { "set": { "n": "round + 1", "m": 3 } } ], "as": "round", "until": "n > 3", "at most": 4 },
      { "visit": "end", "as": "inner" },
      { "visit": "other", "give": { "x": "heat" }, "take": { "got": "y" } },
      { "pause": "20 seconds", "breathe": true },
      { "end": "Bye.", "start": "other" } ],
    "end": [ { "return": true } ] } })";

const std::string other =
    R"({ "dialog": "other", "title": "O", "language": "en", "given": { "x": "number" },
  "scenes": { "s": [ { "ask": "?", "as": "y", "answer": "yes or no" } ] } })";

// Begin and length of each string, number, true and whole {…} or […] of the file.
std::vector<std::pair<std::size_t, std::size_t>> values_of(const std::string& file) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < file.size(); ++i) {
        if (file[i] == '"') {
            const std::size_t end = file.find('"', i + 1);
            found.emplace_back(i, end + 1 - i);
            i = end;
        } else if (file[i] == '{' || file[i] == '[') {
            open.push_back(i);
        } else if (file[i] == '}' || file[i] == ']') {
            found.emplace_back(open.back(), i + 1 - open.back());
            open.pop_back();
        }
    }
    return found;
}

// Either an edition, or an error that says why not; each at a place that is there.
void check_sane(const std::string& file) {
    INFO(file);
    std::map<std::string, std::string> files = {
        {"defaults/en.json", small_defaults()}, {"talk.json", file}, {"other.json", other}};
    const auto compiled = dialog::compile(files, "dialogs");
    const bool sane = (compiled.edition != nullptr) != compiled.problems.has_errors();
    if (!sane) FAIL("neither an edition nor an error");
    for (const Problem& problem : compiled.problems.list) {
        if (problem.what.empty() || problem.mend.empty())
            FAIL("a problem without words: " + problem.number);
    }
}

}  // namespace

TEST_CASE("the file of this test is whole") {
    const auto problems = problems_of({{"talk.json", whole}, {"other.json", other}});
    for (const Problem& problem : problems.list) UNSCOPED_INFO(to_text(problem));
    CHECK_FALSE(problems.has_errors());
}

TEST_CASE("any value in place of any other gives an edition or an error") {
    for (const auto& [at, length] : values_of(whole)) {
        for (const char* value : {"5", "\"start\"", "[]", "{}", "null", "[[{}]]"}) {
            std::string file = whole;
            check_sane(file.replace(at, length, value));
        }
    }
}

TEST_CASE("bytes changed by chance give an edition or an error") {
    std::mt19937 random(20261125);
    for (int round = 0; round < 200; ++round) {
        std::string file = whole;
        for (int change = 0; change < 3; ++change) {
            file[random() % file.size()] = whole[random() % whole.size()];
        }
        check_sane(file);
    }
}
