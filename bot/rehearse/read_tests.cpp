#include <set>

#include "dialog/keys.h"
#include "rehearse/conversation_test.h"
#include "rehearse/read_lines.h"
#include "rehearse/read_standing.h"
#include "rehearse/span_of_time.h"

namespace attune::rehearse {

namespace {

using dialog::FileReport;
using dialog::Member;
using dialog::Node;
using dialog::Values;

struct Reader {
    const FileReport& report;
    const dialog::Edition& edition;
    const dialog::Dialog& dialog;

    // The start, the answers given and the moment.
    void start(const Node& node, ConversationTest& test) const {
        test.start.dialog = edition.dialog_by_name.at(dialog.name);
        StandingReader standing(report, edition, test.start);
        if (const Node* at = dialog::value_of(report, node, "start at", Node::Kind::string)) {
            test.start_at = at->text;
            standing.place(*at);
        }
        if (const Node* with = dialog::value_of(report, node, "with", Node::Kind::object)) {
            test.with = *with;
            standing.answers(*with);
        }
        test.start = standing.standing();
        if (const Node* at = dialog::value_of(report, node, "at", Node::Kind::string)) {
            moment(*at, test);
        }
    }

    void moment(const Node& at, ConversationTest& test) const {
        test.at = instant_of(at.text);
        if (test.at) return;
        report.add("A609", at.spot, {at.text});
    }

    ConversationTest test(const Node& node) const {
        ConversationTest test;
        if (!dialog::is_kind(report, node, Node::Kind::object, "tests")) return test;
        dialog::check_keys(
            report,
            node,
            {"name", "start at", "with", "at", "talk"},
            dialog::Where::file,
            "a test");
        if (const Node* name = dialog::value_of(report, node, "name", Node::Kind::string)) {
            test.name = name->text;
        }
        start(node, test);
        const Node* talk = dialog::value_of(report, node, "talk", Node::Kind::array);
        if (test.name.empty() || !node.find("talk") || (talk && talk->items.empty())) {
            const Values no_name{"test", "name", "\"what holds\""};
            const Values no_talk{"test", "talk", "[ { \"them\": \"…\" }, { \"bot\": \"…\" } ]"};
            report.add("A601", node.spot, test.name.empty() ? no_name : no_talk);
        }
        if (talk == nullptr) return test;
        for (const Node& line : talk->items) {
            if (auto read = read_line(report, line, edition)) test.talk.push_back(std::move(*read));
        }
        return test;
    }
};

const dialog::Dialog* dialog_of(
    const FileReport& report, const Node& root, const dialog::Edition& edition) {
    const Node* name = dialog::value_of(report, root, "dialog", Node::Kind::string);
    if (!root.find("dialog")) {
        report.add("A601", root.spot, {"file", "dialog", "the name of the dialog beside it"});
    }
    if (name == nullptr) return nullptr;
    if (const dialog::Dialog* found = edition.find(name->text)) return found;
    std::vector<std::string> names;
    for (const auto& dialog : edition.dialogs) names.push_back(dialog.name);
    report.add("A642", name->spot, {name->text}, nearest(name->text, names));
    return nullptr;
}

void check_names(const FileReport& report, const Node& list, const TestFile& file) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < file.tests.size(); ++i) {
        if (file.tests[i].name.empty() || names.insert(file.tests[i].name).second) continue;
        report.add("A608", list.items[i].spot, {file.tests[i].name});
    }
}

}  // namespace

Result<TestFile, Problems> read_tests(
    const dialog::SourceFile& source, std::string_view content, const dialog::Edition& edition) {
    dialog::ParsedJson parsed = dialog::parse_json(source, content);
    dialog::Report found;
    found.add(parsed.problems);
    const FileReport report(found, source);
    TestFile file;
    const bool readable =
        parsed.root && dialog::is_kind(report, *parsed.root, Node::Kind::object, "the file");
    if (!readable) return found.sorted();
    dialog::check_keys(
        report, *parsed.root, {"dialog", "tests"}, dialog::Where::file, "a file of tests");
    const dialog::Dialog* dialog = dialog_of(report, *parsed.root, edition);
    const Node* tests = dialog::value_of(report, *parsed.root, "tests", Node::Kind::array);
    if (!parsed.root->find("tests")) {
        report.add("A601", parsed.root->spot, {"file", "tests", "[ … ]"});
    }
    if (dialog != nullptr && tests != nullptr) {
        file.dialog = dialog->name;
        const Reader reader{report, edition, *dialog};
        for (const Node& node : tests->items) file.tests.push_back(reader.test(node));
        check_names(report, *tests, file);
    }
    Problems problems = found.sorted();
    if (problems.has_errors()) return problems;
    return file;
}

}  // namespace attune::rehearse
