// A dialog in figures: how many questions and words, how long, how many ways.
#pragma once

#include "dialog/edition.h"
#include "overview/ways.h"

namespace attune::overview {

struct Figures {
    int questions = 0;  // of the dialog itself; what it visits has its own
    int words = 0;  // that it says or offers, in all wordings; without those for unclear answers
    Lengths ways;   // from its start to its end, with all that it visits
};

Figures figures_of(const dialog::Edition& edition, dialog::DialogIndex dialog, const Ways& ways);

}  // namespace attune::overview
