#include "tests_of.h"

#include <stdexcept>

namespace attune::rehearse {

dialog::EditionPtr heat_and_words() {
    return test::edition_of({{"talk.json", test::dialog_file("talk", R"(
        "first": [
          { "say": "Good evening." },
          { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] }, "may skip": true,
            "if unclear": ["A number.", "Any number."] },
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

}  // namespace attune::rehearse
