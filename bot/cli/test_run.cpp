#include "cli/test_run.h"

#include <algorithm>
#include <utility>

namespace attune::cli {

namespace {

PlayedTest played(
    const rehearse::ConversationTest& test,
    const dialog::EditionPtr& edition,
    rehearse::Coverage& coverage) {
    PlayedTest result;
    result.name = test.name;
    const auto start = std::chrono::steady_clock::now();
    result.failure = rehearse::run_test(test, edition, coverage);
    result.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    return result;
}

template <class Count>
std::size_t counted(const std::vector<PlayedFile>& files, Count is_counted) {
    std::size_t count = 0;
    for (const PlayedFile& file : files) {
        count += static_cast<std::size_t>(
            std::count_if(file.tests.begin(), file.tests.end(), is_counted));
    }
    return count;
}

}  // namespace

std::vector<TestSource> read_all_tests(const DialogFiles& files, const dialog::Edition& edition) {
    std::vector<TestSource> sources;
    for (const auto& [path, content] : files.tests) {
        TestSource source;
        source.path = path;
        source.shown = files.shown(path);
        auto tests =
            rehearse::read_tests(dialog::SourceFile(source.shown, content), content, edition);
        if (tests) {
            source.tests = std::move(*tests);
        } else {
            source.problems = tests.error();
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

bool Choice::names(const std::string& name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
}

bool Choice::takes(const std::string& dialog) const {
    return is_everything() || names(dialog);
}

bool Choice::takes(const std::string& dialog, const std::string& test) const {
    return takes(dialog) || names(test);
}

bool Choice::touches(const TestSource& source) const {
    const auto& tests = source.tests.tests;
    return takes(source.tests.dialog) ||
           std::any_of(
               tests.begin(), tests.end(), [&](const auto& test) { return names(test.name); });
}

std::optional<Choice::Unknown> Choice::unknown(
    const std::vector<TestSource>& sources, const dialog::Edition& edition) const {
    std::vector<std::string> known;
    for (const auto& dialog : edition.dialogs) known.push_back(dialog.name);
    for (const TestSource& source : sources) {
        for (const auto& test : source.tests.tests) known.push_back(test.name);
    }
    for (const std::string& name : names_) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        return Unknown{name, nearest(name, known)};
    }
    return std::nullopt;
}

std::size_t TestRun::passed() const {
    return counted(files, [](const PlayedTest& test) { return !test.failure; });
}

std::size_t TestRun::failed() const {
    return counted(files, [](const PlayedTest& test) { return test.failure.has_value(); });
}

Problems TestRun::problems() const {
    Problems all;
    for (const PlayedFile& file : files) {
        all.list.insert(all.list.end(), file.problems.list.begin(), file.problems.list.end());
    }
    return all;
}

TestRun play_all(
    const std::vector<TestSource>& sources,
    const Choice& choice,
    const dialog::EditionPtr& edition) {
    TestRun run;
    for (const TestSource& source : sources) {
        PlayedFile file{source.shown, source.tests.dialog, {}, source.problems};
        for (const auto& test : source.tests.tests) {
            if (!choice.takes(source.tests.dialog, test.name)) continue;
            file.tests.push_back(played(test, edition, run.coverage));
        }
        if (!file.tests.empty() || !file.problems.list.empty()) {
            run.files.push_back(std::move(file));
        }
    }
    return run;
}

}  // namespace attune::cli
