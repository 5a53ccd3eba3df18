// attune lint [PATHS]: all that is wrong with folders of dialogs, or with single files of them.
#include <algorithm>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/dialogs_at.h"
#include "cli/print_problems.h"
#include "rehearse/conversation_test.h"

namespace attune::cli {

namespace {

struct Wishes {
    std::vector<std::string> paths;
    bool json = false;
    bool quiet = false;
};

void append(Problems& all, Problems more) {
    for (Problem& problem : more.list) all.list.push_back(std::move(problem));
}

Problems problems_of_tests(const DialogFiles& files, const dialog::Edition& edition) {
    Problems problems;
    for (const auto& [path, content] : files.tests) {
        const dialog::SourceFile source(files.shown(path), content);
        if (auto tests = rehearse::read_tests(source, content, edition); !tests) {
            append(problems, tests.error());
        }
    }
    return problems;
}

// Where one file was named, only what stands in it.
void keep_wanted(const DialogFiles& files, Problems& problems) {
    if (files.wanted.empty()) return;
    const std::string shown = files.shown(files.wanted);
    std::erase_if(
        problems.list, [&](const Problem& problem) { return problem.place.file != shown; });
}

Problems problems_in(const Result<DialogFiles, Problems>& files) {
    if (!files) return files.error();
    dialog::Compiled compiled = dialog::compile(files->sources, files->shown_folder);
    Problems problems = files->unreadable;
    append(problems, std::move(compiled.problems));
    if (compiled.edition) append(problems, problems_of_tests(*files, *compiled.edition));
    keep_wanted(*files, problems);
    return problems;
}

Exit lint(const Wishes& wishes, Console& console) {
    Problems problems;
    if (wishes.paths.empty()) append(problems, problems_in(dialogs_nearby(Unreadable::kept)));
    for (const std::string& path : wishes.paths)
        append(problems, problems_in(dialogs_at(path, Unreadable::kept)));
    if (wishes.json) {
        console.out << problems_as_json(problems) << "\n";
    } else {
        print_problems(problems, console.out, console.out_colours, console);
        if (!wishes.quiet) console.err << summary(problems) << "\n";
    }
    return problems.has_errors() ? Exit::findings : Exit::fine;
}

}  // namespace

Action declare_lint(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("paths", wishes->paths, "folders or files (./dialogs, else the built-in ones)");
    app.add_flag("--json", wishes->json, "for programs");
    app.add_flag("--quiet", wishes->quiet, "no summary");
    return [wishes](Console& console) { return lint(*wishes, console); };
}

}  // namespace attune::cli
