// Golden conversations: golden/*.json, one for each kind of step and of answer. Dialogs and inputs
// in; messages, effects and place out.
#pragma once

#include <string>
#include <vector>

#include "dialog/edition.h"

namespace attune::engine {

struct Golden {
    std::string name;  // the file's, without ".json"
    std::string path;
    dialog::EditionPtr edition;
};

// All of them, by name.
std::vector<Golden> golden_conversations();

}  // namespace attune::engine
