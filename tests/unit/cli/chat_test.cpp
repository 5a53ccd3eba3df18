#include <catch2/catch.hpp>

#include "temp_folder.h"
#include "terminal.h"

using namespace attune::cli;
using Catch::Contains;

namespace {

const std::string shouted = std::string(ATTUNE_SOURCE_DIR) + "/dialogs/after-i-shouted.json";

}  // namespace

TEST_CASE("a talk is led from a pipe to its last words") {
    const Ran ran =
        attune_with({"chat", shouted}, "I yelled\n7\n1\n1, 4\nyou are tired\nI was too loud\n");
    CHECK(ran.exit == Exit::fine);
    CHECK_THAT(ran.out, Contains("1. I was alone with all of it") && Contains("> I yelled"));
    CHECK_THAT(ran.out, Contains("(kept: you are tired)") && Contains("Sleep well."));
}

TEST_CASE("skip, memory and quit are commands, anything like them is helped") {
    const Ran ran = attune_with({"chat", shouted}, "/skp\n/skip\n8\n/memory\n/quit\n");
    CHECK(ran.exit == Exit::fine);
    CHECK_THAT(ran.err, Contains("Did you mean /skip?"));
    CHECK_THAT(ran.out, Contains("heat: 8") && Contains("scene_seen: unknown"));
    CHECK_THAT(ran.out, Contains("(a pause of 30 seconds, to breathe)"));
}

TEST_CASE("a pipe that ends leaves the talk at its place") {
    CHECK_THAT(
        attune_with({"chat", shouted}, "I yelled\n").err,
        Contains("left at after-i-shouted: get real / heat"));
}

TEST_CASE("a talk begins anywhere, with the answers of a file") {
    TempFolder folder;
    const auto with = folder.write("with.json", R"({ "scene_seen": "I yelled" })");
    const Ran ran =
        attune_with({"chat", shouted, "--from", "get reflective", "--with", with}, "1\n/quit\n");
    CHECK_THAT(ran.out, Contains("You wrote: “I yelled”") && Contains("That is a lot for one"));
    const Ran inside = attune_with(
        {"chat", shouted, "--from", "get reflective / shared/older-than-today / footing"}, "2\n");
    CHECK_THAT(inside.err, Contains("shared/older-than-today: one look / echo"));
}

TEST_CASE("a start that is not there is shown, with the nearest that is") {
    const Ran ran = attune_with({"chat", shouted, "--from", "get reel / heat"});
    CHECK(ran.exit == Exit::findings);
    CHECK_THAT(ran.err, Contains("--from:1:1") && Contains("\"get real\""));
    CHECK_THAT(attune_with({"chat", shouted, "--with", "nowhere"}).err, Contains("no such file"));
    CHECK_THAT(attune_with({"chat", shouted, "--lang", "xx"}).err, Contains("A610"));
}

TEST_CASE("time passes by order, and the clock is shown") {
    const Ran ran = attune_with({"chat", shouted}, "/clock +1d\n/clock soon\n/clock\n");
    CHECK_THAT(ran.out, Contains("(It is 20"));
    CHECK_THAT(ran.err, Contains("\"soon\" is no span of time"));
}

TEST_CASE("other languages, back and help have their orders") {
    const Ran ran = attune_with({"chat", shouted}, "/lang xx\n/lang en\n/back\n/why\n/help\n");
    CHECK_THAT(ran.err, Contains("No dialog here speaks \"xx\"") && Contains("later version"));
    CHECK_THAT(ran.out, Contains("(The talk goes on in \"en\".)"));
    CHECK_THAT(ran.out, Contains("/save-test NAME  makes this talk a test"));
}

TEST_CASE("quiet leaves nothing but the talk") {
    const Ran ran = attune_with({"chat", shouted, "--quiet"}, "I yelled\n");
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, Contains("How hot was it inside you?"));
}

TEST_CASE("a pipe sees no prompt that waits") {
    CHECK_THAT(attune_with({"chat", shouted}, "").out, !Contains(">"));
}

TEST_CASE("--explain says how each answer was read") {
    const Ran ran = attune_with({"chat", shouted, "--explain"}, "/skip\nvery hot\n");
    CHECK_THAT(ran.out, Contains("read as: unclear") && Contains("tried: tap, label"));
}

TEST_CASE("a dialog with errors is not talked in, they are shown") {
    TempFolder folder;
    const auto file = folder.write("bad.json", R"({ "dialog": "bad", "title": "B", "language": "en",
      "scenes": { "a": [ { "sey": "Hi" }, { "end": "So." } ] } })");
    const Ran ran = attune_with({"chat", file});
    CHECK(ran.exit == Exit::findings);
    CHECK_THAT(ran.err, Contains("bad.json:2:") && Contains("\"say\""));
}
