// What a message shows beside its words: a link, a picture.
#include <catch2/catch.hpp>

#include "dialog/pictures.h"
#include "tests/support/edition.h"
#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

TEST_CASE("a link goes with the last message of its step") {
    Talk talk(R"("s": [
        { "ask": "Who?", "as": "who", "answer": "text" },
        { "say": ["One.", "Two."], "link": { "to": "tel:112", "label": "Call {who}" } },
        { "say": "Three." },
        { "end": "bye" } ])");
    talk.says("Ana");
    const auto& messages = talk.turn().messages;
    CHECK(talk.bot() == Lines{"One.", "Two.", "Three.", "bye"});
    CHECK_FALSE(messages[1].link);
    CHECK(messages[2].link == Link{"tel:112", "Call Ana"});
    CHECK_FALSE(messages[3].link);
}

TEST_CASE("a link whose words come out empty still comes") {
    Talk talk(R"("s": [
        { "ask": "Who?", "as": "who", "answer": "text", "may skip": true },
        { "say": "{who or \"\"}", "link": { "to": "tel:112", "label": "Call" } },
        { "end": "bye" } ])");
    talk.skips();
    CHECK(talk.bot() == Lines{"", "bye"});
    CHECK(talk.turn().messages[0].link == Link{"tel:112", "Call"});
}

TEST_CASE("a picture goes with the last message, named by its content, with what it shows") {
    const std::string png = "\x89PNG\r\n\x1a\n";
    const auto edition = test::edition_of(
        {{"t.json", test::dialog_file("t", R"("s": [
              { "say": ["One.", "Two."], "picture": "lamp.png", "shows": ["A lamp.", "It is on."],
                "link": { "to": "https://example.org", "label": "More" } },
              { "end": "bye" } ])")},
         {"pictures/lamp.png", png}});
    Talk talk(edition);
    const auto& messages = talk.turn().messages;
    CHECK_FALSE(messages[0].picture);
    REQUIRE(messages[1].picture);
    CHECK(messages[1].picture->file == dialog::picture_file("pictures/lamp.png", png));
    CHECK(messages[1].picture->shows == "A lamp.\nIt is on.");
    CHECK(messages[1].link);
}
