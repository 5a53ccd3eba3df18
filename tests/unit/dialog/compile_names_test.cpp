// What is wrong with names, keys and shapes: each with its number, its place and its mend.
#include <catch2/catch.hpp>

#include "problems_of.h"

using namespace attune;
using namespace attune::test;

namespace {

struct Wrong {
    std::string number;
    std::string steps;  // of one line; [[ and ]] stand around what is marked
    std::string mend;   // a part of it
};

std::string without(std::string text, const std::string& sign) {
    const std::size_t at = text.find(sign);
    return text.erase(at, sign.size());
}

// The steps stand alone in the fourth line, from its first column.
Problems problems_of_line(const std::string& steps) {
    const std::string heat =
        R"({ "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } })";
    return problems_in("\n\"start\": [ " + heat + ",\n" + steps + ",\n{ \"end\": \"Bye.\" } ]");
}

void check_wrong(const Wrong& wrong) {
    const std::string half = without(wrong.steps, "[[");
    const std::string line = without(half, "]]");
    const auto column = wrong.steps.find("[[") + 1;
    const auto length = half.find("]]") + 1 - column;
    const Problems problems = problems_of_line(line);
    for (const Problem& problem : problems.list) UNSCOPED_INFO(to_text(problem));
    INFO(line);
    REQUIRE_FALSE(problems.list.empty());
    const Problem& problem = problems.list[0];
    CHECK(
        place_and_number(problem) ==
        "dialogs/talk.json:4:" + std::to_string(column) + " " + wrong.number);
    CHECK(static_cast<std::size_t>(problem.place.length) == length);
    CHECK(problem.source_line == line + ",");
    CHECK_THAT(problem.mend, Catch::Contains(wrong.mend));
    CHECK(problems.list.size() == 1);
}

}  // namespace

TEST_CASE("a step that cannot be understood is named with what is right") {
    for (const Wrong& wrong : std::vector<Wrong>{
             {"A200", R"({ [["sya"]]: "Hello." })", R"(Did you mean "say"?)"},
             {"A203", R"({ "say": "Hello", [["one off"]]: ["x"] })", R"(and "say".)"},
             {"A203", R"({ "if": "heat is 3", "then": [], [["els"]]: [] })", "mean \"else\"?"},
             {"A204", R"({ [["later"]]: { "in": "1 day", "start": "talk" } })", "Leave it out"},
             {"A204", R"({ "say": "Look.", [["expect words"]]: [] })", "Leave it out"},
             {"A205", R"({ "say": [[5]] })", "Write a text or a list of lines"},
             {"A220", R"([["hello"]])", "Write it like"},
             {"A221", R"({ "say": "Hi.", [["go"]]: "start" })", "a step of its own"},
             {"A291", R"({ [["as"]]: "heat" })", R"("as" belongs to "ask")"},
             {"A222", R"([[{]]})", "Give it a verb"},
             {"A223", R"({ "say": [[""]] })", "Write the words"},
             {"A223", R"({ "say": [[[]]] })", "Write the words"},
             {"A224", R"({ "say": [[{]] "one of": [] } })", "Write the wordings"}}) {
        check_wrong(wrong);
    }
}

