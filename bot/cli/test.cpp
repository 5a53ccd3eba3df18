// attune test [NAME…]: plays the conversation tests, and says which ways nobody walked.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/coverage_view.h"
#include "cli/print_problems.h"
#include "cli/test_report.h"
#include "cli/write_file.h"
#include "rehearse/update_test.h"

namespace attune::cli {

namespace {

struct Wishes {
    std::vector<std::string> names;
    std::string folder;
    std::string junit;
    bool update = false;
    bool coverage = false;
    bool json = false;
    bool quiet = false;
};

Exit say_problems(const Problems& problems, Console& console) {
    print_problems(problems, console.err, console.err_colours, console);
    console.err << summary(problems) << "\n";
    return Exit::findings;
}

std::string counted(std::size_t n) {
    return std::to_string(n) + (n == 1 ? " test" : " tests");
}

// A file among the names says where the dialogs are, and which one of them is meant.
Result<DialogFiles, Problems> find_files(Wishes& wishes) {
    for (std::string& name : wishes.names) {
        std::error_code error;
        if (!wishes.folder.empty() || !std::filesystem::is_regular_file(name, error)) continue;
        auto files = dialogs_at(name);
        if (files) name = files->dialog();
        return files;
    }
    auto files = wishes.folder.empty() ? dialogs_nearby() : dialogs_at(wishes.folder);
    if (files && wishes.names.empty() && !files->wanted.empty()) {
        wishes.names.push_back(files->dialog());
    }
    return files;
}

// All that one run of the command works on.
class Testing {
public:
    Testing(const Wishes& wishes, const DialogFiles& files, dialog::EditionPtr edition, Console& to)
        : wishes_(wishes),
          files_(files),
          edition_(std::move(edition)),
          console_(to),
          choice_(wishes.names),
          sources_(read_all_tests(files, *edition_)) {}

    // Rewrites what the chosen tests expect; false where a file cannot be written.
    bool update() {
        for (const TestSource& source : sources_) {
            if (!update(source)) return false;
        }
        return true;
    }

    Exit run() {
        if (const auto unknown = choice_.unknown(sources_, *edition_)) return say(*unknown);
        const TestRun played = play_all(sources_, choice_, edition_);
        if (!write_junit(played)) return Exit::data;
        if (wishes_.json) {
            console_.out << as_json(played, *edition_, choice_) << "\n";
        } else {
            print(played);
        }
        const Problems problems = played.problems();
        if (!problems.list.empty()) return say_problems(problems, console_);
        return played.failed() == 0 ? Exit::fine : Exit::findings;
    }

private:
    bool update(const TestSource& source) {
        const std::string& content = files_.tests.at(source.path);
        std::vector<rehearse::Edit> edits;
        for (const auto& test : source.tests.tests) {
            if (!choice_.takes(source.tests.dialog, test.name)) continue;
            auto more = rehearse::updates_for(test, edition_, content);
            std::move(more.begin(), more.end(), std::back_inserter(edits));
        }
        if (edits.empty()) return true;
        const std::size_t count = edits.size();
        if (!write_whole(
                files_.folder / source.path, rehearse::with_edits(content, std::move(edits)))) {
            console_.err << "attune test: " << source.shown << " cannot be written.\n";
            return false;
        }
        if (!wishes_.quiet) {
            console_.err << source.shown << ": " << count
                         << (count == 1 ? " expectation" : " expectations") << " rewritten.\n";
        }
        return true;
    }

    Exit say(const Choice::Unknown& unknown) {
        console_.err << "attune test: there is no dialog and no test \"" << unknown.name << "\"."
                     << (unknown.near.empty() ? "" : " Did you mean \"" + unknown.near + "\"?")
                     << "\n";
        return Exit::wrong_use;
    }

    bool write_junit(const TestRun& played) {
        if (wishes_.junit.empty()) return true;
        std::ofstream file(wishes_.junit, std::ios::binary);
        file << as_junit(played) << std::flush;
        if (file) return true;
        console_.err << "attune test: " << wishes_.junit << " cannot be written.\n";
        return false;
    }

    void print(const TestRun& played) {
        for (const PlayedFile& file : played.files) {
            for (const PlayedTest& test : file.tests) {
                if (!test.failure) continue;
                print_failure(*test.failure, test.name, file.shown, console_);
                console_.out << "\n";
            }
        }
        if (wishes_.coverage) {
            print_coverage(played.coverage);
        } else if (!wishes_.quiet) {
            for (const dialog::Dialog* dialog : touched()) {
                print_ways(played.coverage, *dialog, console_.out);
            }
        }
        if (wishes_.quiet && played.failed() == 0) return;
        console_.err << counted(played.passed()) << " passed, " << played.failed() << " failed.\n";
    }

    void print_coverage(const rehearse::Coverage& coverage) {
        CoverageTable table(coverage, console_);
        for (const dialog::Dialog* dialog : touched()) table.add(*dialog);
        table.print();
        for (const dialog::Dialog* dialog : touched()) {
            const std::string path = dialog->name + ".json";
            const auto content = files_.sources.find(path);
            if (content == files_.sources.end()) continue;
            print_margin(
                coverage,
                *dialog,
                files_.shown(path),
                content->second,
                !choice_.is_everything(),
                console_);
        }
    }

    // The dialogs that are looked at.
    std::vector<const dialog::Dialog*> touched() const {
        std::vector<const dialog::Dialog*> dialogs;
        for (const dialog::Dialog& dialog : edition_->dialogs) {
            bool looked_at = choice_.takes(dialog.name);
            for (const TestSource& source : sources_) {
                looked_at =
                    looked_at || (source.tests.dialog == dialog.name && choice_.touches(source));
            }
            if (looked_at) dialogs.push_back(&dialog);
        }
        return dialogs;
    }

    const Wishes& wishes_;
    const DialogFiles& files_;
    dialog::EditionPtr edition_;
    Console& console_;
    Choice choice_;
    std::vector<TestSource> sources_;
};

Exit test(const Wishes& asked, Console& console) {
    Wishes wishes = asked;
    auto files = find_files(wishes);
    if (!files) return say_problems(files.error(), console);
    const dialog::Compiled compiled = dialog::compile(files->sources, files->shown_folder);
    if (!compiled.edition) return say_problems(compiled.problems, console);
    if (wishes.update) {
        if (files->folder.empty()) {
            console.err << "attune test: the built-in tests cannot be rewritten. Name a folder: "
                           "--dialogs my-dialogs\n";
            return Exit::wrong_use;
        }
        if (!Testing(wishes, *files, compiled.edition, console).update()) return Exit::data;
        Wishes again = asked;
        files = find_files(again);
        if (!files) return say_problems(files.error(), console);
    }
    return Testing(wishes, *files, compiled.edition, console).run();
}

}  // namespace

Action declare_test(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("names", wishes->names, "dialogs, tests or files (all)");
    app.add_option(
        "--dialogs", wishes->folder, "folder or file (./dialogs, else the built-in ones)");
    app.add_flag("--update", wishes->update, "rewrites in the files what the tests expect");
    app.add_flag("--coverage", wishes->coverage, "the ways walked, question by question");
    app.add_option("--junit", wishes->junit, "writes the results to a file, for build servers");
    app.add_flag("--json", wishes->json, "for programs");
    app.add_flag("--quiet", wishes->quiet, "failures only");
    return [wishes](Console& console) { return test(*wishes, console); };
}

}  // namespace attune::cli
