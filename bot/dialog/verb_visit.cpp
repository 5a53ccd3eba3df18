// { "visit": "shared/three-breaths" }
// { "visit": "four-asks", "as": "guess", "give": { "moment": "scene_seen" }, "take": { "ask":
// "guess" } } `give` is {its: our expression}, `take` is {ours: its}; a scene of the same dialog
// shares all variables and takes neither.
#include <algorithm>

#include "dialog/compiler.h"
#include "dialog/outline.h"
#include "dialog/types.h"

namespace attune::dialog {

namespace {

std::vector<const Member*> pairs(const FileReport& report, const Node& step, const char* key) {
    const Node* object = value_of(report, step, key, Node::Kind::object);
    return object ? named_members(*object) : std::vector<const Member*>();
}

// The nearest scene or dialog, by its name; for a path also its last part is near. May be none.
std::string near_target(Compiler& compiler, const std::string& written) {
    std::vector<std::string> names = compiler.folder().names();
    for (const Scene& scene : compiler.draft().dialog.scenes) names.push_back(scene.name);
    const std::string near = nearest(written, names);
    if (!near.empty()) return near;
    std::vector<std::string> last_parts;
    for (const std::string& name : names) last_parts.push_back(name.substr(name.rfind('/') + 1));
    const std::string near_part = nearest(written.substr(written.rfind('/') + 1), last_parts);
    const auto at = std::find(last_parts.begin(), last_parts.end(), near_part);
    if (near_part.empty() || at == last_parts.end()) return {};
    return names[static_cast<std::size_t>(at - last_parts.begin())];
}

// True if the target is known; the visit says then where it leads.
bool find_target(Compiler& compiler, const Node& target, Visit& visit) {
    const auto& scenes = compiler.draft().dialog.scene_by_name;
    const auto scene = scenes.find(target.text);
    const auto dialog = compiler.folder().index.find(target.text);
    const bool is_scene = scene != scenes.end();
    const bool is_dialog = dialog != compiler.folder().index.end();
    if (is_scene && is_dialog) {
        compiler.report().add("A231", target.spot, {target.text});
    }
    if (is_scene) visit.target_scene = scene->second;
    if (is_dialog && !is_scene) {
        visit.to_dialog = true;
        visit.target_dialog = dialog->second;
    }
    if (is_scene || is_dialog) return true;
    compiler.report().add("A214", target.spot, {target.text}, near_target(compiler, target.text));
    return false;
}

void refuse_for_scene(Compiler& compiler, const Step& step) {
    for (const char* key : {"give", "take"}) {
        const Member* member = step.node.find(key);
        if (!member) continue;
        compiler.report().add("A232", member->key_spot, {key});
    }
}

void compile_give(Compiler& compiler, const Step& step, const Draft& its, Visit& visit) {
    for (const Member* member : pairs(compiler.report(), step.node, "give")) {
        const auto value = compiler.value(member->value, member->key);
        if (!its.root) continue;
        if (!its.given_spots.contains(member->key)) {
            std::vector<std::string> given;
            for (const auto& [name, spot] : its.given_spots) given.push_back(name);
            std::sort(given.begin(), given.end());
            compiler.report().add(
                "A233", member->key_spot, {its.name, member->key}, nearest(member->key, given));
            continue;
        }
        if (!value) continue;
        const auto slot = its.dialog.variable_by_name.at(member->key);
        const Variable& variable = its.dialog.variables[slot];
        if (variable.type != value->type) {
            compiler.report().add(
                "A230",
                member->value.spot,
                {member->key, name_of(variable.type), name_of(value->type)});
            continue;
        }
        visit.give.push_back({{false, slot}, value->expression});
    }
}

void compile_take(Compiler& compiler, const Step& step, const Draft& its, Visit& visit) {
    for (const Member* member : pairs(compiler.report(), step.node, "take")) {
        if (!is_kind(compiler.report(), member->value, Node::Kind::string, member->key)) continue;
        if (!its.root) continue;
        const auto& variables = its.dialog.variable_by_name;
        const auto slot = variables.find(member->value.text);
        if (slot == variables.end()) {
            std::vector<std::string> names;
            for (const auto& variable : its.dialog.variables) names.push_back(variable.name);
            compiler.report().add(
                "A234",
                member->value.spot,
                {its.name, member->value.text},
                nearest(member->value.text, names));
            continue;
        }
        const auto ours = compiler.names().find(member->key);
        if (!ours || ours->of_person) continue;  // reported in the first pass
        const Variable& from = its.dialog.variables[slot->second];
        const Variable& to = compiler.draft().dialog.variables[ours->slot];
        if (from.type != to.type) {
            compiler.report().add(
                "A230", member->key_spot, {member->key, name_of(to.type), name_of(from.type)});
            continue;
        }
        visit.take.push_back({*ours, {false, slot->second}});
    }
}

}  // namespace

void declare_visit(Outline& outline, const Step& step) {
    const Node& target = step.verb.value;
    if (target.kind != Node::Kind::string) return;
    for (const Member* member : pairs(outline.report(), step.node, "take")) {
        const auto slot = outline.variable(member->key, member->key_spot);
        if (!slot || member->value.kind != Node::Kind::string) continue;
        outline.draft().variable_notes[*slot].any_number = true;
        outline.draft().assignments.push_back({*slot, nullptr, target.text, member->value.text});
    }
    Dialog& dialog = outline.draft().dialog;
    const auto as = as_of(outline.report(), step.node);
    const Spot spot = as ? step.node.find("as")->value.spot : target.spot;
    if (as && !check_name(outline.report(), *as, spot, "visit")) return;
    if (!outline.has_room(dialog.visits.size(), spot)) return;
    const auto index = static_cast<VisitIndex>(dialog.visits.size());
    dialog.visits.push_back({.name = as.value_or(target.text), .scene = outline.draft().scene});
    outline.draft().visit_spots.push_back(target.spot);
    outline.draft().declared[&step.node] = index;
    outline.place(as.value_or(target.text), PlaceRef{true, index}, spot);
}

void compile_visit(Compiler& compiler, const Step& step) {
    const auto declared = compiler.draft().declared.find(&step.node);
    const Node& target = step.verb.value;
    if (!is_kind(compiler.report(), target, Node::Kind::string, "visit")) {
        return compiler.mark_broken();
    }
    Visit spare;
    const bool known = declared != compiler.draft().declared.end();
    Visit& visit = known ? compiler.draft().dialog.visits[declared->second] : spare;
    if (!find_target(compiler, target, visit)) return compiler.mark_broken();
    if (visit.to_dialog) {
        const Draft& its = *compiler.folder().drafts[visit.target_dialog];
        compile_give(compiler, step, its, visit);
        compile_take(compiler, step, its, visit);
    } else {
        refuse_for_scene(compiler, step);
    }
    if (!known) return compiler.mark_broken();
    visit.op = compiler.next();
    compiler.emit(VisitOp{declared->second}, step.verb.key_spot);
}

}  // namespace attune::dialog
