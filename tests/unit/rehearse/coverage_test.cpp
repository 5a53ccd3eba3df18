#include "rehearse/coverage.h"

#include <catch2/catch.hpp>

#include "tests_of.h"

using namespace attune::rehearse;

namespace {

// "first / heat: skip"
std::vector<std::string> missing_in(const std::vector<QuestionCoverage>& questions) {
    std::vector<std::string> lines;
    for (const QuestionCoverage& question : questions) {
        std::string line;
        for (const Way& way : question.missing)
            line += (line.empty() ? ": " : ", ") + in_words(way);
        if (!line.empty()) lines.push_back(question.place + line);
    }
    return lines;
}

}  // namespace

TEST_CASE("ways that nobody walked are named, question by question") {
    Coverage coverage;
    play(
        R"({ "them": "very" }, { "them": "3" }, { "them": "me" }, { "taps": "go_on" })",
        "",
        &coverage);
    const auto edition = heat_and_words();
    const auto questions = coverage.of(*edition->find("talk"));
    CHECK(
        missing_in(questions) ==
        std::vector<std::string>{
            "first / heat: skip", "second / enough: yes_it_is, not understood"});
    const Counts counts = total_of(questions);
    CHECK(sum_of(counts).walked == 4);
    CHECK(sum_of(counts).all == 7);
    CHECK(counts[static_cast<std::size_t>(WayKind::skip)].all == 1);
    CHECK(counts[static_cast<std::size_t>(WayKind::skip)].walked == 0);
    CHECK(counts[static_cast<std::size_t>(WayKind::silence)].all == 0);
}

TEST_CASE("each language is walked by itself") {
    const auto edition = heat_and_words();
    const auto& dialog = *edition->find("talk");
    Step step;
    step.asked = "talk: first / heat";
    step.language = "de";
    step.reading.how = attune::engine::How::number;
    Coverage coverage;
    coverage.add(step);
    CHECK(coverage.languages_of(dialog) == std::vector<std::string>{"en", "de"});
    CHECK(sum_of(total_of(coverage.of(dialog, "en"))).walked == 0);
    CHECK(sum_of(total_of(coverage.of(dialog, "de"))).walked == 1);
    CHECK(sum_of(total_of(coverage.of(dialog))).walked == 1);
}
