// Every row of the problem table is held to its two examples: the wrong one gives exactly its
// number at its place, the right one gives nothing.
#include "dialog/problem_table.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "dialog/load.h"
#include "rehearse/conversation_test.h"
#include "tests/support/edition.h"

using namespace attune;
using dialog::Excerpt;
using dialog::ProblemRow;

namespace {

struct Example {
    dialog::Sources files;
    std::string marked;  // the file that holds the mark; none: the file as a whole
    int line = 0;
    int column = 0;
};

std::string dialog_with_scenes(const std::string& scenes) {
    return "{ \"dialog\": \"example\", \"title\": \"Example\", \"language\": \"en\",\n\"scenes\": "
           "{\n" +
           scenes + "\n} }\n";
}

std::string dialog_with_steps(const std::string& steps) {
    return dialog_with_scenes("\"start\": [\n" + steps + "\n]");
}

const std::string questions = R"({ "ask": "How hot?", "as": "how", "answer": { "scale": [0, 10] } },
{ "ask": "What was it?", "as": "what", "answer": "text" },
{ "ask": "Which?", "as": "which", "answer": { "choose many": { "calm": "Calm", "tired": "Tired" } } },
{ "ask": "Which one?", "as": "chosen", "answer": { "choose": { "calm": "Calm", "tired": "Tired" } } },
{ "ask": "Did it?", "as": "did", "answer": "yes or no" },
)";

// The small defaults, with what the example says in the place of theirs.
std::string defaults_with(const std::string& text) {
    const auto base = nlohmann::ordered_json::parse(test::small_defaults());
    std::string file = "{\n" + text;
    for (const auto& [key, value] : base.items()) {
        const std::string name = nlohmann::json(key).dump();
        if (text.find(name + ":") == std::string::npos) file += ",\n" + name + ": " + value.dump();
    }
    return file + "\n}\n";
}

const std::string style =
    R"("style": { "avoid": ["well done", "you missed"], "reading grade": 5 })";

dialog::Sources parts_of(const std::string& text) {
    dialog::Sources files;
    std::istringstream lines(text);
    std::string name;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("== ")) {
            name = line.substr(3, line.rfind(" ==") - 3);
        } else {
            files[name] += line + "\n";
        }
    }
    return files;
}

