// Editions for tests: written as the files that people write, compiled as they are in the product.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dialog/edition.h"

namespace attune::test {

// Compiles the files ("welcome.json" → content). English defaults are added where the files bring
// none. Throws std::runtime_error with all problems as text if there are errors.
dialog::EditionPtr edition_of(std::map<std::string, std::string> files);

// One dialog with one scene, "start": `steps` is what stands between its brackets; a step that ends
// the talk is the test's own matter.
//   edition_with(R"({ "ask": "How?", "as": "how", "answer": "text" }, { "end": "Thanks." })")
dialog::EditionPtr edition_with(const std::string& steps, const std::string& name = "talk");

// The file of one dialog: `scenes` is what stands between the braces of "scenes".
std::string dialog_file(const std::string& name, const std::string& scenes);

// defaults/en.json: short, whole, and not what people read ("Skipping is not possible here.").
std::string small_defaults();

// The defaults of the project's own dialogs in one language, as they are compiled.
const dialog::Defaults& own_defaults(const std::string& language);

// The same as defaults/de.json ("ja", "nein", "Eine Zahl von {low} bis {high}.").
std::string german_defaults();

// translations/de/<dialog>.json with these renderings of sentences, wherever they stand.
std::string german(
    const std::string& dialog, const std::vector<std::pair<std::string, std::string>>& renderings);

}  // namespace attune::test
