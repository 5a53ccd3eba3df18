#include "dialog/draft.h"

#include <algorithm>

namespace attune::dialog {

Draft::Draft(
    std::string its_name, const SourceFile& its_file, const Node* its_root, FileReport its_report)
    : name(std::move(its_name)), file(its_file), root(its_root), report(its_report) {
    dialog.name = name;
}

bool Draft::broken() const {
    return std::find(scene_broken.begin(), scene_broken.end(), true) != scene_broken.end();
}

const Draft* Folder::find(const std::string& name) const {
    const auto found = index.find(name);
    return found == index.end() ? nullptr : drafts[found->second].get();
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> names;
    names.reserve(drafts.size());
    for (const auto& draft : drafts) names.push_back(draft->name);
    return names;
}

bool DraftNames::is_visible(std::uint16_t slot) const {
    if (!draft_.dialog.variables[slot].is_loop) return true;
    return std::any_of(draft_.open_loops.begin(), draft_.open_loops.end(), [&](LoopIndex loop) {
        return draft_.dialog.loops[loop].variable.slot == slot;
    });
}

std::optional<VariableRef> DraftNames::find(std::string_view name) const {
    const std::string key(name);
    const auto own = draft_.dialog.variable_by_name.find(key);
    if (own != draft_.dialog.variable_by_name.end()) {
        if (!is_visible(own->second)) return std::nullopt;
        return VariableRef{false, own->second};
    }
    const auto person = folder_.person_index.find(key);
    if (person == folder_.person_index.end()) return std::nullopt;
    return VariableRef{true, person->second};
}

const Variable& DraftNames::variable(VariableRef ref) const {
    return variable_of(draft_, folder_, ref);
}

std::vector<std::string> DraftNames::all() const {
    std::vector<std::string> names;
    for (std::size_t slot = 0; slot < draft_.dialog.variables.size(); ++slot) {
        if (is_visible(static_cast<std::uint16_t>(slot))) {
            names.push_back(draft_.dialog.variables[slot].name);
        }
    }
    for (const Variable& variable : folder_.person) names.push_back(variable.name);
    return names;
}

const Variable& variable_of(const Draft& draft, const Folder& folder, VariableRef ref) {
    return ref.of_person ? folder.person[ref.slot] : draft.dialog.variables[ref.slot];
}

}  // namespace attune::dialog
