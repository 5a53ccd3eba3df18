// What the dialog language has but this version does not: refused by name, so that nothing is
// passed over in silence. The list gets shorter.
#pragma once

#include <string_view>

namespace attune::dialog {

enum class Where { top, step, answer, file };

// True for a key (verb, answer kind, path) of a later version. Where it may stand is part of it.
bool is_not_yet_known(Where where, std::string_view key);

}  // namespace attune::dialog
