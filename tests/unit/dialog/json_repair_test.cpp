// After a fault that is surely understood, the rest of the file is checked in the same go.
#include <catch2/catch.hpp>

#include "dialog/json_tree.h"

using namespace attune;
using namespace attune::dialog;

namespace {

ParsedJson parsed(const std::string& content) {
    const SourceFile file("x.json", content);
    return parse_json(file, content);
}

std::string numbers_of(const ParsedJson& parsed) {
    std::string numbers;
    for (const Problem& problem : parsed.problems.list) {
        numbers += problem.number + ":" + std::to_string(problem.place.line) + " ";
    }
    return numbers;
}

// The value of "b", the last key of the file; "-" where nothing behind the fault can be trusted.
std::string last_value(const ParsedJson& parsed) {
    const Member* last = parsed.root ? parsed.root->find("b") : nullptr;
    return last != nullptr ? last->value.text : "-";
}

struct Broken {
    std::string content;
    std::string numbers;
    std::string last;
};

}  // namespace

TEST_CASE("what was surely meant is supplied, and the rest is read") {
    for (const Broken& broken : std::vector<Broken>{
             {"{ \"a\": \"x\"\n  \"b\": \"y\" }", "A101:1 ", "y"},
             {"{ \"a\": \"x\",,\n  \"b\": \"y\" }", "A102:1 ", "y"},
             {"{ \"a\": [1, 2,],\n  \"b\": \"y\" }", "A102:1 ", "y"},
             {"{ \"a\": “x”,\n  \"b\": \"y\" }", "A103:1 ", "y"},
             {"{ \"a\": \"x”,\n  \"b\": \"y\" }", "A103:1 ", "y"},
             {"{ \"a\": 'x',\n  \"b\": \"y\" }", "A116:1 ", "y"},
             {"{ \"a\": \"one\ntwo\",\n  \"b\": \"y\" }", "A104:1 ", "y"},
             {"{ \"a\": \"she said \"no\" to me\",\n  \"b\": \"y\" }", "A117:1 ", "y"},
             {"{ \"a\": [ \"x ],\n  \"b\": \"y\" }", "A118:1 ", "y"},
             {"{ \"a\" \"x\",\n  \"b\": \"y\" }", "A109:1 ", "y"},
             {"{ \"a\": \"C:\\dir\",\n  \"b\": \"y\" }", "A110:1 ", "y"},
             {"{ \"a\": True,\n  \"b\": \"y\" }", "A121:1 ", "y"},
             {"{ \"a\": & \"x\",\n  \"b\": \"y\" }", "A128:1 ", "y"},
             {"{\n  \"a\": [\n    \"x\"\n  \"b\": \"y\"\n}", "A105:2 ", "y"}}) {
        const ParsedJson result = parsed(broken.content);
        INFO(broken.content);
        CHECK(numbers_of(result) == broken.numbers);
        CHECK(last_value(result) == broken.last);
    }
}

TEST_CASE("where the meaning is not sure, nothing behind the fault is trusted") {
    for (const Broken& broken : std::vector<Broken>{
             {"{ \"a\": hello,\n  \"b\": \"y\" }", "A108:1 ", "-"},
             {"{ \"a\": [1, 2},\n  \"b\": \"y\" }", "A113:1 ", "-"},
             {"{ \"a\": ,\n  \"b\": \"y\" }", "A123:1 ", "-"},
             {"{ \"a\": { \"c\": 1,\n  \"b\": \"y\" }", "A105:1 ", "-"}}) {
        const ParsedJson result = parsed(broken.content);
        INFO(broken.content);
        CHECK(numbers_of(result) == broken.numbers);
        CHECK(last_value(result) == broken.last);
    }
}

TEST_CASE("several faults come at once, each at its place, but no shadow of one in its line") {
    CHECK(
        numbers_of(parsed("{ \"a\": \"x\"\n  \"c\": 'z'\n  \"d\": True,,\n  \"b\": \"y\" }")) ==
        "A101:1 A116:2 ");
    CHECK(
        numbers_of(parsed("{ \"a\": \"x\"\n  \"c\": \"z\",,\n  \"d\": True,\n  \"b\": \"y\" }")) ==
        "A101:1 A102:2 A121:3 ");
}

TEST_CASE("places behind a repair are those of the file as it was written") {
    const ParsedJson result = parsed("{ \"a\": “ä”\n  \"ü\": 1,\n  \"b\": \"y\" }");
    CHECK(numbers_of(result) == "A103:1 ");
    const ParsedJson other = parsed("{ \"a\": “ä”,\n  \"ü\": 1, \"b\": \"y\" }");
    REQUIRE(other.root);
    CHECK(other.root->find("b")->key_spot.line == 2);
    CHECK(other.root->find("b")->key_spot.column == 11);
}

TEST_CASE("a file larger than any dialog is one problem, and is not read") {
    const ParsedJson result = parsed(std::string(max_file_bytes + 1, ' '));
    CHECK(numbers_of(result) == "A132:0 ");
    CHECK_FALSE(result.root);
}
