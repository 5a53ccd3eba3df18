#include "rehearse/update_test.h"

#include <catch2/catch.hpp>

#include "tests_of.h"

using namespace attune::rehearse;
using Catch::Contains;

namespace {

// The file after the update; its tests hold then, unless `holds` says otherwise.
std::string updated(const std::string& content, bool holds = true) {
    const auto edition = heat_and_words();
    const auto file = read(content, edition);
    REQUIRE(file.has_value());
    std::vector<Edit> edits;
    for (const auto& test : file->tests) {
        for (Edit& edit : updates_for(test, edition, content)) edits.push_back(std::move(edit));
    }
    const std::string text = with_edits(content, edits);
    const auto again = read(text, edition);
    INFO(text);
    REQUIRE(again.has_value());
    Coverage coverage;
    for (const auto& test : again->tests) CHECK(!run_test(test, edition, coverage) == holds);
    return text;
}

}  // namespace

TEST_CASE("an update changes the values that do not hold, and nothing else") {
    const std::string before = R"({ "dialog": "talk", "tests": [
  // the start
  { "name": "a test", "talk": [
      { "bot": "Good morning." },   // was it?
      { "bot": "How hot?" }, { "them": "nine" },
      { "visits": "second" },
      { "rests at": "first / heat" },
      { "them": "bedtime" }, { "keeps": "dinner \"time\"" },
      { "ends": true } ] } ] })";
    std::string after = before;
    const auto change = [&](const std::string& from, const std::string& to) {
        after.replace(after.find(from), from.size(), to);
    };
    change("\"Good morning.\"", "\"Good evening.\"");
    change("\"first / heat\"", "\"second / matter\"");
    change(R"("dinner \"time\"")", "\"bedtime\"");
    change("true", "false");
    CHECK(updated(before) == after);
}

TEST_CASE("a list of all messages keeps what holds, and its layout") {
    CHECK(
        updated(R"({ "dialog": "talk", "tests": [ { "name": "a test", "talk": [
      { "bot says": [
          "Good day.",
          "How hot?" ] },
      { "them": "9" }, { "bot says": [ "Breathe." ] } ] } ] })") ==
        R"({ "dialog": "talk", "tests": [ { "name": "a test", "talk": [
      { "bot says": [
          "Good evening.",
          "How hot?" ] },
      { "them": "9" }, { "bot says": [ "Breathe.", "What was it?" ] } ] } ] })");
}

TEST_CASE("the message that is most like the old one takes its place") {
    const std::string talk =
        R"({ "them": "9" }, { "bot": "What was that?" }, { "them": "x" }, { "bot": "Is it enough?" })";
    const std::string text = updated(file_with(talk));
    CHECK_THAT(text, Contains("\"What was it?\"") && Contains("\"Enough?\""));
}

TEST_CASE("two changed lines take two messages in their order") {
    const std::string text = updated(file_with(R"({ "bot": "Hot?" }, { "bot": "Or what?" })"));
    CHECK_THAT(text, Contains(R"({ "bot": "Good evening." }, { "bot": "How hot?" })"));
}

TEST_CASE("what nothing can be put into stays, and fails") {
    const std::string more = file_with(R"({ "bot": "How hot?" }, { "bot": "And then?" })");
    CHECK(updated(more, false) == more);
    const std::string gone = file_with(R"({ "them": "3" }, { "taps": "no such" })");
    CHECK(updated(gone, false) == gone);
}

TEST_CASE("wordings that vary are found and put in place of the old ones") {
    const auto edition = attune::test::edition_of(
        {{"talk.json",
          attune::test::dialog_file(
              "talk",
              R"("first": [ { "say": { "one of": ["One.", "Two.", "Three."] } }, { "end": "So." } ])")}});
    const std::string content = file_with(R"({ "bot": { "one of": ["One.", "Tow.", "Three."] } })");
    const auto file = read(content, edition);
    REQUIRE(file.has_value());
    const bool heard_tow = !updates_for(file->tests[0], edition, content).empty();
    const std::string worse = file_with(R"({ "bot": { "one of": ["Eins.", "Two.", "Drei."] } })");
    const auto other = read(worse, edition);
    REQUIRE(other.has_value());
    const auto edits = updates_for(other->tests[0], edition, worse);
    const std::string text = with_edits(worse, edits);
    INFO(text << heard_tow);
    if (!edits.empty()) {
        CHECK_THAT(text, Contains("One.") && Contains("Two.") && Contains("Three."));
        CHECK_THAT(text, !Contains("Eins.") && !Contains("Drei."));
    }
    CHECK((heard_tow || !edits.empty()));
}
