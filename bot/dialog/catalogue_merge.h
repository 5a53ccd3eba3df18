// A catalogue brought up to what the dialog says today. No rendering is ever lost.
#pragma once

#include <cstddef>
#include <vector>

#include "dialog/catalogue.h"
#include "dialog/script.h"

namespace attune::dialog {

struct Merged {
    Catalogue catalogue;
    std::vector<std::size_t> entry_of_line;  // beside script.lines
    // What the old catalogue has for nothing that the dialog says: moved to `unused`.
    std::vector<CatalogueEntry> left_over;
    std::vector<CatalogueHear> left_over_hears;
};

// Entries in reading order, each sentence once under the scene where it first stands, or once a
// meaning. A sentence that is new at a place where another stood takes over the old rendering,
// marked `changed`. A rendering whose sentence is gone stays under `unused`, and comes back with
// the sentence.
Merged merge(const Script& script, const Catalogue& old);

}  // namespace attune::dialog
