// Conversation tests of questions for a day and a time of day: given, tapped and typed.
#include <catch2/catch.hpp>

#include "rehearse/talk_text.h"
#include "tests_of.h"

using namespace attune;
using namespace attune::rehearse;

namespace {

dialog::EditionPtr day_and_time() {
    return test::edition_of({{"talk.json", test::dialog_file("talk", R"(
        "first": [
          { "ask": "Which day?", "as": "day", "answer": "date", "if unclear": ["A day."] },
          { "ask": "When?", "as": "at", "answer": "time", "if unclear": ["A time."] },
          { "if": "days since day > 1", "then": [ { "say": "It was {day}, at {at}." } ] },
          { "end": "Sleep well." }
        ])")}});
}

Result<TestFile, Problems> read_talk(const std::string& talk, const std::string& more = "") {
    return read(file_with(talk, more), day_and_time());
}

std::optional<Failure> play_talk(const std::string& talk, const std::string& more = "") {
    const auto file = read_talk(talk, more);
    if (!file) throw std::runtime_error(to_text(file.error().list.front()));
    Coverage coverage;
    return run_test(file->tests.front(), day_and_time(), coverage);
}

}  // namespace

TEST_CASE("a day and a time of day can be tapped, typed and given") {
    CHECK_FALSE(play_talk(R"({ "them": "soon" }, { "bot": "A day." },
        { "taps": "2020-02-29" }, { "taps": "21:30" }, { "bot": "It was February 29, 2020, at 9:30 PM." })"));
    CHECK_FALSE(play_talk(
        R"({ "them": "21:05" }, { "bot": "It was December 24, 2019, at 9:05 PM." })",
        R"("start at": "first / at", "with": { "day": "2019-12-24" }, )"));
}

TEST_CASE("what is no day and no time cannot be given or tapped") {
    const std::string talk = R"({ "them": "9:05 pm" })";
    for (const char* with :
         {R"({ "day": "24.12.2019" })", R"({ "day": 3 })", R"({ "at": "9 pm" })"}) {
        const auto file = read_talk(talk, std::string("\"with\": ") + with + ", ");
        REQUIRE_FALSE(file.has_value());
        CHECK(file.error().list.front().number == "A607");
    }
    CHECK(play_talk(R"({ "taps": "2020-02-30" })").has_value());
}

TEST_CASE("the ways to answer each kind are told in a few words") {
    CHECK(ways_to_answer({.kind = AnswerKind::date}) == "a day");
    CHECK(ways_to_answer({.kind = AnswerKind::time}) == "a time of day");
    CHECK(ways_to_answer({.kind = AnswerKind::contact}) == "an e-mail address or a phone number");
}
