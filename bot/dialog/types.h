// Types of variables that are set or taken, not asked: they follow from values, which may follow
// from other variables, also of other dialogs.
#pragma once

#include "dialog/compiler.h"

namespace attune::dialog {

// After all first passes: gives each variable its type. One that follows only from itself is
// reported (A303).
void settle_types(Folder& folder);

// After all second passes: labels of options that came from elsewhere.
void settle_labels(Folder& folder);

// Reports a value of another type, or with options that the variable does not have (A230).
void check_fits(Compiler& compiler, VariableRef target, const ParsedExpression& value, Spot spot);

// The variable whose value an expression hands on as it is, if that is all it does.
std::optional<VariableRef> handed_on(const Expression& expression);

// "a number", "an option", "words"…
std::string_view name_of(Type type);

}  // namespace attune::dialog
