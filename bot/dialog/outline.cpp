#include "dialog/outline.h"

#include <algorithm>

#include "dialog/ready_lists.h"

namespace attune::dialog {

namespace {

// Scenes, questions, visits and variables of a dialog, each. Far beyond any talk; it bounds the
// tables of the flow.
constexpr std::size_t most_of_a_kind = 4000;

const std::vector<std::string_view> top_keys = {"dialog", "title", "language", "given", "scenes"};

void require_text(const Draft& draft, std::string_view key, const std::string& example) {
    if (!draft.root->find(key)) {
        draft.report.add("A201", draft.root->spot, {"dialog", key, example});
        return;
    }
    const Node* value = value_of(draft.report, *draft.root, key, Node::Kind::string);
    if (value && value->text.empty()) {
        draft.report.add("A201", value->spot, {"dialog", key, example});
    }
}

std::string text_at(const Node& object, std::string_view key) {
    const Node* value = value_of(object, key);
    return value && value->kind == Node::Kind::string ? value->text : std::string();
}

void widen(VariableNote& note, const AnswerShape& shape) {
    if (shape.kind != AnswerKind::scale) {
        note.any_number = true;
        return;
    }
    if (!note.range) {
        note.range = WholeRange{*shape.min, *shape.max};
        return;
    }
    note.range->from = std::min(note.range->from, *shape.min);
    note.range->to = std::max(note.range->to, *shape.max);
}

void add_options(Variable& variable, const AnswerShape& shape) {
    for (const auto& option : shape.options) {
        const auto known = std::find(variable.options.begin(), variable.options.end(), option.key);
        if (known == variable.options.end()) variable.options.push_back(option.key);
    }
}

}  // namespace

void Outline::read() {
    given();
    const Node* scenes = value_of(report(), *draft_.root, "scenes", Node::Kind::object);
    if (!scenes || named_members(*scenes).empty()) {
        report().add(
            "A201",
            scenes ? scenes->spot : draft_.root->spot,
            {"dialog", "scenes", "{ \"the start\": [ { \"say\": \"…\" }, { \"end\": \"…\" } ] }"});
        return;
    }
    for (const Member* member : named_members(*scenes)) scene(*member);
}

void Outline::top() {
    check_keys(report(), *draft_.root, top_keys, Where::top, "a dialog");
    require_text(draft_, "dialog", in_quotes(draft_.name) + ", the name of the file without .json");
    require_text(draft_, "title", "\"…\", it is shown above the talk");
    require_text(draft_, "language", "\"en\", or another code of a language");
    draft_.dialog.title = text_at(*draft_.root, "title");
    draft_.dialog.language = text_at(*draft_.root, "language");
    const std::string named = text_at(*draft_.root, "dialog");
    if (named.empty() || named == draft_.name) return;
    report().add("A216", draft_.root->find("dialog")->value.spot, {named, draft_.name});
}

void Outline::given() {
    const Node* given = value_of(report(), *draft_.root, "given", Node::Kind::object);
    if (!given) return;
    for (const Member* member : named_members(*given)) {
        const auto shape = answer(member->value);
        const auto slot = variable(member->key, member->key_spot);
        if (!shape || !slot) continue;
        answered(*slot, *shape, member->key_spot);
        draft_.dialog.given.push_back({false, *slot});
        draft_.given_spots[member->key] = member->key_spot;
    }
}

void Outline::scene(const Member& member) {
    Dialog& dialog = draft_.dialog;
    if (!has_room(dialog.scenes.size(), member.key_spot)) return;
    draft_.scene = static_cast<SceneIndex>(dialog.scenes.size());
    dialog.scenes.push_back({.name = member.key});
    dialog.scene_by_name[member.key] = draft_.scene;
    dialog.place_by_name.emplace_back();
    draft_.scene_spots.push_back(member.key_spot);
    draft_.scene_broken.push_back(false);
    steps(&member.value);
}

void Outline::steps(const Node* list) {
    if (!list || list->kind != Node::Kind::array) return;
    for (const Node& step : list->items) {
        const Member* member = nullptr;
        const Verb* verb = verb_of(step, &member);
        if (verb && verb->declare) verb->declare(*this, Step{step, *member});
    }
}

std::optional<AnswerShape> Outline::answer(const Node& node) const {
    // A list that the other language does not have yet is one more sentence without a rendering.
    if (draft_.renderings && list_name_of(node) && !list_of(node, folder_.defaults)) {
        draft_.renderings->missing.push_back(list_name_of(node)->text);
        return std::nullopt;
    }
    return read_answer(report(), node, folder_.defaults);
}

std::optional<std::uint16_t> Outline::variable(std::string_view name, Spot spot) {
    Dialog& dialog = draft_.dialog;
    const std::string key(name);
    const auto known = dialog.variable_by_name.find(key);
    if (known != dialog.variable_by_name.end()) {
        if (!dialog.variables[known->second].is_loop) return known->second;
        report().add("A217", spot, {name});
        return std::nullopt;
    }
    if (folder_.person_index.contains(key)) {
        report().add(
            "A204",
            spot,
            {"how to fill " + in_quotes(name) + ", which belongs to the person (person.json)"});
        return std::nullopt;
    }
    if (!check_name(report(), name, spot, "variable")) return std::nullopt;
    if (!has_room(dialog.variables.size(), spot)) return std::nullopt;
    const auto slot = static_cast<std::uint16_t>(dialog.variables.size());
    dialog.variables.push_back({.name = key, .type = Type::number});
    dialog.variable_by_name[key] = slot;
    draft_.variable_notes.push_back({.spot = spot});
    return slot;
}

void Outline::answered(std::uint16_t slot, const AnswerShape& shape, Spot spot) {
    Variable& variable = draft_.dialog.variables[slot];
    VariableNote& note = draft_.variable_notes[slot];
    if (note.kind && *note.kind != shape.kind) {
        report().add("A219", spot, {variable.name, name_of(*note.kind), name_of(shape.kind)});
        return;
    }
    note.kind = shape.kind;
    note.typed = true;
    variable.type = type_of(shape.kind);
    if (is_private_by_itself(shape) && !note.said_private) variable.is_private = true;
    add_options(variable, shape);
    if (variable.type == Type::number) widen(note, shape);
}

void Outline::place(const std::string& name, PlaceRef place, Spot spot) {
    auto& places = draft_.dialog.place_by_name[draft_.scene];
    if (places.emplace(name, place).second) return;
    report().add("A218", spot, {name});
}

bool Outline::has_room(std::size_t count, Spot spot) {
    if (count < most_of_a_kind) return true;
    report().add("A238", spot, {"this dialog"});
    return false;
}

std::optional<std::string> as_of(const FileReport& report, const Node& step) {
    const Node* as = value_of(report, step, "as", Node::Kind::string);
    if (!as) return std::nullopt;
    return as->text;
}

}  // namespace attune::dialog
