#include "rehearse/read_standing.h"

#include <utility>
#include <vector>

#include "dialog/keys.h"
#include "rehearse/given_answer.h"

namespace attune::rehearse {

namespace {

using dialog::Member;
using dialog::Node;

// "a / b/c / d" → a, b/c, d
std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        const std::size_t slash = text.find(" / ", at);
        parts.push_back(text.substr(at, slash - at));
        if (slash == std::string::npos) return parts;
        at = slash + 3;
    }
}

std::vector<std::string> names_of(const std::vector<dialog::Scene>& scenes) {
    std::vector<std::string> names;
    for (const auto& scene : scenes) names.push_back(scene.name);
    return names;
}

}  // namespace

StandingReader::StandingReader(
    const dialog::FileReport& report, const dialog::Edition& edition, Standing so_far)
    : report_(report), edition_(edition), standing_(std::move(so_far)) {}

void StandingReader::place(const Node& text) {
    bool wants_scene = true;
    for (const std::string& part : parts_of(text.text)) {
        const bool names_first_scenes_own = !standing_.below.empty() && is_in_first_scene(part);
        if (wants_scene && !names_first_scenes_own) {
            if (!scene(text, part)) return;
            wants_scene = false;
            continue;
        }
        const std::size_t depth = standing_.below.size();
        if (!question_or_visit(text, part)) return;
        wants_scene = standing_.below.size() > depth;
    }
}

bool StandingReader::scene(const Node& text, const std::string& name) {
    const auto found = dialog().scene_by_name.find(name);
    if (found != dialog().scene_by_name.end()) {
        standing_.scene = found->second;
        return true;
    }
    const auto names = names_of(dialog().scenes);
    report_.add(
        "A602", text.spot, {name, dialog().name, dialog::listed(names)}, nearest(name, names));
    return false;
}

// After a visit the scene may be left out where it is the first.
bool StandingReader::is_in_first_scene(const std::string& name) const {
    return !dialog().scene_by_name.contains(name) &&
           dialog().place_by_name[standing_.scene].contains(name);
}

bool StandingReader::question_or_visit(const Node& text, const std::string& name) {
    const auto& places = dialog().place_by_name[standing_.scene];
    const auto found = places.find(name);
    if (found != places.end() && !standing_.question) {
        if (found->second.is_visit) {
            enter(found->second.index);
        } else {
            standing_.question = found->second.index;
        }
        return true;
    }
    std::vector<std::string> names;
    for (const auto& [place, kind] : places) names.push_back(place);
    const std::string& scene = dialog().scenes[standing_.scene].name;
    report_.add("A640", text.spot, {name, scene}, nearest(name, names));
    return false;
}

void StandingReader::enter(dialog::VisitIndex index) {
    const dialog::Visit& visit = dialog().visits[index];
    standing_.below.push_back({standing_.dialog, standing_.scene, index, {}});
    standing_.scene = visit.to_dialog ? dialog::SceneIndex{0} : visit.target_scene;
    if (visit.to_dialog) standing_.dialog = visit.target_dialog;
}

void StandingReader::answers(const Node& with) {
    for (const Member* member : dialog::named_members(with)) {
        const bool of_a_dialog = member->value.kind == Node::Kind::object;
        Answers* nested = of_a_dialog ? answers_of(member->key) : nullptr;
        if (nested != nullptr) {
            const dialog::Dialog& dialog = *edition_.find(member->key);
            for (const Member* its : dialog::named_members(member->value)) {
                own(*its, dialog, *nested);
            }
        } else if (!first_dialogs_own(*member) && !persons(*member)) {
            const auto first =
                standing_.below.empty() ? standing_.dialog : standing_.below.front().dialog;
            unknown_variable(*member, edition_.dialogs[first]);
        }
    }
}

// Scenes of one dialog share its answers: those of the lowest place hold for all that follow.
Answers* StandingReader::answers_of(const std::string& name) {
    for (Waiting& waiting : standing_.below) {
        if (edition_.dialogs[waiting.dialog].name == name) return &waiting.answers;
    }
    return dialog().name == name ? &standing_.answers : nullptr;
}

bool StandingReader::first_dialogs_own(const Member& member) {
    const bool waits = !standing_.below.empty();
    const auto first = waits ? standing_.below.front().dialog : standing_.dialog;
    const dialog::Dialog& dialog = edition_.dialogs[first];
    if (!dialog.variable_by_name.contains(member.key)) return false;
    own(member, dialog, waits ? standing_.below.front().answers : standing_.answers);
    return true;
}

bool StandingReader::persons(const Member& member) {
    for (std::size_t i = 0; i < edition_.person.size(); ++i) {
        if (edition_.person[i].name != member.key) continue;
        if (auto value = given_answer(report_, member.value, edition_.person[i])) {
            standing_.person[static_cast<std::uint16_t>(i)] = std::move(*value);
        }
        return true;
    }
    return false;
}

void StandingReader::own(const Member& member, const dialog::Dialog& dialog, Answers& answers) {
    const auto found = dialog.variable_by_name.find(member.key);
    if (found == dialog.variable_by_name.end()) return unknown_variable(member, dialog);
    if (auto value = given_answer(report_, member.value, dialog.variables[found->second])) {
        answers[found->second] = std::move(*value);
    }
}

void StandingReader::unknown_variable(const Member& member, const dialog::Dialog& dialog) const {
    std::vector<std::string> names;
    for (const auto& variable : dialog.variables) {
        if (!variable.is_loop) names.push_back(variable.name);
    }
    const std::string has = names.empty() ? "none" : dialog::listed(names);
    report_.add(
        "A641", member.key_spot, {member.key, dialog.name, has}, nearest(member.key, names));
}

}  // namespace attune::rehearse
