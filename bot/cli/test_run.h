// Conversation tests of a folder: read, chosen by name, played.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cli/dialogs_at.h"
#include "rehearse/run_test.h"

namespace attune::cli {

// A file of tests as it was read; with problems it has none.
struct TestSource {
    std::string path;   // below the dialogs folder
    std::string shown;  // as messages name it
    rehearse::TestFile tests;
    Problems problems;
};

std::vector<TestSource> read_all_tests(const DialogFiles& files, const dialog::Edition& edition);

// Names of dialogs and of tests; none: everything.
class Choice {
public:
    explicit Choice(std::vector<std::string> names) : names_(std::move(names)) {}

    bool takes(const std::string& dialog) const;
    bool takes(const std::string& dialog, const std::string& test) const;
    // The dialogs that are named, or have a test that is named.
    bool touches(const TestSource& source) const;
    bool is_everything() const { return names_.empty(); }
    // The first name that neither a dialog nor a test has, and the nearest that there is (or
    // empty).
    struct Unknown {
        std::string name;
        std::string near;
    };
    std::optional<Unknown> unknown(
        const std::vector<TestSource>& sources, const dialog::Edition& edition) const;

private:
    bool names(const std::string& name) const;

    std::vector<std::string> names_;
};

struct PlayedTest {
    std::string name;
    std::optional<rehearse::Failure> failure;
    std::chrono::microseconds took{};
};

struct PlayedFile {
    std::string shown;
    std::string dialog;
    std::vector<PlayedTest> tests;
    Problems problems;  // why it could not be read
};

struct TestRun {
    std::vector<PlayedFile> files;
    rehearse::Coverage coverage;

    std::size_t passed() const;
    std::size_t failed() const;
    Problems problems() const;
};

TestRun play_all(
    const std::vector<TestSource>& sources,
    const Choice& choice,
    const dialog::EditionPtr& edition);

}  // namespace attune::cli
