// Dialogs, each broken in one way as a tired person would: broken/*.json. What each must give
// stands in broken/expected.txt, "file number line  what happened".
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "problems_of.h"

using namespace attune;
using namespace attune::test;

namespace {

const std::filesystem::path folder = ATTUNE_SOURCE_DIR "/tests/unit/dialog/broken";

struct Expected {
    std::string file;
    std::string number;
    int line = 0;
};

std::vector<Expected> expected() {
    std::vector<Expected> all;
    std::ifstream list(folder / "expected.txt");
    for (std::string line; std::getline(list, line);) {
        Expected one;
        std::istringstream(line) >> one.file >> one.number >> one.line;
        all.push_back(std::move(one));
    }
    return all;
}

std::string content_of(const std::string& file) {
    std::ifstream in(folder / file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

TEST_CASE("a dialog broken in one way gives one problem, with its number and its line") {
    const auto all = expected();
    CHECK(all.size() >= 40);
    for (const Expected& one : all) {
        const Problems problems = problems_of({{one.file, content_of(one.file)}});
        for (const Problem& problem : problems.list) UNSCOPED_INFO(to_text(problem));
        INFO(one.file << " wants " << one.number << " in line " << one.line);
        CHECK(problems.list.size() == 1);
        if (problems.list.empty()) continue;
        CHECK(problems.list[0].number == one.number);
        CHECK(problems.list[0].place.line == one.line);
    }
}

TEST_CASE("every broken dialog is in the list of what is expected") {
    const auto all = expected();
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        ++files;
        INFO(entry.path());
        CHECK(std::any_of(all.begin(), all.end(), [&](const Expected& one) {
            return one.file == entry.path().filename();
        }));
    }
    CHECK(files == all.size());
}
