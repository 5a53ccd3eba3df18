#include "rehearse/write_test.h"

#include <catch2/catch.hpp>

#include "rehearse/json_text.h"
#include "rehearse/span_of_time.h"
#include "tests_of.h"

using namespace attune;
using namespace attune::rehearse;
using namespace std::chrono_literals;
using Catch::Contains;

namespace {

ConversationTest had(const std::string& name, std::vector<TalkLine> lines) {
    ConversationTest talk;
    talk.name = name;
    talk.talk = std::move(lines);
    return talk;
}

std::string put_into(const std::string& content, const ConversationTest& talk) {
    const auto written = written_test(talk, heat_and_words());
    const auto text = with_test(
        dialog::SourceFile("talk.test.json", content), content, "talk", talk.name, written);
    REQUIRE(text.has_value());
    return *text;
}

const ConversationTest to_the_end =
    had("she said \"enough\" \\ and went",
        {{{}, Them{"very\n\"hot\""}, {}},
         {{}, After{26h}, {}},
         {{}, Taps{{}, Decimal::whole(9)}, {}},
         {{}, Them{"bedtime"}, {}},
         {{}, Taps{{"yes_it_is"}, {}}, {}}});

}  // namespace

TEST_CASE("a talk that was had becomes a test that holds, in a file of its own") {
    const std::string content = put_into("", to_the_end);
    INFO(content);
    const auto file = read(content, heat_and_words());
    REQUIRE(file.has_value());
    REQUIRE(file->tests.size() == 1);
    CHECK(file->tests[0].name == to_the_end.name);
    Coverage coverage;
    CHECK_FALSE(run_test(file->tests[0], heat_and_words(), coverage));
    CHECK_THAT(content, Contains("{ \"after\": \"26 hours\" }") && Contains("{ \"taps\": 9 }"));
    CHECK_THAT(content, Contains("{ \"keeps\": \"bedtime\" }") && Contains("{ \"ends\": true }"));
}

TEST_CASE("a talk that was left rests where it was left") {
    const std::string content = put_into("", had("left", {{{}, Them{"3"}, {}}}));
    CHECK_THAT(content, Contains("{ \"rests at\": \"second / matter\" } ] }"));
}

TEST_CASE("a test is put behind those that are there, and what stands there stays") {
    const std::string before = R"({ "dialog": "talk", "tests": [
    { "name": "one", "talk": [ { "bot": "How hot? ]}" } ] } // the first
  ] })";
    const std::string after = put_into(before, to_the_end);
    CHECK_THAT(after, Contains("}, // the first\n\n    { \"name\""));
    const auto file = read(after, heat_and_words());
    REQUIRE(file.has_value());
    CHECK(file->tests.size() == 2);
    CHECK(
        read(put_into(R"({ "dialog": "talk", "tests": [] })", to_the_end), heat_and_words())
            ->tests.size() == 1);
}

TEST_CASE("a name that is taken, and a broken file, are problems") {
    const std::string content = put_into("", to_the_end);
    const auto again =
        with_test(dialog::SourceFile("f", content), content, "talk", to_the_end.name, "{}");
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().list.front().number == "A608");
    CHECK_FALSE(with_test(dialog::SourceFile("f", "{ ]"), "{ ]", "talk", "x", "{}").has_value());
}

TEST_CASE("wordings that vary are written as such") {
    const auto edition = test::edition_of(
        {{"talk.json",
          test::dialog_file(
              "talk",
              R"("first": [ { "say": { "one of": ["One.", "Two."] } }, { "end": "So." } ])")}});
    CHECK_THAT(
        written_test(had("varied", {}), edition),
        Contains("{ \"one of\": [") && Contains("\"One.\"") && Contains("\"Two.\""));
}

TEST_CASE("the end of a value is found behind texts, brackets and comments") {
    const auto end_of = [](const std::string& text) {
        return text.substr(0, end_of_value(text, 0));
    };
    CHECK(end_of(R"({ "a": "}\"" // }
 , "b": [1, 2] } , 3)") == R"({ "a": "}\"" // }
 , "b": [1, 2] })");
    CHECK(end_of("true, false") == "true");
    CHECK(end_of("12]") == "12");
    CHECK(end_of("\"a\\\\\" ]") == "\"a\\\\\"");
}

TEST_CASE("spans of time are written as they are read") {
    for (const auto* text : {"26 hours", "1 day", "90 minutes", "1.5 seconds", "0 seconds"}) {
        CHECK(span_text(*span_of_time(text)) == text);
    }
}