TEST_CASE("a question that is not whole is named with what it lacks") {
    for (
        const Wrong& wrong : std::vector<Wrong>{
            {"A201", R"({ [["ask"]]: "Why?", "answer": "text" })", "Add \"as\""},
            {"A201", R"({ [["ask"]]: "Why?", "as": "reason" })", "Add \"answer\""},
            {"A201",
             R"({ "ask": "Why?", "as": "w", "answer": "text", "check": [[{]] "that": "w is 'x'" } })",
             "\"say\""},
            {"A240",
             R"({ [["ask"]]: "When?", "as": "d", "answer": "date" })",
             "\"if unclear\" there"},
            {"A241",
             R"({ "ask": "Who?", "as": "d", "answer": { "choose": [["feelings"]] } })",
             "write the options out"},
            {"A204",
             R"({ "ask": "Who?", "as": "d", "answer": "text", [["if silent"]]: {} })",
             "out"},
            {"A206",
             R"({ "ask": "Who?", "as": "d", "answer": { "choose many": { "a": "A" }, "at most": [[2]] } })",
             "without quotes"},
            {"A207",
             R"({ "ask": "Why?", "as": [["known"]], "answer": "text" })",
             "letters, digits"},
            {"A207",
             R"({ "ask": "Why?", "as": [["my-name"]], "answer": "text" })",
             "letters, digits"},
            {"A207",
             R"({ "ask": "Why?", "as": "w", "answer": { "choose": { [["1"]]: "One" } } })",
             "letter"},
            {"A208", R"({ "ask": "Why?", "as": "why", "answer": [["texts"]] })", "mean \"text\""},
            {"A208",
             R"({ "ask": "Why?", "as": "why", "answer": { [["chose"]]: { "a": "A" } } })",
             "choose"},
            {"A209",
             R"({ "ask": "Why?", "as": "why", "answer": [["choose"]] })",
             "What people see"},
            {"A210",
             R"({ "ask": "Why?", "as": "why", "answer": { "scale": [[[]]10, 0] } })",
             "[0, 10]"},
            {"A210", R"({ "ask": "Why?", "as": "why", "answer": [["scale"]] })", "[0, 10]"},
            {"A211",
             R"({ "ask": "Why?", "as": "why", "answer": { [["choose"]]: {} } })",
             "1 to 64"},
            {"A213", R"({ "ask": "Why?", "as": "why", "answer": [[{]] "text": true } })", "alone"},
            {"A289",
             R"({ "ask": "Why?", "as": "w", "answer": "text", "still unclear": [["skp"]] })",
             "start"},
            {"A215",
             R"({ "ask": "Why?", "as": "w", "answer": { "choose": { "old": "Old" } }, "hear": { [["odl"]]: ["x"] } })",
             "mean \"old\""},
            {"A218",
             R"({ "ask": "Why?", "as": [["heat"]], "answer": { "scale": [0, 10] } })",
             "its own name"},
            {"A225",
             R"({ "ask": "Why?", "as": "why", "answer": { "choose": { "a": [["{heat}"]] } } })",
             "Write it out"},
            {"A226",
             R"({ "ask": "Why?", "as": "why", "answer": "text", [["hear"]]: {} })",
             "Take it out"},
            {"A401",
             R"({ "ask": "Why?", "as": "w", "answer": { "choose": { "a": "One", "b": [["ONE"]] } } })",
             "of its own"},
            {"A401",
             R"({ "ask": "Why?", "as": "w", "answer": "yes or no", "hear": { "no": [["Yeah"]] } })",
             "of its own"}}) {
        check_wrong(wrong);
    }
}

TEST_CASE("a step that names what is not there is named with the nearest right name") {
    for (const Wrong& wrong : std::vector<Wrong>{
             {"A289", R"({ "go": [["strt"]] })", "Did you mean \"start\"?"},
             {"A214", R"({ "visit": [["shared/talc"]] })", "Did you mean \"talk\"?"},
             {"A298", R"({ "go": [["talk"]] })", "Use \"visit\""},
             {"A228", R"({ "pause": [["long"]] })", "20 seconds"},
             {"A229", R"({ "pause": [["3 minutes"]] })", "shorter"},
             {"A235", R"({ "match": "heat", "when": { [["high"]]: [] }, "otherwise": [] })", "8.."},
             {"A237", R"({ "match": [["hea"]], "when": { "3": [] }, "otherwise": [] })", "heat"},
             {"A217",
              R"({ "repeat": [ { "say": "x" } ], "as": [["heat"]], "at most": 2 })",
              "another name"},
             {"A201", R"({ [["repeat"]]: [ { "say": "x" } ], "as": "round" })", "at most"},
             {"A201", R"({ [["if"]]: "heat is 3" })", "then"},
             {"A201", R"({ [["match"]]: "heat" })", "when"},
             {"A230", R"({ "set": { "heat": [["'x'"]] } })", "another name"},
             {"A303", R"({ "set": { [["tries"]]: "tries + 1" } })", "Set it before"}}) {
        check_wrong(wrong);
    }
}

