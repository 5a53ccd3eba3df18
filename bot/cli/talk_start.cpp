#include "cli/talk_start.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "cli/dialogs_at.h"
#include "dialog/keys.h"
#include "dialog/problem_wording.h"
#include "dialog/report.h"
#include "rehearse/languages.h"
#include "rehearse/read_standing.h"

namespace attune::cli {

namespace {

namespace fs = std::filesystem;
using dialog::FileReport;
using dialog::SourceFile;

// --from: the place, as a file of one line.
void stand_at(
    const std::string& from,
    const dialog::Edition& edition,
    rehearse::ConversationTest& test,
    dialog::Report& found) {
    const SourceFile file("--from", from);
    const FileReport report(found, file);
    dialog::Node node;
    node.kind = dialog::Node::Kind::string;
    node.spot = file.spot(0, from.size());
    node.text = from;
    rehearse::StandingReader reader(report, edition, test.start);
    reader.place(node);
    test.start_at = from;
    test.start = reader.standing();
}

// --with: an object of answers.
void give(
    const std::string& path,
    const dialog::Edition& edition,
    rehearse::ConversationTest& test,
    dialog::Report& found) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        found.add(
            dialog::problem_of_file("A100", path, {"there is no such file, or it does not open"}));
        return;
    }
    const std::string content(std::istreambuf_iterator<char>(in), {});
    const SourceFile file(path, content);
    const FileReport report(found, file);
    dialog::ParsedJson parsed = dialog::parse_json(file, content);
    found.add(parsed.problems);
    if (!parsed.root) return;
    if (!dialog::is_kind(report, *parsed.root, dialog::Node::Kind::object, "the file")) return;
    rehearse::StandingReader reader(report, edition, test.start);
    reader.answers(*parsed.root);
    test.start = reader.standing();
    test.with = std::move(*parsed.root);
}

// --lang
void speak(
    const std::string& language,
    const dialog::Edition& edition,
    rehearse::ConversationTest& test,
    dialog::Report& found) {
    const auto languages = rehearse::languages_of(edition);
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
        const SourceFile file("--lang", language);
        FileReport(found, file)
            .add(
                "A610",
                file.spot(0, language.size()),
                {language, dialog::listed(languages)},
                nearest(language, languages));
    }
    test.talk.push_back({{}, rehearse::LanguageLine{language}, {}});
}

Problems no_dialog(const std::string& file) {
    return Problems({Problem{
        Severity::error,
        "",
        Place{file, 0, 0, 1},
        "This is no dialog",
        "Name one file, as in dialogs/welcome.json.",
        ""}});
}

fs::path test_file_of(const fs::path& file) {
    const std::string name = file.filename().string();
    if (name.ends_with(".test.json")) return file;
    fs::path beside = file;
    return beside.replace_extension(".test.json");
}

}  // namespace

Result<TalkStart, Problems> talk_start(const ChatWishes& wishes) {
    const auto files = dialogs_at(wishes.file);
    if (!files) return files.error();
    const dialog::Compiled compiled = dialog::compile(files->sources, files->shown_folder);
    if (!compiled.edition) return compiled.problems;
    TalkStart start;
    start.edition = compiled.edition;
    start.dialog = files->dialog();
    start.watched = files->folder.empty() ? fs::path(wishes.file) : files->folder;
    start.test_file = test_file_of(wishes.file);
    start.shown_test_file = files->shown(start.dialog + ".test.json");
    const auto found = compiled.edition->dialog_by_name.find(start.dialog);
    if (found == compiled.edition->dialog_by_name.end()) {
        return no_dialog(wishes.file);
    }
    start.start.start.dialog = found->second;
    dialog::Report report;
    if (!wishes.from.empty()) stand_at(wishes.from, *start.edition, start.start, report);
    if (!wishes.with.empty()) give(wishes.with, *start.edition, start.start, report);
    if (!wishes.language.empty()) speak(wishes.language, *start.edition, start.start, report);
    Problems problems = report.sorted();
    if (problems.has_errors()) return problems;
    return start;
}

}  // namespace attune::cli
