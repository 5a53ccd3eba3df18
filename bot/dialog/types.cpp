#include "dialog/types.h"

#include <algorithm>
#include <deque>
#include <set>

namespace attune::dialog {

namespace {

// Names of a dialog whose types are known; keeps the first one that was asked for in vain.
class SettledNames : public Names {
public:
    SettledNames(const Draft& draft, const Folder& folder) : draft_(draft), folder_(folder) {}

    std::optional<VariableRef> find(std::string_view name) const override {
        const auto own = draft_.dialog.variable_by_name.find(std::string(name));
        if (own != draft_.dialog.variable_by_name.end()) {
            if (draft_.variable_notes[own->second].typed) return VariableRef{false, own->second};
            if (!missing_) missing_ = own->second;
            return std::nullopt;
        }
        const auto person = folder_.person_index.find(std::string(name));
        if (person == folder_.person_index.end()) return std::nullopt;
        return VariableRef{true, person->second};
    }
    const Variable& variable(VariableRef ref) const override {
        return variable_of(draft_, folder_, ref);
    }
    std::vector<std::string> all() const override { return {}; }

    std::optional<std::uint16_t> missing() const { return missing_; }

private:
    const Draft& draft_;
    const Folder& folder_;
    mutable std::optional<std::uint16_t> missing_;
};

struct SlotOf {
    DialogIndex dialog = 0;
    std::uint16_t slot = 0;
    auto operator<=>(const SlotOf&) const = default;
};

struct Pending {
    DialogIndex dialog = 0;
    const Assignment* assignment = nullptr;
};

class Settling {
public:
    explicit Settling(Folder& folder) : folder_(folder) {
        for (std::size_t i = 0; i < folder.drafts.size(); ++i) {
            for (const Assignment& assignment : folder.drafts[i]->assignments) {
                todo_.push_back({static_cast<DialogIndex>(i), &assignment});
            }
        }
    }

    void run() {
        while (!todo_.empty()) {
            const Pending pending = todo_.front();
            todo_.pop_front();
            if (note(pending).typed) continue;
            if (pending.assignment->expression) {
                settle_set(pending);
            } else {
                settle_take(pending);
            }
        }
        for (const auto& [slot, waiting] : waiting_) {
            for (const Pending& pending : waiting) report_circle(pending);
        }
    }

private:
    VariableNote& note(const Pending& pending) {
        return folder_.drafts[pending.dialog]->variable_notes[pending.assignment->slot];
    }

    void settle_set(const Pending& pending) {
        const Draft& draft = *folder_.drafts[pending.dialog];
        const Node& node = *pending.assignment->expression;
        if (node.kind == Node::Kind::boolean) return settled(pending, Type::yes_no, nullptr);
        if (node.kind == Node::Kind::number) return settled(pending, Type::number, nullptr);
        if (node.kind != Node::Kind::string) return;
        const SettledNames names(draft, folder_);
        const auto parsed = parse_expression(node.text, names);
        if (parsed) {
            const auto from = handed_on(parsed->expression);
            return settled(pending, parsed->type, from ? &names.variable(*from) : nullptr);
        }
        if (names.missing()) wait_for(pending, {pending.dialog, *names.missing()});
    }

    void settle_take(const Pending& pending) {
        const auto other = folder_.index.find(pending.assignment->other_dialog);
        if (other == folder_.index.end()) return;
        const Draft& its = *folder_.drafts[other->second];
        const auto slot = its.dialog.variable_by_name.find(pending.assignment->other_variable);
        if (slot == its.dialog.variable_by_name.end()) return;
        if (!its.variable_notes[slot->second].typed) {
            return wait_for(pending, {other->second, slot->second});
        }
        const Variable& from = its.dialog.variables[slot->second];
        settled(pending, from.type, &from);
    }

    void wait_for(const Pending& pending, SlotOf what) { waiting_[what].push_back(pending); }