TEST_CASE("what the person keeps cannot be filled yet, and that is said") {
    const auto problems = problems_of(
        {{"person.json",
          R"({ "child": { "type": "text", "for": "how the bot speaks of your child" } })"},
         {"talk.json", dialog_file("talk", R"("start": [ { "set": { "child": "'Kim'" } },
              { "say": "And {child or \"your child\"}?" }, { "end": "Bye." } ])")}});
    CHECK(has(problems, "A204"));
}

TEST_CASE("two questions with one name need one kind of answer") {
    const auto problems = problems_in(R"(
        "start": [ { "ask": "Why?", "as": "it", "answer": "text" }, { "go": "on" } ],
        "on": [ { "ask": "Why?", "as": "it", "answer": "number" }, { "end": "Bye." } ])");
    REQUIRE(numbers(problems) == std::vector<std::string>{"A219"});
    CHECK(problems.list[0].place.line == 4);
}

TEST_CASE("two questions with one name share the variable and its options") {
    const auto edition = edition_of({{"talk.json", dialog_file("talk", R"(
        "start": [ { "ask": "Which?", "as": "it", "answer": { "choose": { "a": "A", "b": "B" } } }, { "go": "on" } ],
        "on": [ { "ask": "Which?", "as": "it", "answer": { "choose": { "b": "B", "c": "C" } } }, { "end": "Bye." } ])")}});
    const auto& dialog = edition->dialogs[0];
    REQUIRE(dialog.variables.size() == 1);
    CHECK(dialog.variables[0].options == std::vector<std::string>{"a", "b", "c"});
    CHECK(dialog.variables[0].option_labels.size() == 3);
    CHECK(dialog.questions.size() == 2);
}

TEST_CASE("a dialog's top is looked at") {
    const auto top = [](const std::string& file) {
        return numbers(problems_of({{"talk.json", file}}));
    };
    CHECK(
        top(R"({ "dialog": "tlak", "title": "T", "language": "en", "scenes": { "s": [ { "end": true } ] } })") ==
        std::vector<std::string>{"A216"});
    CHECK(
        top(R"({ "dialog": "talk", "title": "T", "language": "en" })") ==
        std::vector<std::string>{"A201"});
    CHECK(
        top(R"({ "dialog": "talk", "title": "", "language": "en", "scenes": { "s": [ { "end": true } ] } })") ==
        std::vector<std::string>{"A201"});
    CHECK(
        top(R"({ "dialog": "talk", "title": "T", "language": "xx", "scenes": { "s": [ { "end": true } ] } })") ==
        std::vector<std::string>{"A501"});
    CHECK(
        top(R"({ "dialog": "talk", "title": "T", "language": "en", "was": {}, "scenes": { "s": [ { "end": true } ] } })") ==
        std::vector<std::string>{"A204"});
    CHECK(top(R"([])") == std::vector<std::string>{"A205"});
}

TEST_CASE("65 options are too many, 64 are not") {
    const auto options = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            const std::string n = std::to_string(i);
            text += (i ? ", " : "") + ("\"o" + n + "\": \"Number " + n + "\"");
        }
        return problems_in_steps(
            R"({ "ask": "Which?", "as": "it", "answer": { "choose": { )" + text + " } } }");
    };
    CHECK(numbers(options(64)).empty());
    CHECK(numbers(options(65)) == std::vector<std::string>{"A211"});
}

TEST_CASE("a name may have 40 bytes, not 41") {
    const auto ask = [](std::size_t bytes) {
        return numbers(problems_in_steps(
            R"({ "ask": "Which?", "as": ")" + std::string(bytes, 'n') +
            R"(", "answer": "text" })"));
    };
    CHECK(ask(40).empty());
    CHECK(ask(41) == std::vector<std::string>{"A207"});
}

TEST_CASE("a dialog of 4,001 questions is too long, and that is said once a question too many") {
    std::string steps;
    for (int i = 0; i < 4001; ++i) {
        const std::string name = "q" + std::to_string(i);
        steps +=
            (i ? ", " : "") + (R"({ "ask": "?", "as": ")" + name + R"(", "answer": "number" })");
    }
    CHECK(numbers(problems_in_steps(steps)) == std::vector<std::string>{"A238"});
}

TEST_CASE("options that are given have their labels, and can be matched") {
    const auto edition =
        edition_of({{"talk.json", R"({ "dialog": "talk", "title": "T", "language": "en",
        "given": { "need": { "choose": { "room": "Room", "lap": "A lap" } } },
        "scenes": { "s": [
            { "match": "need", "when": { "room": [], "lap": [] }, "otherwise": [] },
            { "end": "It was {need or \"open\"}." } ] } })"}});
    const auto& dialog = edition->dialogs[0];
    const auto& need = dialog.variables.at(0);
    CHECK(need.options == std::vector<std::string>{"room", "lap"});
    REQUIRE(need.option_labels.size() == 2);
    CHECK(std::get<std::string>(dialog.texts[need.option_labels[1]].pieces.at(0)) == "A lap");
}

TEST_CASE("a name of a repeat can be read inside of it only") {
    const std::string loop =
        R"({ "repeat": [ { "say": "Round {round}." } ], "as": "round", "at most": 2 })";
    CHECK(numbers(problems_in_steps(loop)).empty());
    CHECK(problems_in_steps(loop + R"(, { "say": "Round {round}." })").has_errors());
}
