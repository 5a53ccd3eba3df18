// The dialogs of the project: every conversation test of theirs holds, and none of them leaves an
// option unwalked.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "dialog/load.h"
#include "tests_of.h"

using namespace attune;
using namespace attune::rehearse;

namespace {

namespace fs = std::filesystem;

const fs::path dialogs = fs::path(ATTUNE_SOURCE_DIR) / "dialogs";

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> test_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(dialogs)) {
        const std::string name = entry.path().filename().string();
        if (name.size() > 10 && name.ends_with(".test.json")) files.push_back(entry.path());
    }
    return files;
}

dialog::EditionPtr edition_in_the_tree() {
    const auto sources = dialog::read_folder(dialogs);
    REQUIRE(sources.has_value());
    const auto compiled = dialog::compile(*sources, "dialogs");
    for (const Problem& problem : compiled.problems.list) UNSCOPED_INFO(attune::to_text(problem));
    REQUIRE(compiled.edition);
    return compiled.edition;
}

}  // namespace

TEST_CASE("the conversation tests in the tree hold, and walk every way") {
    const auto edition = edition_in_the_tree();
    Coverage coverage;
    for (const fs::path& path : test_files()) {
        const std::string content = content_of(path);
        const std::string name = path.lexically_relative(dialogs).generic_string();
        const auto file = read_tests(dialog::SourceFile(name, content), content, *edition);
        if (!file) FAIL(attune::to_text(file.error().list.front()));
        for (const ConversationTest& test : file->tests) {
            const auto failure = run_test(test, edition, coverage);
            INFO(name << ": " << test.name);
            INFO((failure ? failure->talk + failure->expected + "\ncame " + failure->came : ""));
            CHECK_FALSE(failure.has_value());
        }
    }
    for (const dialog::Dialog& dialog : edition->dialogs) {
        for (const QuestionCoverage& question : coverage.of(dialog)) {
            INFO(dialog.name << ": " << question.place);
            CHECK(question.missing.empty());
        }
    }
}
