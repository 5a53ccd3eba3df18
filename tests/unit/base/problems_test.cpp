#include "base/problems.h"

#include <catch2/catch.hpp>

using namespace attune;

namespace {

Problem a_problem() {
    Problem problem;
    problem.number = "A214";
    problem.place = {"dialogs/after-i-shouted.json", 31, 22, 9};
    problem.what = "\"older\" is no scene or dialog";
    problem.mend = "Did you mean \"shared/older-than-today\"?";
    problem.source_line = "    \"when\": { \"visit\": \"older\" }";
    problem.place.column = 24;
    problem.place.length = 7;
    return problem;
}

}  // namespace

TEST_CASE("a problem shows its place, its line, a mark under the fault, and the mend") {
    CHECK(
        to_text(a_problem()) ==
        "dialogs/after-i-shouted.json:31:24  error A214  \"older\" is no scene or dialog\n"
        "  31 | \"when\": { \"visit\": \"older\" }\n"
        "     |                    ^^^^^^^\n"
        "  Did you mean \"shared/older-than-today\"?   attune explain A214\n");
}

TEST_CASE("a long line is cut around the mark, and columns count letters, not bytes") {
    Problem problem = a_problem();
    problem.source_line = std::string(200, 'a') + "„ü“" + std::string(200, 'b');
    problem.place.column = 201;
    problem.place.length = 3;
    const std::string text = to_text(problem, Colours::none, 60);
    const auto mark = text.find('^');
    REQUIRE(mark != std::string::npos);
    CHECK(text.find("„ü“") != std::string::npos);
    CHECK(text.find("^^^") != std::string::npos);
    CHECK(text.find("^^^^") == std::string::npos);
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos;) {
        CHECK(end - at < 90);
        at = end + 1;
    }
}

TEST_CASE("colours are used only where they are asked for") {
    CHECK(to_text(a_problem()).find('\x1b') == std::string::npos);
    CHECK(to_text(a_problem(), Colours::terminal).find('\x1b') != std::string::npos);
}

TEST_CASE("the summary counts by severity and by file") {
    Problems problems;
    CHECK(summary(problems) == "No problems.");
    problems.list = {a_problem(), a_problem()};
    problems.list[1].severity = Severity::hint;
    CHECK(summary(problems) == "1 error, 1 hint in 1 file.");
    CHECK(problems.has_errors());
}

TEST_CASE("the nearest right word is offered, but not a far one") {
    CHECK(nearest("sya", {"ask", "say", "set"}) == "say");
    CHECK(
        nearest("shared/older-than-tody", {"shared/three-breaths", "shared/older-than-today"}) ==
        "shared/older-than-today");
    CHECK(nearest("elephant", {"ask", "say", "set"}).empty());
}
