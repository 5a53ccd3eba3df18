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
