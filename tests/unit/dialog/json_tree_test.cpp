#include "dialog/json_tree.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <nlohmann/json.hpp>
#include <random>

#include "words/words.h"

using namespace attune;
using namespace attune::dialog;

namespace {

ParsedJson parsed(std::string_view content) {
    return parse_json(SourceFile("dialogs/x.json", content), content);
}

Node good(std::string_view content) {
    const ParsedJson result = parsed(content);
    for (const Problem& problem : result.problems.list) FAIL(to_text(problem));
    REQUIRE(result.root);
    return *result.root;
}

// "A101 3:14+1" of the first problem; the file must be refused.
std::string first_fault(std::string_view content) {
    const ParsedJson result = parsed(content);
    if (result.problems.list.empty()) return "nothing";
    const Problem& problem = result.problems.list.front();
    CHECK_FALSE(problem.what.empty());
    CHECK_FALSE(problem.mend.empty());
    CHECK(problem.place.file == "dialogs/x.json");
    CHECK(result.problems.has_errors());
    return problem.number + " " + std::to_string(problem.place.line) + ":" +
           std::to_string(problem.place.column) + "+" + std::to_string(problem.place.length);
}

std::string what_of(std::string_view content) {
    const ParsedJson result = parsed(content);
    return result.problems.list.empty() ? "nothing" : result.problems.list.front().what;
}

std::string mend_of(std::string_view content) {
    const ParsedJson result = parsed(content);
    return result.problems.list.empty() ? "nothing" : result.problems.list.front().mend;
}

}  // namespace

namespace Catch {
template <>
struct StringMaker<Spot> {
    static std::string convert(const Spot& spot) {
        return std::to_string(spot.line) + ":" + std::to_string(spot.column) + "+" +
               std::to_string(spot.length);
    }
};
}  // namespace Catch

namespace attune::dialog {
static bool operator==(const Spot& a, const Spot& b) {
    return a.line == b.line && a.column == b.column && a.length == b.length;
}
}  // namespace attune::dialog

