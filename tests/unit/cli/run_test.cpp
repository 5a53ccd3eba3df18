#include "cli/run.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "cli/command.h"
#include "temp_folder.h"
#include "terminal.h"

using namespace attune::cli;
using Catch::Contains;

TEST_CASE("every command has a help that fits a screen, with an example and the exit codes") {
    for (const Command& command : commands()) {
        INFO(command.name);
        const Ran ran = attune_with({std::string(command.name), "--help"});
        CHECK(ran.exit == Exit::fine);
        CHECK_THAT(ran.out, Contains(std::string(command.example)));
        CHECK_THAT(ran.out, Contains("Exit codes: 0 fine") && Contains("130 interrupted"));
        CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') <= 24);
        CHECK(ran.err.empty());
    }
}

TEST_CASE("no command, help and --help show all commands") {
    for (const auto& arguments : {std::vector<std::string>{}, {"help"}, {"--help"}}) {
        const Ran ran = attune_with(arguments);
        CHECK(ran.exit == Exit::fine);
        CHECK_THAT(ran.out, Contains("serve") && Contains("lint") && Contains("chat"));
    }
    CHECK_THAT(attune_with({"help", "lint"}).out, Contains("attune lint dialogs"));
}

TEST_CASE("an unknown command gets the nearest right one") {
    const Ran ran = attune_with({"lnt"});
    CHECK(ran.exit == Exit::wrong_use);
    CHECK_THAT(ran.err, Contains("Did you mean \"attune lint\"?"));
    CHECK(ran.out.empty());
}

TEST_CASE("an unknown flag is wrong use, with the nearest right one") {
    const Ran ran = attune_with({"serve", "--lisen", "127.0.0.1:0"});
    CHECK(ran.exit == Exit::wrong_use);
    CHECK_THAT(ran.err, Contains("--lisen") && Contains("Did you mean \"--listen\"?"));
    CHECK(attune_with({"chat"}).exit == Exit::wrong_use);
}

TEST_CASE("the version is one line") {
    CHECK_THAT(attune_with({"--version"}).out, Contains("attune 0."));
}

TEST_CASE("lint finds nothing wrong with the built-in dialogs") {
    TempFolder folder;
    const Ran ran = attune_with({"lint", std::string(ATTUNE_SOURCE_DIR) + "/dialogs"});
    INFO(ran.out);
    CHECK(ran.exit == Exit::fine);
}

TEST_CASE("lint of a stray file looks at it among the built-in dialogs, and shows only its own") {
    TempFolder folder;
    const auto file = folder.write("stray.json", R"({ "dialog": "stray", "title": "Stray",
      "language": "en", "scenes": { "a": [ { "visit": "shared/three-breths" }, { "end": "So." } ] } })");
    const Ran ran = attune_with({"lint", file});
    CHECK(ran.exit == Exit::findings);
    CHECK_THAT(ran.out, Contains("stray.json:2:") && Contains("shared/three-breaths"));
    CHECK_THAT(ran.err, Contains("1 error"));
    CHECK_THAT(attune_with({"lint", file, "--json"}).out, Contains("\"line\": 2"));
}

TEST_CASE("lint names a path that is not there") {
    const Ran ran = attune_with({"lint", "nowhere"});
    CHECK(ran.exit == Exit::findings);
    CHECK_THAT(ran.out, Contains("nowhere") && Contains("no such file"));
}

TEST_CASE("test plays the tests of a dialog that is named") {
    const std::string dialogs = std::string(ATTUNE_SOURCE_DIR) + "/dialogs";
    const Ran ran = attune_with({"test", "welcome", "--dialogs", dialogs});
    INFO(ran.out);
    CHECK(ran.exit == Exit::fine);
    CHECK_THAT(ran.err, Contains("passed, 0 failed"));
    CHECK_THAT(ran.out, Contains("welcome: ") && !Contains("after-i-shouted: "));
    const Ran unknown = attune_with({"test", "welcom", "--dialogs", dialogs});
    CHECK(unknown.exit == Exit::wrong_use);
    CHECK_THAT(unknown.err, Contains("Did you mean \"welcome\"?"));
}
