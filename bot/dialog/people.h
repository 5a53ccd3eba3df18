// What people would meet: the checks of a dialog's words by eye, as one who knows tired parents
// would do them.
#pragma once

#include "dialog/draft.h"

namespace attune::dialog {

void check_people(const Folder& folder);

}  // namespace attune::dialog