    void settled(const Pending& pending, Type type, const Variable* from) {
        Draft& draft = *folder_.drafts[pending.dialog];
        Variable& variable = draft.dialog.variables[pending.assignment->slot];
        variable.type = type;
        if (from) variable.options = from->options;
        note(pending).typed = true;
        const auto waiting = waiting_.find({pending.dialog, pending.assignment->slot});
        if (waiting == waiting_.end()) return;
        todo_.insert(todo_.end(), waiting->second.begin(), waiting->second.end());
        waiting_.erase(waiting);
    }

    void report_circle(const Pending& pending) {
        const Draft& draft = *folder_.drafts[pending.dialog];
        if (note(pending).typed) return;
        const Variable& variable = draft.dialog.variables[pending.assignment->slot];
        draft.report.add("A303", note(pending).spot, {variable.name});
    }

    Folder& folder_;
    std::deque<Pending> todo_;
    std::map<SlotOf, std::vector<Pending>> waiting_;
};

std::string listed_options(const std::vector<std::string>& options) {
    return options.empty() ? "none" : listed(options);
}

// The labels an option variable shows come from where its options were written.
void copy_labels(Folder& folder, Draft& draft, const Assignment& assignment, bool& changed) {
    Variable& variable = draft.dialog.variables[assignment.slot];
    if (!variable.option_labels.empty() || variable.options.empty()) return;
    const Draft* its = &draft;
    std::optional<std::uint16_t> slot;
    if (assignment.expression) {
        const DraftNames names(draft, folder);
        const auto parsed = parse_expression(assignment.expression->text, names);
        const auto from = parsed ? handed_on(parsed->expression) : std::nullopt;
        if (from && !from->of_person) slot = from->slot;
    } else if ((its = folder.find(assignment.other_dialog))) {
        const auto found = its->dialog.variable_by_name.find(assignment.other_variable);
        if (found != its->dialog.variable_by_name.end()) slot = found->second;
    }
    if (!slot) return;
    const Variable& from = its->dialog.variables[*slot];
    if (from.option_labels.size() != variable.options.size()) return;
    for (const TextIndex label : from.option_labels) {
        const Text words = its->dialog.texts[label];
        draft.dialog.texts.push_back(words);
        variable.option_labels.push_back(static_cast<TextIndex>(draft.dialog.texts.size() - 1));
    }
    changed = true;
}

}  // namespace

void settle_types(Folder& folder) {
    Settling(folder).run();
}

void settle_labels(Folder& folder) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& draft : folder.drafts) {
            for (const Assignment& assignment : draft->assignments) {
                copy_labels(folder, *draft, assignment, changed);
            }
        }
    }
}

void check_fits(Compiler& compiler, VariableRef target, const ParsedExpression& value, Spot spot) {
    const Variable& variable = variable_of(compiler.draft(), compiler.folder(), target);
    if (variable.type != value.type) {
        compiler.report().add(
            "A230", spot, {variable.name, name_of(variable.type), name_of(value.type)});
        return;
    }
    const auto from = handed_on(value.expression);
    if (!from || variable.options.empty()) return;
    const auto& given = variable_of(compiler.draft(), compiler.folder(), *from).options;
    for (const std::string& option : given) {
        const auto& known = variable.options;
        if (std::find(known.begin(), known.end(), option) != known.end()) continue;
        compiler.report().add(
            "A215", spot, {option, in_quotes(variable.name), listed_options(known)});
        return;
    }
}

std::optional<VariableRef> handed_on(const Expression& expression) {
    if (expression.steps.size() != 1) return std::nullopt;
    const auto* read = std::get_if<Read>(&expression.steps.front());
    if (!read) return std::nullopt;
    return read->variable;
}

std::string_view name_of(Type type) {
    switch (type) {
        case Type::yes_no:
            return "yes or no";
        case Type::option:
            return "an option";
        case Type::option_set:
            return "a set of options";
        case Type::number:
            return "a number";
        case Type::words:
            return "words";
        case Type::date:
            return "a date";
        case Type::time:
            return "a time of day";
    }
    return "";
}

}  // namespace attune::dialog
