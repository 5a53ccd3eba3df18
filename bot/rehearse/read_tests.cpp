#include <set>

#include "dialog/keys.h"
#include "rehearse/conversation_test.h"
#include "rehearse/given_answer.h"
#include "rehearse/read_lines.h"

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

    std::vector<std::string> scene_names() const {
        std::vector<std::string> names;
        for (const auto& scene : dialog.scenes) names.push_back(scene.name);
        return names;
    }

    // "get real / heat", or a scene alone.
    void start_at(const Node& node, ConversationTest& test) const {
        const std::size_t slash = node.text.find(" / ");
        const std::string scene = node.text.substr(0, slash);
        const auto found = dialog.scene_by_name.find(scene);
        if (found == dialog.scene_by_name.end()) {
            return report.add(
                "A602",
                node.spot,
                {scene, dialog.name, dialog::listed(scene_names())},
                nearest(scene, scene_names()));
        }
        test.from_the_top = false;
        test.start.scene = found->second;
        if (slash != std::string::npos) question(node, node.text.substr(slash + 3), test);
    }

    void question(const Node& node, const std::string& as, ConversationTest& test) const {
        std::vector<std::string> names;
        const auto& places = dialog.place_by_name[test.start.scene];
        for (const auto& [name, place] : places) {
            if (!place.is_visit) names.push_back(name);
        }
        const auto place = places.find(as);
        if (place != places.end() && !place->second.is_visit) {
            test.start.question = place->second.index;
            return;
        }
        report.add("A640", node.spot, {as}, nearest(as, names));
    }

    void answers(const Node& with, ConversationTest& test) const {
        for (const Member* member : dialog::named_members(with)) {
            const auto found = dialog.variable_by_name.find(member->key);
            if (found == dialog.variable_by_name.end()) {
                unknown_variable(*member);
                continue;
            }
            const auto& variable = dialog.variables[found->second];
            if (auto value = given_answer(report, member->value, variable)) {
                test.start.answers[found->second] = std::move(*value);
            }
        }
    }

    void unknown_variable(const Member& member) const {
        std::vector<std::string> names;
        for (const auto& variable : dialog.variables) {
            if (!variable.is_loop) names.push_back(variable.name);
        }
        report.add(
            "A641",
            member.key_spot,
            {member.key, dialog.name, dialog::listed(names)},
            nearest(member.key, names));
    }

    ConversationTest test(const Node& node) const {
        ConversationTest test;
        if (!dialog::is_kind(report, node, Node::Kind::object, "tests")) return test;
        dialog::check_keys(
            report, node, {"name", "start at", "with", "talk"}, dialog::Where::file, "a test");
        test.start.dialog = edition.dialog_by_name.at(dialog.name);
        if (const Node* name = dialog::value_of(report, node, "name", Node::Kind::string)) {
            test.name = name->text;
        }
        if (const Node* at = dialog::value_of(report, node, "start at", Node::Kind::string)) {
            start_at(*at, test);
        }
        if (const Node* with = dialog::value_of(report, node, "with", Node::Kind::object)) {
            answers(*with, test);
        }
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
