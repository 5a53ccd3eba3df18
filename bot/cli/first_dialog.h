// The first dialog that `attune new` writes, with its test: what stands in bot/cli/first_dialog/,
// under its own name.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace attune::cli {

// What is wrong with a name for a dialog's file ("shared/three-breaths"), and how to mend it; empty
// if it is fine.
std::string fault_of_name(const std::string& name);

// The languages in which there are first lines: "de", "en", …
std::vector<std::string> first_languages();

// Path below the dialogs folder → content. Where there are no first lines in the language, they are
// English ones that say they are in it.
std::map<std::string, std::string> first_dialog(
    const std::string& name, const std::string& language);

}  // namespace attune::cli
