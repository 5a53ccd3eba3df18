#include "transports/web/read_frame.h"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::web;

namespace {

struct Case {
    std::string frame;
    std::string field;
};

Say say(const std::string& rest) {
    return std::get<Say>(*read_frame(R"({"type":"say","id":"m1",)" + rest + "}"));
}

}  // namespace

TEST_CASE("each form of an answer is read") {
    const auto text = std::get<Said>(say(R"("to":3,"text":"I yelled\r\nat \u0000bedtime")").input);
    CHECK(text.text == "I yelled\nat bedtime");
    CHECK(text.to == 3);
    CHECK(std::get<Said>(say(R"("text":"no question named")").input).to == 0);
    const auto tapped = std::get<Tapped>(say(R"("to":9,"choice":"alone")").input);
    CHECK(tapped.options == std::vector<std::string>{"alone"});
    CHECK(tapped.to == 9);
    const auto many = std::get<Tapped>(say(R"("to":9,"choices":["sad","angry"])").input);
    CHECK(many.options == std::vector<std::string>{"sad", "angry"});
    CHECK(std::get<Tapped>(say(R"("to":9,"choices":[])").input).options.empty());
    CHECK(
        std::get<Valued>(say(R"("to":5,"value":8)").input).value == PickedValue(Decimal::whole(8)));
    CHECK(
        std::get<Valued>(say(R"("to":5,"value":-2.5)").input).value == PickedValue(Decimal{-2500}));
    CHECK(
        std::get<Valued>(say(R"("to":5,"value":"2026-11-24")").input).value ==
        PickedValue(Date{20'781}));
    CHECK(
        std::get<Valued>(say(R"("to":5,"value":"21:30")").input).value ==
        PickedValue(TimeOfDay{1290}));
    const auto own =
        std::get<Tapped>(say(R"("to":9,"choices":["sad"],"own":"hol\u0000low")").input);
    CHECK(own.options == std::vector<std::string>{"sad"});
    CHECK(own.own == "hollow");
    CHECK(std::get<Act>(say(R"("to":5,"act":"skip")").input).which == ActKind::skip);
}

TEST_CASE("unknown fields are passed over") {
    CHECK(read_frame(R"({"type":"ping","colour":"blue"})").has_value());
}

TEST_CASE("a wrong field is named") {
    const auto wrong = GENERATE(
        Case{R"({"kind":"say"})", "type"},
        Case{R"({"type":7})", "type"},
        Case{R"({"type":"sing"})", "type"},
        Case{R"({"type":"delete","id":"x1","what":"talk"})", "type"},
        Case{R"({"type":"hello","token":5})", "token"},
        Case{R"({"type":"hello","fresh":"yes"})", "fresh"},
        Case{R"({"type":"hello","after":-1})", "after"},
        Case{R"({"type":"hello","after":1.5})", "after"},
        Case{R"({"type":"hello","after":18446744073709551615})", "after"},
        Case{R"({"type":"hello","dialog":[]})", "dialog"},
        Case{R"({"type":"hello","locale":"de AT"})", "locale"},
        Case{R"({"type":"hello","timezone":"<script>"})", "timezone"},
        Case{R"({"type":"hello","ticket":"t_8"})", "ticket"},
        Case{R"({"type":"say","text":"x"})", "id"},
        Case{R"({"type":"say","id":"a b","text":"x"})", "id"},
        Case{R"({"type":"say","id":"","text":"x"})", "id"},
        Case{R"({"type":"say","id":"m1"})", "text"},
        Case{R"({"type":"say","id":"m1","text":""})", "text"},
        Case{R"({"type":"say","id":"m1","text":"\u0007"})", "text"},
        Case{R"({"type":"say","id":"m1","text":null})", "text"},
        Case{R"({"type":"say","id":"m1","text":"x","choice":"y","to":1})", "text"},
        Case{R"({"type":"say","id":"m1","text":"x","to":0})", "to"},
        Case{R"({"type":"say","id":"m1","text":"x","to":"3"})", "to"},
        Case{R"({"type":"say","id":"m1","text":"x","edition":3})", "edition"},
        Case{R"({"type":"say","id":"m1","choice":"y"})", "to"},
        Case{R"({"type":"say","id":"m1","choice":7,"to":1})", "choice"},
        Case{R"({"type":"say","id":"m1","choices":"y","to":1})", "choices"},
        Case{R"({"type":"say","id":"m1","choices":["y",1],"to":1})", "choices"},
        Case{R"({"type":"say","id":"m1","choices":["y","y"],"to":1})", "choices"},
        Case{R"({"type":"say","id":"m1","choices":["y"],"own":7,"to":1})", "own"},
        Case{R"({"type":"say","id":"m1","choices":["y"]})", "to"},
        Case{R"({"type":"say","id":"m1","value":"tonight","to":1})", "value"},
        Case{R"({"type":"say","id":"m1","value":1e300,"to":1})", "value"},
        Case{R"({"type":"say","id":"m1","value":3})", "to"},
        Case{R"({"type":"say","id":"m1","act":"fly"})", "act"},
        Case{R"({"type":"say","id":"m1","act":"back","to":2})", "act"},
        Case{R"({"type":"earlier"})", "before"},
        Case{R"({"type":"earlier","before":0})", "before"});
    INFO(wrong.frame);
    const auto frame = read_frame(wrong.frame);
    REQUIRE_FALSE(frame.has_value());
    CHECK(frame.error().field == wrong.field);
    CHECK_FALSE(frame.error().message.empty());
}

TEST_CASE("what is no JSON object is refused as a whole") {
    const std::string frame = GENERATE(
        "",
        "{",
        "[]",
        "3",
        "null",
        "\"hello\"",
        R"({"type":"ping"} x)",
        "{'type':'ping'}",
        R"({"type":"say","id":"m1","text":"\ud800"})",
        "{\"type\":\"say\",\"text\":\"\xff\"}");
    INFO(frame);
    const auto read = read_frame(frame);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().field.empty());
}

TEST_CASE("a refused say gives its id back, where that can be read") {
    CHECK(read_frame(R"({"type":"say","id":"m1","text":3})").error().id == "m1");
    CHECK(read_frame(R"({"type":"say","id":"not one!","text":3})").error().id.empty());
}

TEST_CASE("an id of 64 signs is read, of 65 refused") {
    const auto frame = [](std::size_t length) {
        return read_frame(R"({"type":"say","text":"x","id":")" + std::string(length, 'a') + "\"}");
    };
    CHECK(frame(64).has_value());
    CHECK(frame(65).error().field == "id");
}

TEST_CASE("nesting as deep as a frame can hold is refused, nothing breaks") {
    CHECK_FALSE(read_frame(std::string(frame_limit_bytes, '[')).has_value());
    const std::string half(frame_limit_bytes / 2, '[');
    CHECK_FALSE(read_frame(half + std::string(half.size(), ']')).has_value());
}
