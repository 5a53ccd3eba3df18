// What is computed from private words, or set in a branch on them, is private, also across visits.
#pragma once

#include "dialog/draft.h"

namespace attune::dialog {

// After all second passes. A variable whose question says `"private": false` stays as said.
void settle_privacy(Folder& folder);

}  // namespace attune::dialog
