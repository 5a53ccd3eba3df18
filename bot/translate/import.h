// What came back from translators, put into a catalogue.
#pragma once

#include "dialog/catalogue.h"

namespace attune::translate {

// What came counts; what it has no words for keeps those that were there, and so does what did not
// come at all.
dialog::Catalogue with_imported(const dialog::Catalogue& there, const dialog::Catalogue& imported);

}  // namespace attune::translate
