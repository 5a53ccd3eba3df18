// One dialog while it is compiled, and the folder it stands in. Two passes: *declare* finds all
// that has a name (scenes, variables, places, loops), *compile* makes the operations. What the
// checks of the flow need beyond the edition (where things stand in the file) is kept beside.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialog/edition.h"
#include "dialog/json_tree.h"
#include "dialog/keys.h"
#include "dialog/parse.h"
#include "dialog/renderings.h"
#include "dialog/report.h"
#include "dialog/script.h"

namespace attune::dialog {

struct Folder;

// A variable is read by an operation. `bare`: by a {x} that has no words for unknown.
struct Use {
    OpIndex op = 0;
    VariableRef variable;
    Spot spot;
    bool bare = false;
};

// The whole numbers a variable can hold; nothing: any number.
struct WholeRange {
    Decimal from;
    Decimal to;
};

struct VariableNote {
    Spot spot;           // where it is first named
    bool typed = false;  // its type is known (by a question, or settled)
    std::optional<AnswerKind> kind;
    bool any_number = false;  // may hold numbers beyond `range`
    std::optional<WholeRange> range;
    bool said_private = false;  // the file says `private`, either way
};

// `set` and `take`: the variable's type follows from a value, which may follow from others.
struct Assignment {
    std::uint16_t slot = 0;
    const Node* expression = nullptr;  // `set`
    std::string other_dialog;          // `take`
    std::string other_variable;
};

struct Draft {
    Draft(std::string name, const SourceFile& file, const Node* root, FileReport report);

    std::string name;  // by its path
    const SourceFile& file;
    const Node* root;  // null: the file could not be read; nothing of it is known
    FileReport report;
    Dialog dialog;

    std::vector<VariableNote> variable_notes;  // beside dialog.variables
    std::vector<Assignment> assignments;
    std::vector<Spot> scene_spots;         // beside dialog.scenes: the scene's name
    std::vector<bool> scene_broken;        // a step could not be understood
    std::vector<OpIndex> implicit_return;  // beside dialog.scenes: where it just stops
    std::vector<Spot> op_spots;            // beside dialog.code
    std::vector<int> op_loop;              // innermost loop of the operation, or -1
    std::vector<Use> uses;                 // in order of operations
    std::vector<Spot> visit_spots;         // beside dialog.visits
    std::unordered_map<const Node*, std::uint16_t> declared;  // step → question, visit or loop
    std::unordered_map<std::string, Spot> given_spots;
    std::set<std::string> pictures_shown;  // by name
    // Pairs (from, to) of variables: what is private in the first makes the second private.
    std::vector<std::pair<VariableRef, VariableRef>> privacy;

    Script script;
    std::vector<Spot> text_spots;      // beside dialog.texts: where each was read
    Renderings* renderings = nullptr;  // set: it is compiled in another language

    bool broken() const;

    // While compiling.
    SceneIndex scene = 0;
    std::vector<LoopIndex> open_loops;
    std::vector<VariableRef> branch_reads;  // of the conditions around this step
};

// All dialogs, by index as in Edition::dialogs.
struct Folder {
    std::vector<std::unique_ptr<Draft>> drafts;
    std::unordered_map<std::string, DialogIndex> index;
    std::vector<Variable> person;
    std::unordered_map<std::string, std::uint16_t> person_index;
    std::map<std::string, std::string> pictures;  // name below pictures/ → picture_file
    const Defaults* defaults = nullptr;           // null: broken or absent

    const Draft* find(const std::string& name) const;
    std::vector<std::string> names() const;
};

// The names that texts and expressions of a dialog may use: its variables, loops that are open, the
// person's variables.
class DraftNames : public Names {
public:
    DraftNames(const Draft& draft, const Folder& folder) : draft_(draft), folder_(folder) {}

    std::optional<VariableRef> find(std::string_view name) const override;
    const Variable& variable(VariableRef ref) const override;
    std::vector<std::string> all() const override;

private:
    bool is_visible(std::uint16_t slot) const;

    const Draft& draft_;
    const Folder& folder_;
};

const Variable& variable_of(const Draft& draft, const Folder& folder, VariableRef ref);

}  // namespace attune::dialog
