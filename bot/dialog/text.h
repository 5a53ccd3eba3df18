// Texts with places to fill: {x}, {x or "…"}, {x, plural, one {…} other {…}}, {x, select, …}.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "dialog/scope.h"

namespace attune::dialog {

struct Text;

struct Slot {
    VariableRef variable;
    std::string otherwise;  // shown while the value is unknown
};

struct Plural {
    VariableRef variable;
    std::map<std::string, Text> forms;   // CLDR keywords; `other` is always there
    std::map<std::int64_t, Text> exact;  // "=0", "=1"
};

struct Select {
    VariableRef variable;
    std::map<std::string, Text> forms;  // option keys, yes, no; `other` is always there
};

struct Text {
    std::string language;  // BCP 47: which plural rules hold, and what the message's lang says
    std::vector<std::variant<std::string, Slot, Plural, Select>> pieces;
};

// How options show inside a text: by their label.
struct LabelOf {
    virtual ~LabelOf() = default;
    virtual std::string label(VariableRef variable, const std::string& key) const = 0;
};

// A person's words are put in as they are, never parsed.
std::string render(const Text& text, const Scope& scope, const LabelOf& labels);

}  // namespace attune::dialog
