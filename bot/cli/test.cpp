// attune test [NAME…]: plays the conversation tests, and says which ways nobody walked.
#include <algorithm>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/dialogs_at.h"
#include "cli/print_problems.h"
#include "rehearse/run_test.h"

namespace attune::cli {

namespace {

struct Wishes {
    std::vector<std::string> names;
    std::string folder;
    bool json = false;
    bool quiet = false;
};

struct Verdicts {
    std::size_t passed = 0;
    nlohmann::json list = nlohmann::json::array();
    std::vector<std::string> failures;  // as people read them
    rehearse::Coverage coverage;
};

Exit say_problems(const Problems& problems, Console& console) {
    print_problems(problems, console.err, console.err_colours, console.width);
    console.err << summary(problems) << "\n";
    return Exit::findings;
}

void play(
    const rehearse::TestFile& file,
    const std::string& shown,
    const dialog::EditionPtr& edition,
    Verdicts& verdicts) {
    for (const rehearse::ConversationTest& test : file.tests) {
        const auto failure = rehearse::run_test(test, edition, verdicts.coverage);
        nlohmann::json one = {
            {"file", shown}, {"name", test.name}, {"passed", !failure.has_value()}};
        if (failure) {
            verdicts.failures.push_back(rehearse::to_text(*failure, test.name, shown));
            one["expected"] = failure->expected;
            one["came"] = failure->came;
            one["line"] = failure->spot.line;
        } else {
            ++verdicts.passed;
        }
        verdicts.list.push_back(std::move(one));
    }
}

bool is_wanted(const Wishes& wishes, const DialogFiles& files, const std::string& dialog) {
    if (!files.wanted.empty() && files.dialog() != dialog) return false;
    const auto& names = wishes.names;
    return names.empty() || std::find(names.begin(), names.end(), dialog) != names.end();
}

void say_ways_not_walked(
    const Wishes& wishes,
    const DialogFiles& files,
    const dialog::Edition& edition,
    const Verdicts& verdicts,
    std::ostream& out) {
    for (const dialog::Dialog& dialog : edition.dialogs) {
        if (!is_wanted(wishes, files, dialog.name)) continue;
        const auto count = verdicts.coverage.count(dialog);
        out << dialog.name << ": " << count.walked << " of " << count.all << " ways walked\n";
        for (const std::string& line : verdicts.coverage.missing(dialog)) {
            out << "  not walked  " << line << "\n";
        }
    }
}

std::string counted(std::size_t n) {
    return std::to_string(n) + (n == 1 ? " test" : " tests");
}

Exit say_verdicts(
    const Wishes& wishes,
    const DialogFiles& files,
    const dialog::Edition& edition,
    const Verdicts& verdicts,
    Console& console) {
    if (wishes.json) {
        console.out << nlohmann::json{{"tests", verdicts.list}}.dump(2) << "\n";
    } else {
        for (const std::string& failure : verdicts.failures) console.out << failure << "\n";
        if (!wishes.quiet) {
            say_ways_not_walked(wishes, files, edition, verdicts, console.out);
        }
        console.err << counted(verdicts.passed) << " passed, " << verdicts.failures.size()
                    << " failed.\n";
    }
    return verdicts.failures.empty() ? Exit::fine : Exit::findings;
}

// The names that no dialog has.
Exit say_unknown(const std::string& name, const dialog::Edition& edition, Console& console) {
    std::vector<std::string> names;
    for (const auto& dialog : edition.dialogs) names.push_back(dialog.name);
    const std::string near = nearest(name, names);
    console.err << "attune test: there is no dialog \"" << name << "\"."
                << (near.empty() ? "" : " Did you mean \"" + near + "\"?") << "\n";
    return Exit::wrong_use;
}

Exit test(Wishes wishes, Console& console) {
    auto files = wishes.folder.empty() ? dialogs_nearby() : dialogs_at(wishes.folder);
    if (!files) return say_problems(files.error(), console);
    const dialog::Compiled compiled = dialog::compile(files->sources, files->shown_folder);
    if (!compiled.edition) return say_problems(compiled.problems, console);
    for (const std::string& name : wishes.names) {
        if (!compiled.edition->find(name)) return say_unknown(name, *compiled.edition, console);
    }
    Verdicts verdicts;
    Problems problems;
    for (const auto& [path, content] : files->tests) {
        const std::string shown = files->shown(path);
        auto tests =
            rehearse::read_tests(dialog::SourceFile(shown, content), content, *compiled.edition);
        if (!tests) {
            const Problems found = tests.error();
            problems.list.insert(problems.list.end(), found.list.begin(), found.list.end());
        } else if (is_wanted(wishes, *files, tests->dialog)) {
            play(*tests, shown, compiled.edition, verdicts);
        }
    }
    const Exit verdict = say_verdicts(wishes, *files, *compiled.edition, verdicts, console);
    return problems.list.empty() ? verdict : say_problems(problems, console);
}

}  // namespace

Action declare_test(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("names", wishes->names, "dialogs (all)");
    app.add_option(
        "--dialogs", wishes->folder, "folder or file (./dialogs, else the built-in ones)");
    app.add_flag("--json", wishes->json, "for programs");
    app.add_flag("--quiet", wishes->quiet, "failures only");
    return [wishes](Console& console) { return test(*wishes, console); };
}

}  // namespace attune::cli
