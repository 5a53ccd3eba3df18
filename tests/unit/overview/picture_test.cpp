// Which places and ways a picture of a dialog has.
#include <catch2/catch.hpp>

#include <algorithm>

#include "overview/picture.h"
#include "overview/wrap_label.h"
#include "tests/support/edition.h"

using namespace attune;
using namespace attune::test;
using overview::PlaceKind;

namespace {

overview::Picture picture_in_scenes(const std::string& scenes) {
    return overview::picture_of(*edition_of({{"talk.json", dialog_file("talk", scenes)}}), 0);
}

overview::Picture picture_in_steps(const std::string& steps) {
    return picture_in_scenes("\"start\": [ " + steps + " ]");
}

std::string ask(const std::string& as) {
    return R"({ "ask": "So?", "as": ")" + as + R"(", "answer": "yes or no" })";
}

std::string name_of(const overview::PicturePlace& place) {
    switch (place.kind) {
        case PlaceKind::start:
            return "start";
        case PlaceKind::entry:
            return "entry";
        case PlaceKind::question:
            return place.name;
        case PlaceKind::visit:
            return "visit " + place.name;
        case PlaceKind::branch:
            return "branch";
        case PlaceKind::back:
            return "back";
        case PlaceKind::end:
            return "end " + place.name;
    }
    return "";
}

// "a -> b [label]", sorted.
std::vector<std::string> ways_of(const overview::Picture& picture) {
    std::vector<std::string> ways;
    for (const auto& way : picture.ways) {
        std::string line = name_of(picture.places[way.from]);
        line += way.kind == overview::WayKind::visit ? " ~> " : " -> ";
        line += name_of(picture.places[way.to]);
        if (!way.label.empty()) line += " [" + way.label + "]";
        ways.push_back(line);
    }
    std::sort(ways.begin(), ways.end());
    return ways;
}

using Ways = std::vector<std::string>;

const std::string bye = R"({ "end": "Bye." })";

}  // namespace

TEST_CASE("what is only said is not drawn") {
    const auto picture = picture_in_steps(
        R"({ "say": "Hi." }, )" + ask("a") +
        R"(, { "if": "a is yes", "then": [ { "say": "Good." } ], "else": [ { "say": "Oh." } ] }, )" +
        bye);
    CHECK(ways_of(picture) == Ways{"a -> end ", "start -> a"});
}

TEST_CASE("where ways part right behind a question, they leave from it, with their conditions") {
    const auto picture = picture_in_steps(
        ask("a") + R"(, { "if": "a is yes", "then": [ )" + ask("b") + " ] }, " + bye);
    CHECK(
        ways_of(picture) ==
        Ways{"a -> b [a is yes]", "a -> end  [else]", "b -> end ", "start -> a"});
}

TEST_CASE("options that lead to one place share a way; else stands for all beside it") {
    const auto picture = picture_in_steps(
        R"({ "ask": "So?", "as": "a", "answer": { "choose": { "x": "X", "y": "Y", "z": "Z" } } },
           { "match": "a", "when": { "x": [ { "go": "more" } ], "y": [ { "go": "more" } ], "z": [] },
             "otherwise": [] }, )" +
        bye + R"( ], "more": [ )" + ask("b") + ", " + bye);
    CHECK(ways_of(picture) == Ways{"a -> b [x, y]", "a -> end  [else]", "b -> end ", "start -> a"});
}

TEST_CASE("where ways meet before they part, the parting is a place") {
    const auto picture = picture_in_steps(
        ask("a") + R"(, { "if": "a is yes", "then": [ )" + ask("b") +
        R"( ] }, { "if": "hour > 20", "then": [ )" + ask("c") + " ] }, " + bye);
    CHECK(
        ways_of(picture) == Ways{
                                "a -> b [a is yes]",
                                "a -> branch [else]",
                                "b -> branch",
                                "branch -> c [hour > 20]",
                                "branch -> end  [else]",
                                "c -> end ",
                                "start -> a"});
}

TEST_CASE("a visit is a place, and the way goes on behind it; its scene is reached by a visit") {
    const auto picture = picture_in_scenes(
        R"("start": [ { "visit": "aside" }, )" + ask("a") + ", " + bye + R"( ], "aside": [ )" +
        ask("b") + " ]");
    CHECK(
        ways_of(picture) == Ways{
                                "a -> end ",
                                "b -> back",
                                "start -> visit aside",
                                "visit aside -> a",
                                "visit aside ~> b"});
}

TEST_CASE("a repeat with a question goes round, one without is not drawn") {
    const auto asked = picture_in_steps(
        R"({ "repeat": [ )" + ask("a") +
        R"( ], "as": "round", "until": "a is yes", "at most": 3 }, )" + bye);
    CHECK(
        ways_of(asked) ==
        Ways{"a -> a [again]", "a -> end  [a is yes, or after 3 rounds]", "start -> a"});
    const auto said = picture_in_steps(
        ask("a") + R"(, { "repeat": [ { "say": "Breathe." } ], "as": "round", "at most": 3 }, )" +
        bye);
    CHECK(ways_of(said) == Ways{"a -> end ", "start -> a"});
}

TEST_CASE("an unclear answer that leads elsewhere is a way") {
    const auto picture = picture_in_scenes(
        R"("start": [ { "ask": "So?", "as": "a", "answer": "yes or no", "still unclear": "later" }, )" +
        bye + R"( ], "later": [ { "end": "Later." } ])");
    CHECK(ways_of(picture) == Ways{"a -> end ", "a -> end  [not understood]", "start -> a"});
}

TEST_CASE("signs that a drawing language reads stay signs") {
    const auto picture = picture_in_steps(
        R"({ "ask": "\"A\" <b> & #1 \\ `x`?", "as": "a", "answer": "yes or no" }, )" + bye);
    const std::string dot = to_dot(picture);
    CHECK(dot.find("&quot;A&quot; &lt;b&gt; &amp; #1 \\ `x`?") != std::string::npos);
    const std::string mermaid = to_mermaid(picture);
    CHECK(mermaid.find("#quot;A#quot; #lt;b#gt; #amp; #35;1 \\ #96;x#96;?") != std::string::npos);
}

TEST_CASE("a long label is broken into lines, and cut behind the last") {
    using Lines = std::vector<std::string>;
    CHECK(overview::wrap_label("one two three", 7, 3) == Lines{"one two", "three"});
    CHECK(overview::wrap_label("one two three four", 7, 2) == Lines{"one two", "three …"});
    CHECK(overview::wrap_label("overlong words", 3, 3) == Lines{"overlong", "words"});
    CHECK(overview::wrap_label("", 3, 3).empty());
}
