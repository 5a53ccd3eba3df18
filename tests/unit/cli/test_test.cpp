// attune test, on a small folder of dialogs.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "temp_folder.h"
#include "terminal.h"

using namespace attune::cli;
using Catch::Contains;

namespace {

const std::string tree = std::string(ATTUNE_SOURCE_DIR) + "/dialogs";

// A dialog "tea" with one choice, and the talks of its tests.
class Tea {
public:
    explicit Tea(const std::string& tests) {
        std::filesystem::create_directories(folder_.path("defaults"));
        std::filesystem::copy_file(tree + "/defaults/en.json", folder_.path("defaults/en.json"));
        folder_.write("tea.json", R"({ "dialog": "tea", "title": "Tea", "language": "en",
  "scenes": { "only": [
    { "ask": "Tea or milk?", "as": "drink", "may skip": true,
      "answer": { "choose": { "tea": "Tea", "milk": "Milk" } } },
    { "end": "Here you are." } ] } })");
        folder_.write("tea.test.json", R"({ "dialog": "tea", "tests": [)" + tests + "] }");
    }

    Ran test(std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments = {"test", "--dialogs", folder_.path()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return attune_with(arguments);
    }

    std::string path(const std::string& name) const { return folder_.path(name); }

private:
    TempFolder folder_;
};

std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const std::string takes_tea = R"({ "name": "takes tea", "talk": [ { "taps": "tea" },
    { "bot": "Here you are." } ] })";
const std::string wants_more = R"({ "name": "wants <more> & \"cake\"", "talk": [ { "taps": "milk" },
    { "bot": "And cake." } ] })";

}  // namespace

TEST_CASE("a failing test shows the talk, what was expected, what came and how it was read") {
    const Ran ran = Tea(takes_tea + ", " + wants_more).test();
    CHECK(ran.exit == Exit::findings);
    CHECK_THAT(ran.out, Contains("tea.test.json:3:") && Contains("failed  wants <more>"));
    CHECK_THAT(
        ran.out, Contains("    you:    Milk") && Contains("  expected  from the bot: “And cake.”"));
    CHECK_THAT(
        ran.out, Contains("  came      “Here you are.”") && Contains("  read as: the option"));
    CHECK_THAT(ran.err, Contains("1 test passed, 1 failed."));
}

TEST_CASE("a test can be named by its own name, or its dialog by the file") {
    const Tea tea(takes_tea + ", " + wants_more);
    CHECK_THAT(tea.test({"takes tea"}).err, Contains("1 test passed, 0 failed."));
    CHECK(attune_with({"test", tea.path("tea.json"), "--quiet"}).exit == Exit::findings);
    const Ran unknown = tea.test({"takes te"});
    CHECK(unknown.exit == Exit::wrong_use);
    CHECK_THAT(unknown.err, Contains("Did you mean \"takes tea\"?"));
}

TEST_CASE("the ways walked come as a table and in the margin of the file") {
    const Tea tea(takes_tea);
    const Ran whole = tea.test({"--coverage"});
    CHECK_THAT(whole.out, Contains("options  unclear     skip  silence"));
    CHECK_THAT(whole.out, Contains("tea  en        1/2      0/1      0/1      0/0"));
    CHECK_THAT(whole.out, Contains("1/4 !    3 |     { \"ask\": \"Tea or milk?\""));
    CHECK_THAT(whole.out, Contains("| not walked: milk, not understood, skip"));
    CHECK_THAT(whole.out, !Contains("Here you are."));
    CHECK_THAT(tea.test({"tea", "--coverage"}).out, Contains("Here you are."));
}

TEST_CASE("quiet says nothing where all is well") {
    const Ran ran = Tea(takes_tea).test({"--quiet"});
    CHECK(ran.exit == Exit::fine);
    CHECK(ran.out.empty());
    CHECK(ran.err.empty());
}

TEST_CASE("results come as JSON, with what failed and what was walked") {
    const Ran ran = Tea(takes_tea + ", " + wants_more).test({"--json"});
    CHECK_THAT(ran.out, Contains("\"passed\": 1") && Contains("\"failed\": 1"));
    CHECK_THAT(ran.out, Contains("\"came\": \"“Here you are.”\""));
    CHECK_THAT(
        ran.out, Contains("\"language\": \"en\"") && Contains("\"place\": \"only / drink\""));
}

TEST_CASE("results come as JUnit XML, escaped") {
    const Tea tea(takes_tea + ", " + wants_more);
    CHECK(tea.test({"--junit", tea.path("out.xml")}).exit == Exit::findings);
    const std::string xml = content_of(tea.path("out.xml"));
    CHECK_THAT(xml, Contains(R"(tests="2" failures="1" errors="0")"));
    CHECK_THAT(xml, Contains(R"(name="wants &lt;more&gt; &amp; &quot;cake&quot;")"));
    CHECK(tea.test({"--junit", tea.path("no/such/folder.xml")}).exit == Exit::data);
}

TEST_CASE("a file of tests that cannot be read is an error of its own in JUnit XML") {
    const Tea tea(R"({ "nam": "takes tea" })");
    const Ran ran = tea.test({"--junit", tea.path("out.xml")});
    CHECK(ran.exit == Exit::findings);
    CHECK_THAT(ran.err, Contains("Did you mean \"name\"?"));
    CHECK_THAT(content_of(tea.path("out.xml")), Contains("errors=\"1\"") && Contains("<error "));
}

TEST_CASE("an update rewrites what is expected, and the tests hold") {
    const Tea tea(takes_tea + ",\n  // she is hungry\n  " + wants_more);
    const std::string before = content_of(tea.path("tea.test.json"));
    const Ran ran = tea.test({"--update"});
    INFO(ran.out << ran.err);
    CHECK(ran.exit == Exit::fine);
    CHECK_THAT(ran.err, Contains("1 expectation rewritten.") && Contains("2 tests passed"));
    std::string expected = before;
    expected.replace(expected.find("And cake."), 9, "Here you are.");
    CHECK(content_of(tea.path("tea.test.json")) == expected);
    CHECK(tea.test({"takes tea", "--update"}).err == "1 test passed, 0 failed.\n");
}

TEST_CASE("a talk becomes a test of its dialog, which passes") {
    const Tea tea(takes_tea);
    const Ran ran = attune_with(
        {"chat", tea.path("tea.json")},
        "coffee\n2\n/save-test\n/save-test says \"coffee\"\n/save-test takes tea\n");
    INFO(ran.out << ran.err);
    CHECK(ran.exit == Exit::fine);
    CHECK_THAT(ran.err, Contains("Give it a name") && Contains("Saved in"));
    CHECK_THAT(ran.err, Contains("A608"));
    const std::string file = content_of(tea.path("tea.test.json"));
    CHECK_THAT(file, Contains("{ \"them\": \"coffee\" }") && Contains("{ \"taps\": \"milk\" }"));
    CHECK_THAT(tea.test().err, Contains("2 tests passed, 0 failed."));
}

TEST_CASE("colours can be asked for, and refused") {
    const Tea tea(wants_more);
    CHECK_THAT(tea.test({"--color", "always"}).out, Contains("\x1b[1;31mfailed"));
    CHECK_THAT(tea.test({"--color", "never"}).out, !Contains("\x1b["));
    CHECK(tea.test({"--color", "pink"}).exit == Exit::wrong_use);
}
