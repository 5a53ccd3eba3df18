// The compiled dialogs that a command's words choose: by name ("welcome"), or by file
// ("dialogs/welcome.json").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/exit.h"
#include "dialog/edition.h"

namespace attune::cli {

struct ChosenDialog {
    dialog::EditionPtr edition;
    dialog::DialogIndex index = 0;

    const dialog::Dialog& dialog() const { return edition->dialogs[index]; }
};

// What was asked for: `folder` is where names are looked up (empty: ./dialogs, else what is built
// in); no word chooses all of it.
struct DialogWish {
    std::vector<std::string> words;
    std::string folder;
};

// In the order of the words. What is wrong was said on console.err, and `out` says how to exit.
std::optional<std::vector<ChosenDialog>> choose_dialogs(
    const DialogWish& wish, std::string_view command, Console& console, Exit& out);

}  // namespace attune::cli
