// What a visit to a scene of the same dialog can do to the variables, which it shares.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "dialog/bit_rows.h"
#include "dialog/flow_graph.h"

namespace attune::dialog {

struct Visited {
    BitRow may_become_unknown;
    BitRow may_set;
    std::vector<OpIndex> returns;  // where it comes back; those of its own frame only
};

// By scene that some visit of the dialog names.
std::map<SceneIndex, Visited> visited_scenes_of(const FlowGraph& graph, std::size_t dialog);

// The variable an operation sets, and whether it may be unknown after.
struct Setting {
    VariableRef variable;
    bool maybe_unknown = true;
};
std::vector<Setting> settings_of(const Dialog& dialog, OpIndex op, const BitRow* known);

// Whether the value is known where `known` says which of the dialog's variables are (null: none).
bool is_surely_known(const Expression& value, const BitRow* known);

// Where a variable stands in the rows: the dialog's own, then the person's.
inline std::size_t bit_of(const Dialog& dialog, VariableRef ref) {
    return ref.of_person ? dialog.variables.size() + ref.slot : ref.slot;
}

}  // namespace attune::dialog