TEST_CASE("every key and value knows its line and column") {
    const Node root = good(
        "{\n"
        "  \"say\": \"ä“b\",  // a comment, with \"quotes\" and {\n"
        "  /* one\n     more */ \"list\": [1.5, -20e3,true , null],\n"
        "  \"o\":{ }\n"
        "}\n");
    CHECK(root.kind == Node::Kind::object);
    CHECK(root.spot == Spot{1, 1, 1});
    REQUIRE(root.members.size() == 3);
    CHECK(root.members[0].key_spot == Spot{2, 3, 5});
    CHECK(root.members[0].value.spot == Spot{2, 10, 5});
    CHECK(root.members[0].value.text == "ä“b");
    CHECK(root.members[1].key_spot == Spot{4, 14, 6});
    const Node& list = root.members[1].value;
    CHECK(list.spot == Spot{4, 22, 1});
    REQUIRE(list.items.size() == 4);
    CHECK(list.items[0].spot == Spot{4, 23, 3});
    CHECK(list.items[0].text == "1.5");
    CHECK(list.items[1].spot == Spot{4, 28, 5});
    CHECK(list.items[1].text == "-20e3");
    CHECK(list.items[2].spot == Spot{4, 34, 4});
    CHECK(list.items[2].truth);
    CHECK(list.items[3].spot == Spot{4, 41, 4});
    CHECK(root.find("o")->value.spot == Spot{5, 7, 1});
    CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("a byte order mark and Windows line ends move no column") {
    const std::string content = "\xEF\xBB\xBF{\r\n  \"a\": \"b\"\r\n}\r\n";
    const Node root = good(content);
    CHECK(root.spot == Spot{1, 1, 1});
    CHECK(root.members[0].key_spot == Spot{2, 3, 3});
    CHECK(root.members[0].value.spot == Spot{2, 8, 3});
    const SourceFile file("x", content);
    CHECK(file.line(1) == "{");
    CHECK(file.line(2) == "  \"a\": \"b\"");
    CHECK(file.spot(3, 1) == Spot{1, 1, 1});
}

TEST_CASE("a place inside a text is found through escapes") {
    const std::string content = "[\n \"a\\n\\u00e4\\ud83d\\ude00{x}\\\"\"]";
    const Node root = good(content);
    const SourceFile file("x", content);
    const Node& text = root.items[0];
    REQUIRE(text.text == "a\nä😀{x}\"");
    const std::size_t brace = text.text.find('{');
    CHECK(file.inside(text, 0, 1) == Spot{2, 3, 1});
    CHECK(file.inside(text, brace, 3) == Spot{2, 24, 3});
    CHECK(file.inside(text, brace + 3, 1) == Spot{2, 27, 2});
    CHECK(file.inside(text, text.text.size() + 9, 4).line == 2);
}

TEST_CASE("a missing comma is shown at the end of the line that lacks it") {
    CHECK(first_fault("{\n  \"a\": 1  // one\n  \"b\": 2\n}") == "A101 2:9+1");
    CHECK(first_fault("[\"a\" \"b\"]") == "A101 1:5+1");
    CHECK(first_fault("[{\"a\": 1}\n {\"b\": 2}]") == "A101 1:10+1");
    CHECK(first_fault("{\"a\": 12 true}") == "A101 1:9+1");
    CHECK(what_of("[\"a\"\n\"b\"]") == "A comma is missing before \"b\"");
}

TEST_CASE("an extra comma is shown where it stands") {
    CHECK(first_fault("{\n  \"a\": 1,\n}") == "A102 2:9+1");
    CHECK(first_fault("[1, 2, ]") == "A102 1:6+1");
    CHECK(first_fault("[1,, 2]") == "A102 1:4+1");
    CHECK(first_fault("{\"a\": 1,, \"b\": 2}") == "A102 1:9+1");
    CHECK(first_fault("[,1]") == "A102 1:2+1");
    CHECK(first_fault("{,}") == "A102 1:2+1");
}

TEST_CASE("curly, single and stray quotes are named") {
    CHECK(first_fault("{“say”: \"x\"}") == "A103 1:2+1");
    CHECK(first_fault("{\"say\": “x”}") == "A103 1:9+1");
    CHECK(first_fault("{\"say\": \"x”}") == "A103 1:11+1");
    CHECK(first_fault("{\"say”: \"x\"}") == "A103 1:6+1");
    CHECK(first_fault("{\n \"say\": \"Hello”,\n \"b\": 1}") == "A103 2:15+1");
    CHECK(first_fault("{'say': \"x\"}") == "A116 1:2+5");
    CHECK(first_fault("['don\n]") == "A116 1:2+1");
    CHECK(first_fault("{\"say\": \"She said \"no\" to me\"}") == "A117 1:19+1");
    CHECK(good("[\"“quoted”\"]").items[0].text == "“quoted”");
}

TEST_CASE("a line break inside a text is told from a forgotten quote") {
    CHECK(first_fault("{\"say\": \"one\ntwo\"}") == "A104 1:9+4");
    CHECK(first_fault("[\"one\r\ntwo\"]") == "A104 1:2+4");
    CHECK(first_fault("{\"a\": \"one,\n \"b\": 2}") == "A118 1:7+5");
    CHECK(first_fault("[\"one\n]") == "A118 1:2+4");
    CHECK(first_fault("[\"one") == "A118 1:2+4");
    CHECK(first_fault("[\"one\\") == "A110 1:6+1");
}

TEST_CASE("an unclosed bracket is shown where it was opened") {
    CHECK(first_fault("{\n  \"a\": [1, 2\n") == "A105 2:8+1");
    CHECK(first_fault("{\"a\": {\"b\": 1}") == "A105 1:1+1");
    CHECK(first_fault("[1, 2, /* on and on ]") == "A119 1:8+2");
    // The one whose closing bracket is indented less is the likelier one.
    CHECK(first_fault("{\n  \"a\": {\n    \"b\": 1,\n  \"c\": 2\n}\n") == "A105 2:8+1");
    CHECK(what_of("{") == "The { opened here is never closed");
}

TEST_CASE("another encoding is shown at its byte") {
    CHECK(first_fault("{\n \"a\": \"sch\xF6n\"}") == "A106 2:11+1");
    CHECK(what_of("{\"a\": \"\xF6\"}").find("Byte 8 of this file (F6)") == 0);
    CHECK(what_of("{\"a\": \"\xF6\"}").find("“ö”") != std::string::npos);
    CHECK(first_fault("// \xFC\n{}") == "A106 1:4+1");
    CHECK(first_fault("{}\n\xC0\x80") == "A106 2:1+1");
    CHECK(first_fault(std::string("{}\n\0 more", 9)) == "A106 2:1+1");
    CHECK(first_fault(std::string("\xFF\xFE{\0}\0", 6)) == "A131 0:0+1");
    CHECK(first_fault(std::string("{\0}\0", 4)) == "A131 0:0+1");
    CHECK(parsed("[\"\xF6\"]").problems.list.at(0).source_line == "[\"\xEF\xBF\xBD\"]");
}

TEST_CASE("a repeated key names both places, and the file is still a tree") {
    const ParsedJson result = parsed("{\n \"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3\n}");
    REQUIRE(result.root);
    REQUIRE(result.problems.list.size() == 2);
    CHECK(result.problems.list[0].place.line == 3);
    CHECK(result.problems.list[0].place.column == 16);
    CHECK(result.problems.list[1].number == "A107");
    CHECK(result.problems.list[1].place.line == 4);
    CHECK(result.problems.list[1].place.length == 3);
    CHECK(
        result.problems.list[1].what ==
        "\"a\" stands here a second time; it is already in line 2, column 2");
    CHECK(result.root->members.size() == 3);
}

TEST_CASE("repeated keys before a syntax error are told too") {
    const ParsedJson result = parsed("{\"a\": 1, \"a\": 2, \"b\": }");
    REQUIRE(result.problems.list.size() == 2);
    CHECK(result.problems.list[0].number == "A107");
    CHECK(result.problems.list[1].number == "A123");
}

TEST_CASE("what is no JSON value is named") {
    CHECK(first_fault("{\"a\": True}") == "A121 1:7+4");
    CHECK(mend_of("{\"a\": True}") == "Write true in small letters.");
    CHECK(first_fault("{\"a\": hello}") == "A108 1:7+5");
    CHECK(first_fault("{a: 1}") == "A108 1:2+1");
    CHECK(first_fault("{\"a\": }") == "A123 1:5+1");
    CHECK(first_fault("{\"a\": .5}") == "A122 1:7+2");
    CHECK(first_fault("{\"a\": 012}") == "A122 1:7+3");
    CHECK(first_fault("{\"a\": 1e999}") == "A122 1:7+5");
    CHECK(first_fault("{\"a\":\u00A01}") == "A127 1:6+1");
    CHECK(first_fault("[1: 2]") == "A126 1:3+1");
    CHECK(first_fault("{1: 2}") == "A125 1:2+1");
    CHECK(first_fault("hello") == "A108 1:1+5");
    CHECK(first_fault("[grün]") == "A108 1:2+4");
}

TEST_CASE("a missing colon is shown behind its key") {
    CHECK(first_fault("{\"a\" 1}") == "A109 1:5+1");
    CHECK(first_fault("{\"a\", \"b\"}") == "A109 1:5+1");
    CHECK(first_fault("{\"a\" = 1}") == "A109 1:5+1");
}

TEST_CASE("a wrong escape is shown inside its text") {
    CHECK(first_fault("[\"C:\\dir\"]") == "A110 1:5+2");
    CHECK(first_fault("[\"\\u12\"]") == "A110 1:3+4");
    CHECK(first_fault("[\"\\ud800 alone\"]") == "A110 1:3+6");
    CHECK(first_fault("[\"\\ude00\"]") == "A110 1:3+6");
    CHECK(first_fault("[\"a\tb\"]") == "A129 1:4+1");
    CHECK(first_fault("[\"\\ä\"]") == "A110 1:3+2");
    CHECK(first_fault("[\"a\\\nb\"]") == "A110 1:4+1");
}

TEST_CASE("an empty file, and one of comments only, is empty") {
    CHECK(first_fault("") == "A111 0:0+1");
    CHECK(first_fault(" \n// nothing yet\n") == "A111 0:0+1");
}

TEST_CASE("what stands behind the end is shown") {
    CHECK(first_fault("{}\n{}") == "A112 2:1+1");
    CHECK(first_fault("{\n}\n}") == "A130 3:1+1");
    CHECK(first_fault("{} hello") == "A112 1:4+5");
    CHECK(first_fault("{},") == "A112 1:3+1");
}

TEST_CASE("a wrong closing bracket says what it does not close") {
    CHECK(first_fault("{\"a\": [1, 2}") == "A113 1:12+1");
    CHECK(first_fault("{\n  \"a\": 1\n]") == "A113 3:1+1");
    CHECK(
        what_of("{\"a\": [1, 2}") ==
        "This } does not close the [ that is open since line 1, column 7");
}

TEST_CASE("brackets inside brackets have a limit") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(good(nested(max_json_depth)).items.size() == 1);
    CHECK(first_fault(nested(max_json_depth + 1)) == "A114 1:101+1");
    CHECK(first_fault(std::string(1'000'000, '[')) == "A114 1:101+1");
}

