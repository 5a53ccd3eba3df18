#include "dialog/answer_shape.h"
#include "dialog/folder_files.h"
#include "dialog/keys.h"
#include "dialog/ready_lists.h"

namespace attune::dialog {

namespace {

std::optional<Variable> read_variable(const FileReport& report, const Member& member) {
    if (!is_kind(report, member.value, Node::Kind::object, member.key)) return std::nullopt;
    const bool named = check_name(report, member.key, member.key_spot, "variable");
    check_keys(report, member.value, {"type", "private", "for"}, Where::top, "a person's variable");
    const Node* what_for = value_of(report, member.value, "for", Node::Kind::string);
    if (!member.value.find("for") || (what_for && what_for->text.empty())) {
        report.add(
            "A201",
            member.key_spot,
            {"variable", "for", "\"…\", one sentence that people may read"});
    }
    const Node* type = value_of(member.value, "type");
    if (!type) {
        report.add("A201", member.key_spot, {"variable", "type", "\"text\""});
        return std::nullopt;
    }
    const auto shape = read_answer(report, *type, nullptr);
    if (!named) return std::nullopt;
    if (list_name_of(*type) || (shape && !shape->options.empty())) {
        report.add("A204", type->spot, {"options of a person's variable"});
        return std::nullopt;
    }
    if (!shape) return std::nullopt;
    Variable variable{.name = member.key, .type = type_of(shape->kind)};
    variable.is_private = is_private_by_itself(*shape);
    if (member.value.find("private")) {
        variable.is_private = truth_of(report, member.value, "private");
    }
    return variable;
}

}  // namespace

std::vector<Variable> read_person(const FileReport& report, const Node& root) {
    std::vector<Variable> variables;
    if (!is_kind(report, root, Node::Kind::object, "person.json")) return variables;
    for (const Member* member : named_members(root)) {
        if (auto variable = read_variable(report, *member))
            variables.push_back(std::move(*variable));
    }
    return variables;
}

}  // namespace attune::dialog
