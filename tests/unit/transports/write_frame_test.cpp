#include "transports/web/write_frame.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace attune;
using namespace attune::web;
using nlohmann::json;

TEST_CASE("a message says only what is there") {
    Message message;
    message.seq = 7;
    message.lang = "en";
    message.text = "That is \"a lot\".\nTruly.";
    CHECK(
        write_message(message) ==
        R"({"type":"message","seq":7,"from":"attune","lang":"en","text":"That is \"a lot\".\nTruly."})");
}

TEST_CASE("her own message carries its id and its question") {
    Message message;
    message.seq = 6;
    message.from = Speaker::you;
    message.lang = "en";
    message.text = "8";
    message.input_id = "m4";
    message.to = 5;
    CHECK(
        json::parse(write_message(message)) ==
        json::parse(
            R"({"type":"message","seq":6,"from":"you","id":"m4","to":5,"lang":"en","text":"8"})"));
}

TEST_CASE("a question carries all that draws its answer") {
    Message message;
    message.seq = 9;
    message.asked = 9;
    AnswerForm& form = message.input.emplace();
    SECTION("choose") {
        form.kind = AnswerKind::choose;
        form.options = {{"alone", "I was alone"}, {"other", "Something else"}};
        form.may_skip = true;
        CHECK(json::parse(write_message(message)).at("input") == json::parse(R"({"kind":"choose",
            "options":[{"key":"alone","label":"I was alone"},{"key":"other","label":"Something else"}],
            "may_skip":true})"));
    }
    SECTION("choose many") {
        form.kind = AnswerKind::choose_many;
        form.options = {{"sad", "Sad"}};
        form.at_least = 0;
        form.at_most = 3;
        CHECK(
            json::parse(write_message(message)).at("input") == json::parse(R"({"kind":"choose many",
            "options":[{"key":"sad","label":"Sad"}],"at_least":0,"at_most":3})"));
    }
    SECTION("a ready list") {
        form.kind = AnswerKind::choose_many;
        form.options = {{"sad", "Sad", "Heavy"}};
        form.own = "My own word";
        CHECK(
            json::parse(write_message(message)).at("input") == json::parse(R"({"kind":"choose many",
            "options":[{"key":"sad","label":"Sad","heading":"Heavy"}],"at_least":1,
            "own":"My own word"})"));
    }
    SECTION("scale") {
        form.kind = AnswerKind::scale;
        form.min = Decimal::whole(0);
        form.max = Decimal{10500};
        form.low = "cool";
        form.high = "boiling";
        CHECK(
            json::parse(write_message(message)).at("input") ==
            json::parse(R"({"kind":"scale","min":0,"max":10.5,"low":"cool","high":"boiling"})"));
    }
    SECTION("long text") {
        form.kind = AnswerKind::long_text;
        form.limit = 8000;
        CHECK(
            json::parse(write_message(message)).at("input") ==
            json::parse(R"({"kind":"long text","limit":8000})"));
    }
}

TEST_CASE("a pause says how long, and whether to breathe") {
    Message message;
    message.seq = 1;
    message.pause = PauseHint{std::chrono::seconds(20), true};
    CHECK(
        json::parse(write_message(message)).at("pause") ==
        json::parse(R"({"ms":20000,"breathe":true})"));
}

TEST_CASE("a question says that it can tell why it is asked") {
    Message message;
    message.seq = 9;
    message.asked = 9;
    message.input.emplace().why = true;
    CHECK(
        json::parse(write_message(message)).at("input") ==
        json::parse(R"({"kind":"text","why":true})"));
}

TEST_CASE("a link and a picture go with their message") {
    Message message;
    message.seq = 1;
    message.link = Link{"tel:116123", "Call 116 123"};
    message.picture = Picture{"9f2c.png", "A lamp"};
    const auto frame = json::parse(write_message(message));
    CHECK(frame.at("link") == json::parse(R"({"href":"tel:116123","label":"Call 116 123"})"));
    CHECK(
        frame.at("picture") == json::parse(R"({"src":"/v1/pictures/9f2c.png","shows":"A lamp"})"));
}

TEST_CASE("nothing open is said as null, the only null there is") {
    Opened opened;
    opened.person = PersonId{3};
    const auto frame = json::parse(write_welcome({opened, "", {}}));
    CHECK(frame.at("open").is_null());
    CHECK(frame.at("stored") == true);
    CHECK_FALSE(frame.contains("notice"));
    CHECK_FALSE(frame.contains("token"));
    CHECK_FALSE(frame.contains("again"));
}

TEST_CASE("the notice of the operator's settings goes with the welcome") {
    const auto frame = json::parse(write_welcome({Opened{}, "", {"No one reads along."}}));
    CHECK(frame.at("notice") == json::array({"No one reads along."}));
}

TEST_CASE("a broken byte in a stored text does not cost the frame") {
    Message message;
    message.seq = 1;
    message.text = "half a letter \xe2\x82";
    CHECK(json::parse(write_message(message)).at("seq") == 1);
}
