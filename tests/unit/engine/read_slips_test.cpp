// Typing slips in answers to closed questions.
#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

Talk at(const std::string& answer, const std::string& more = "") {
    return Talk(
        R"("s": [ { "ask": "Q?", "as": "q", "answer": )" + answer + more +
        R"( }, { "ask": "Done?", "as": "done", "answer": "text" }, { "end": "bye" } ])");
}

const char* const beneath = R"({ "choose": { "alone": "I was alone with all of it",
    "afraid": "Something frightened me", "other": "Something else" } })";
const char* const beneath_hear =
    R"(, "hear": { "alone": ["nobody helped", "lonely"], "afraid": ["afraid", "lovelorn"] })";

// What became of a message: "heard alone", with "(typed>meant)" where a slip was forgiven.
std::string read(Talk talk, const std::string& text) {
    talk.says(text);
    const Reading& reading = talk.turn().reading;
    std::string line;
    switch (reading.how) {
        case How::label:
            line = "label " + reading.matched;
            break;
        case How::heard:
            line = "heard " + reading.matched;
            break;
        case How::number:
            line = "number " + reading.matched;
            break;
        case How::both_fit:
            line = "both";
            for (const auto& option : reading.options) line += ' ' + option;
            break;
        case How::neither:
            line = "neither";
            break;
        case How::skip:
        case How::cannot_skip:
            line = "skip";
            break;
        default:
            line = "unclear";
    }
    for (const auto& word : reading.mended) line += " (" + word.typed + ">" + word.meant + ")";
    return line;
}

std::string chosen(const std::string& text) {
    return read(at(beneath, beneath_hear), text);
}

}  // namespace

TEST_CASE("a slip in a heard word or a label is forgiven, and said") {
    CHECK(chosen("I was afriad, I think") == "heard afraid (afriad>afraid)");
    CHECK(chosen("nobdy helped") == "heard alone (nobdy>nobody)");
    CHECK(chosen("somthing else") == "label other (somthing>something)");
    Talk talk = at(beneath, beneath_hear);
    talk.says("afriad");
    const std::string told = explain(talk.turn().reading, nullptr);
    CHECK(told.find("“afriad” was read as “afraid”") != std::string::npos);
}

TEST_CASE("exact words beat slips over all options") {
    CHECK(chosen("lonley and afraid") == "heard afraid");
    CHECK(chosen("afriad, so lonely") == "heard alone");
}

TEST_CASE("slips of two options are unclear and both are offered") {
    CHECK(chosen("afriad and lonley") == "both alone afraid (afriad>afraid) (lonley>lonely)");
}

TEST_CASE("a word of the language is never taken for another") {
    CHECK(chosen("a lovely evening") == "unclear");
    CHECK(chosen("a loner") == "unclear");
}

TEST_CASE("a mistyped negation is one") {
    CHECK(chosen("nevver afraid") == "unclear");
    CHECK(chosen("never afriad") == "unclear");
}

TEST_CASE("a mistyped phrase such as \"it depends\" is still unclear") {
    CHECK(read(at("\"yes or no\""), "it depnds") == "neither");
}

TEST_CASE("number words may have a slip") {
    const char* const heat = R"({ "scale": [0, 10], "low": "cool", "high": "boiling" })";
    CHECK(read(at(heat), "sveen") == "number 7 (sveen>seven)");
    CHECK(read(at(heat), "there") == "unclear");  // a word, not "three"
    CHECK(read(at(heat), "three") == "number 3");
}

TEST_CASE("an open question takes mistyped words as they are") {
    Talk talk = at("\"long text\"");
    talk.says("I was afriad");
    CHECK((talk.value("q") == dialog::Value{dialog::Words{"I was afriad"}}));
}