TEST_CASE("a mutated file is refused exactly when it is no JSON, never without a place") {
    const std::string seed_file =
        "{ \"say\": [\"Hé\\n“x”\", \"y\", -1.5e3], // c\n \"a\": {\"b\": true, \"c\": null} }";
    const std::string signs = "{}[]\",:'\\/*\n\t \xC3\xA9x0-.eE\xE2\x80\x9C#tu";
    std::mt19937 random(20261125);
    const auto below = [&random](std::size_t n) { return random() % n; };
    for (int round = 0; round < 20'000; ++round) {
        std::string content = seed_file;
        for (std::size_t edits = below(4); edits > 0; --edits) {
            const std::size_t at = below(content.size());
            if (below(2) == 0) content.erase(at, 1 + below(3));
            if (below(2) == 0)
                content.insert(at % (content.size() + 1), 1, signs[below(signs.size())]);
        }
        const ParsedJson result = parsed(content);
        INFO(content);
        const bool is_text = words::is_utf8(content) && content.find('\0') == std::string::npos;
        const bool is_json = is_text && nlohmann::json::accept(content, true);
        if (is_json) CHECK(result.root);
        if (!is_json) REQUIRE(result.problems.has_errors());
        for (const Problem& problem : result.problems.list) {
            CHECK(problem.what != "Here the file stops being JSON");
        }
    }
}

TEST_CASE("random bytes never crash the reader") {
    std::mt19937 random(7);
    for (int round = 0; round < 5'000; ++round) {
        std::string content;
        for (std::size_t n = random() % 60; n > 0; --n) content += static_cast<char>(random());
        const ParsedJson result = parsed(content);
        CHECK((result.root.has_value() || result.problems.has_errors()));
    }
}

TEST_CASE("time grows with the file and not with its square, on one line too") {
    // The processor's time, so that other work on the machine does not count.
    const auto spent = [](const std::string& content) {
        const std::clock_t start = std::clock();
        parsed(content);
        return static_cast<double>(std::clock() - start);
    };
    const auto list = [](int items, const std::string& end) {
        std::string content = "[";
        for (int i = 0; i < items; ++i) content += "{\"k\":1},\t\"é\",";
        return content + end;
    };
    // Eight times the file: a quadratic reader needs 64 times as long.
    for (const char* end : {"1]", "1", "]"}) {
        CHECK(spent(list(32'000, end)) < 30 * spent(list(4'000, end)));
    }
}