dialog::Sources files_of(Excerpt excerpt, const std::string& text) {
    switch (excerpt) {
        case Excerpt::steps:
            return {{"example.json", dialog_with_steps(text)}};
        case Excerpt::scenes:
            return {{"example.json", dialog_with_scenes(text)}};
        case Excerpt::file:
            return {{"example.json", text}};
        case Excerpt::files:
            return parts_of(text);
        case Excerpt::condition:
            return {
                {"example.json",
                 dialog_with_steps(
                     questions + "{ \"if\": \"" + text +
                     "\", \"then\": [ { \"say\": \"So.\" } ] },\n{ \"end\": \"Bye.\" }")}};
        case Excerpt::text:
            return {
                {"example.json",
                 dialog_with_steps(
                     questions + "{ \"say\": \"" + text + "\" },\n{ \"end\": \"Bye.\" }")}};
        case Excerpt::tests:
            return {
                {"example.test.json",
                 "{ \"dialog\": \"example\", \"tests\": [\n" + text + "\n] }\n"}};
        case Excerpt::defaults:
            return {{"defaults/en.json", defaults_with(text)}};
    }
    return {};
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Without « and », whose place is remembered.
Example example_of(const ProblemRow& row, const char* text) {
    Example example;
    example.files = files_of(row.excerpt, text);
    for (auto& [name, content] : example.files) {
        const std::size_t begin = content.find("«");
        if (begin == std::string::npos) continue;
        content.erase(begin, std::strlen("«"));
        content.erase(content.find("»"), std::strlen("»"));
        const std::string_view before(content.data(), begin);
        const std::size_t line_begin = before.rfind('\n') + 1;
        example.marked = name;
        example.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
        example.column = 1 + static_cast<int>(letters(before.substr(line_begin)));
    }
    return example;
}

Problems check(dialog::Sources files) {
    dialog::Sources tests;
    for (auto at = files.begin(); at != files.end();) {
        if (at->first.ends_with(".test.json")) {
            tests.insert(files.extract(at++));
        } else {
            ++at;
        }
    }
    files.try_emplace("defaults/en.json", defaults_with(style));
    if (files.lower_bound("translations/de/") != files.end()) {
        files.try_emplace("defaults/de.json", test::german_defaults());
    }
    if (!tests.empty() || files.size() == 1) {
        files.try_emplace(
            "example.json",
            dialog_with_steps(R"({ "ask": "How?", "as": "how", "answer": { "scale": [0, 10] } },
{ "end": "Sleep well." })"));
    }
    dialog::Compiled compiled = dialog::compile(files, "");
    Problems problems = compiled.problems;
    for (const auto& [name, content] : tests) {
        REQUIRE(compiled.edition);
        const dialog::SourceFile source(name, content);
        if (auto read = rehearse::read_tests(source, content, *compiled.edition); !read) {
            for (Problem& problem : read.error().list) problems.list.push_back(problem);
        }
    }
    return problems;
}

// "A214 error example.json:4:12"; where no line is to blame, the number alone.
std::string in_short(const Problem& problem) {
    std::string text = problem.number + " " + std::to_string(static_cast<int>(problem.severity));
    const Place& place = problem.place;
    if (place.line > 0) {
        text += " " + place.file.substr(place.file.starts_with('/') ? 1 : 0) + ":" +
                std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    return text + "\n";
}

}  // namespace

TEST_CASE("the table has every family, and no number twice") {
    std::set<std::string> numbers;
    std::set<char> families;
    for (const ProblemRow& row : dialog::problem_table()) {
        INFO(row.number);
        CHECK(std::regex_match(row.number, std::regex("A[1-6][0-9][0-9]")));
        CHECK(numbers.insert(row.number).second);
        families.insert(row.number[1]);
    }
    CHECK(numbers.size() >= 70);
    CHECK(families.size() == dialog::problem_families().size());
}

TEST_CASE("a sentence of the table has no full stop, its mend has an end") {
    for (const ProblemRow& row : dialog::problem_table()) {
        INFO(row.number);
        const std::string what = row.what;
        const std::string mend = row.mend;
        CHECK_FALSE(what.ends_with("."));
        const bool from_a_value = mend.size() == 2 && mend.front() == '%';
        CHECK((from_a_value || std::string(".?:").find(mend.back()) != std::string::npos));
    }
}

TEST_CASE("each wrong example gives exactly its number, at its place") {
    // Their causes are no few lines: an unreadable or a huge file, a huge text, a fault that no
    // rule names, 4,000 scenes.
    const std::set<std::string> cannot_be_shown = {"A100", "A115", "A132", "A202", "A238", "A403"};
    for (const ProblemRow& row : dialog::problem_table()) {
        if (cannot_be_shown.contains(row.number)) continue;
        const Example example = example_of(row, row.wrong);
        const Problems problems = check(example.files);
        std::string found;
        std::string text;
        for (const Problem& problem : problems.list) {
            found += in_short(problem);
            text += to_text(problem);
        }
        INFO(row.wrong << "\n" << text);
        Problem wanted;
        wanted.number = row.number;
        wanted.severity = row.severity;
        wanted.place = {example.marked, example.line, example.column, 1};
        CHECK(found == in_short(wanted));
        CHECK(text.find('%') == std::string::npos);
    }
}

TEST_CASE("each right example gives nothing") {
    for (const ProblemRow& row : dialog::problem_table()) {
        INFO(row.number << ": " << row.right);
        const Example example = example_of(row, row.right);
        CHECK(example.marked.empty());
        std::string found;
        for (const Problem& problem : check(example.files).list) found += to_text(problem);
        CHECK(found == "");
    }
}

TEST_CASE("whatever the code reports is in the table, and whatever is there is reported") {
    namespace fs = std::filesystem;
    std::set<std::string> in_code;
    const std::regex number("\"(A[0-9]{3})\"");
    for (const char* folder : {"dialog", "rehearse", "library", "cli"}) {
        for (const auto& entry :
             fs::directory_iterator(std::string(ATTUNE_SOURCE_DIR "/bot/") + folder)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with("problem_rows") || entry.path().extension() != ".cpp") continue;
            std::ifstream in(entry.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
                in_code.insert((*at)[1]);
            }
        }
    }
    for (const std::string& one : in_code) {
        INFO(one);
        CHECK(dialog::find_problem(one) != nullptr);
    }
    for (const ProblemRow& row : dialog::problem_table()) {
        INFO(row.number);
        CHECK(in_code.contains(row.number));
    }
}
