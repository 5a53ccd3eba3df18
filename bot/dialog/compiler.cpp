#include "dialog/compiler.h"

#include <algorithm>

#include "dialog/question_words.h"

namespace attune::dialog {

namespace {

// What is said of a step without a verb: a later version's, a near miss, or a lone key.
std::vector<std::string> verb_names() {
    std::vector<std::string> names;
    for (const Verb& verb : verbs()) names.emplace_back(verb.name);
    return names;
}

std::string owner_of_key(std::string_view key) {
    for (const Verb& verb : verbs()) {
        for (const std::string_view known : verb.keys) {
            if (known == key) return std::string(verb.name);
        }
    }
    return "";
}

std::vector<std::string> verbs_in(const Node& step) {
    std::vector<std::string> found;
    for (const Member& member : step.members) {
        const bool again = std::find(found.begin(), found.end(), member.key) != found.end();
        if (find_verb(member.key) && !again) found.push_back(member.key);
    }
    return found;
}

}  // namespace

void Compiler::run() {
    draft_.script.dialog = draft_.name;
    if (!draft_.renderings) draft_.script.language = draft_.dialog.language;
    title();
    compile_given_labels(*this);
    in_scenes_ = true;
    const Node* scenes = value_of(*draft_.root, "scenes");
    if (!scenes || scenes->kind != Node::Kind::object) return;
    const auto members = named_members(*scenes);
    for (std::size_t i = 0; i < draft_.dialog.scenes.size(); ++i) {
        draft_.scene = static_cast<SceneIndex>(i);
        draft_.dialog.scenes[i].first = next();
        stand_at(draft_.dialog.scenes[i].name, Parts::none);
        const Node& list = members[i]->value;
        steps(list, "scenes");
        const Spot last = list.items.empty() ? draft_.scene_spots[i] : list.items.back().spot;
        draft_.implicit_return.push_back(emit(ReturnOp{}, last));
        draft_.dialog.scenes[i].end = next();
    }
}

void Compiler::title() {
    const Node* title = value_of(*draft_.root, "title");
    if (!title || title->kind != Node::Kind::string) return;
    stand_at("title", Parts::none);
    draft_.dialog.title = plain_words(*title, "title");
}

void Compiler::steps(const Node& list, std::string_view key) {
    if (!is_kind(report(), list, Node::Kind::array, key)) {
        mark_broken();
        return;
    }
    for (const Node& item : list.items) step(item);
}

void Compiler::step(const Node& node) {
    if (node.kind != Node::Kind::object) {
        report().add("A220", node.spot, {name_of(node.kind)});
        mark_broken();
        return;
    }
    const Member* member = nullptr;
    const Verb* verb = verb_of(node, &member);
    if (!verb) {
        report_no_verb(node);
        mark_broken();
        return;
    }
    std::vector<std::string_view> known = verb->keys;
    known.push_back(verb->name);
    check_keys(report(), node, known, Where::step, in_quotes(verb->name));
    const std::string& scene = draft_.dialog.scenes[draft_.scene].name;
    const Node* as = verb->name == "ask" ? value_of(node, "as") : nullptr;
    if (as) stand_at(scene + " / " + as->text, Parts::by_key);
    verb->compile(*this, Step{node, *member});
    if (as) stand_at(scene, Parts::none);
}

void Compiler::report_no_verb(const Node& node) {
    const auto found = verbs_in(node);
    if (found.size() == 1) return;  // written twice: said where the file is read (A107)
    if (found.size() > 1) {
        report().add("A221", node.find(found[1])->key_spot, {listed(found)});
        return;
    }
    const auto members = named_members(node);
    if (members.empty()) {
        report().add("A222", node.spot);
        return;
    }
    for (const Member* member : members) {
        if (!is_not_yet_known(Where::step, member->key)) continue;
        report().add("A204", member->key_spot, {in_quotes(member->key)});
        return;
    }
    const Member& first = *members.front();
    const std::string owner = owner_of_key(first.key);
    if (!owner.empty()) {
        report().add("A291", first.key_spot, {first.key, owner});
        return;
    }
    report().add(
        "A200",
        first.key_spot,
        {first.key, listed(verb_names())},
        nearest(first.key, verb_names()));
}

OpIndex Compiler::emit(Operation operation, Spot spot) {
    draft_.dialog.code.push_back(std::move(operation));
    draft_.dialog.lines.push_back(spot.line);
    draft_.op_spots.push_back(spot);
    draft_.op_loop.push_back(draft_.open_loops.empty() ? -1 : draft_.open_loops.back());
    return static_cast<OpIndex>(draft_.dialog.code.size() - 1);
}

std::optional<SceneIndex> Compiler::scene(const Node& name) {
    const auto found = draft_.dialog.scene_by_name.find(name.text);
    if (found != draft_.dialog.scene_by_name.end()) return found->second;
    std::vector<std::string> scenes;
    for (const Scene& scene : draft_.dialog.scenes) scenes.push_back(scene.name);
    if (folder_.index.contains(name.text)) {
        report().add("A298", name.spot, {name.text});
    } else {
        report().add("A289", name.spot, {name.text, listed(scenes)}, nearest(name.text, scenes));
    }
    return std::nullopt;
}

}  // namespace attune::dialog
