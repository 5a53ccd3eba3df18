#include "tests_of.h"

#include <stdexcept>

namespace attune::rehearse {

dialog::EditionPtr heat_and_words() {
    return test::edition_of({{"talk.json", test::dialog_file("talk", R"(
        "first": [
          { "say": "Good evening." },
          { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] }, "may skip": true,
            "why": "To begin.", "if unclear": ["A number.", "Any number."] },
          { "if": "heat >= 8", "then": [ { "visit": "a breath" } ] },
          { "go": "second" }
        ],
        "a breath": [ { "say": "Breathe." } ],
        "second": [
          { "ask": "What was it?", "as": "matter", "answer": "text" },
          { "keep": "{matter}" },
          { "ask": "Enough?", "as": "enough", "answer": { "choose": { "yes_it_is": "It is", "go_on": "Go on" } } },
          { "end": "Sleep well." }
        ])")}});
}

dialog::EditionPtr talk_with_a_visit() {
    return test::edition_of(
        {{"person.json",
          R"({ "child": { "type": "text", "private": true, "for": "to name your child" } })"},
         {"talk.json", test::dialog_file("talk", R"(
        "first": [
          { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } },
          { "visit": "inner", "give": { "who": "child" } },
          { "say": "Back at {heat or \"no heat\"}." },
          { "go": "last" }
        ],
        "last": [
          { "if": "hour >= 22", "then": [ { "say": "It is late." } ] },
          { "end": "Until then." }
        ])")},
         {"inner.json",
          R"({ "dialog": "inner", "title": "Inner", "language": "en", "given": { "who": "text" },
          "scenes": { "only": [
            { "ask": "How is {who or \"she\"}?", "as": "how", "answer": "text" },
            { "return": true } ] } })"}});
}

std::string file_with(const std::string& talk, const std::string& more) {
    return R"({ "dialog": "talk", "tests": [ { "name": "a test", )" + more + R"("talk": [)" + talk +
           "] } ] }";
}

Result<TestFile, Problems> read(const std::string& content, const dialog::EditionPtr& edition) {
    return read_tests(dialog::SourceFile("talk.test.json", content), content, *edition);
}

std::optional<Failure> play(const std::string& talk, const std::string& more, Coverage* coverage) {
    const auto edition = heat_and_words();
    const auto file = read(file_with(talk, more), edition);
    if (!file) throw std::runtime_error(attune::to_text(file.error().list.front()));
    Coverage own;
    return run_test(file->tests.front(), edition, coverage != nullptr ? *coverage : own);
}

std::optional<Failure> play_in(const dialog::EditionPtr& edition, const std::string& test) {
    const auto file = read(R"({ "dialog": "talk", "tests": [)" + test + "] }", edition);
    if (!file) throw std::runtime_error(attune::to_text(file.error().list.front()));
    Coverage coverage;
    return run_test(file->tests.front(), edition, coverage);
}

}  // namespace attune::rehearse
