// Names to write expressions and texts with, and a scope that holds their values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialog/parse.h"

namespace attune::dialog {

// heat, tries (numbers), beneath, mood (options), feelings (a list of them), come_back (yes or no),
// story (private words), child (words), born (a date), zone (words, of the person).
class SomeNames : public Names {
public:
    SomeNames() {
        add("heat", Type::number);
        add("tries", Type::number);
        add("beneath", Type::option, {"alone", "unseen", "old"});
        add("mood", Type::option, {"calm", "old"});
        add("feelings", Type::option_set, {"sad", "angry", "old"});
        add("come_back", Type::yes_no);
        add("story", Type::words);
        add("child", Type::words);
        add("born", Type::date);
        add("unseen", Type::option, {"alone"});
        variables_[6].is_private = true;
        zone_.name = "zone";
        values.resize(variables_.size());
    }

    std::optional<VariableRef> find(std::string_view name) const override {
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            if (variables_[i].name == name) return VariableRef{false, std::uint16_t(i)};
        }
        if (name == "zone") return VariableRef{true, 0};
        return std::nullopt;
    }
    const Variable& variable(VariableRef ref) const override {
        return ref.of_person ? zone_ : variables_[ref.slot];
    }
    std::vector<std::string> all() const override {
        std::vector<std::string> names{"zone"};
        for (const Variable& known : variables_) names.push_back(known.name);
        return names;
    }

    SomeNames& with(const std::string& name, Value value) {
        values[find(name)->slot] = std::move(value);
        return *this;
    }

    // Wednesday 2026-11-25, 21:30 where she is.
    Scope scope() const {
        Scope scope;
        scope.own = values;
        scope.person = person_values;
        scope.visits = 3;
        const auto day = std::chrono::local_days(std::chrono::year(2026) / 11 / 25);
        scope.now.local = day + std::chrono::hours(21) + std::chrono::minutes(30);
        return scope;
    }

    std::vector<Value> values;
    std::vector<Value> person_values{Words{"Europe/Vienna"}};

private:
    void add(std::string name, Type type, std::vector<std::string> options = {}) {
        Variable variable;
        variable.name = std::move(name);
        variable.type = type;
        variable.options = std::move(options);
        variables_.push_back(std::move(variable));
    }

    std::vector<Variable> variables_;
    Variable zone_;
};

// All that was wrong: "A252 3+4 | …".
inline std::string told(const Faults& faults) {
    std::string all;
    for (const Fault& fault : faults.list) {
        if (!all.empty()) all += " | ";
        all += fault.number + " " + std::to_string(fault.at) + "+" + std::to_string(fault.length);
    }
    return all;
}

}  // namespace attune::dialog
