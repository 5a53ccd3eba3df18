// What is proved of the ways through the dialogs before anybody talks in them. It may report a way
// that cannot happen, never miss one that can. Linear in the steps.
#pragma once

#include "dialog/draft.h"

namespace attune::dialog {

// After all second passes. Numbers A3xx.
void check_flow(const Folder& folder);

}  // namespace attune::dialog
