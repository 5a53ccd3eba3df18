// The translations of one dialog into one language:
// dialogs/translations/<language>/<dialog>.json. The sentence is the key of its rendering.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/report.h"

namespace attune::dialog {

//   { "dialog": "after-i-shouted", "language": "de",
//     "top": [ { "say": "After I shouted", "as": "Nachdem ich laut wurde", "at": ["title"] } ],
//     "scenes": { "get real": [
//       { "say": "How hot was it inside you?", "as": "Wie heiß war es in dir?",
//         "at": ["get real / heat"] } ] },
//     "hear": { "get reflective / beneath": {
//       "alone": { "say": ["no help"], "as": ["keine hilfe"] } } },
//     "unused": [ { "say": "…", "as": "…", "at": ["…"] } ] }
struct CatalogueEntry {
    std::string scene;    // under which it stands; empty: "top"
    std::string say;      // the sentence
    std::string as;       // its rendering; empty: not yet
    std::string meaning;  // tells two uses of one sentence apart
    std::string changed;  // the sentence that `as` renders, where `say` is another by now
    std::string note;
    std::vector<std::string> at;  // places (script.h)
    Spot spot;
    const Node* rendering = nullptr;  // `as` in its file; null: none
};

struct CatalogueHear {
    std::string place;
    std::string option;
    std::vector<std::string> say;  // what is heard in the author's language
    std::vector<std::string> as;
    Spot spot;
    const Node* rendering = nullptr;
};

struct Catalogue {
    std::string dialog;
    std::string language;
    std::string schema;  // "$schema", for editors
    std::string note;
    std::vector<CatalogueEntry> entries;
    std::vector<CatalogueHear> hears;
    std::vector<CatalogueEntry> unused;
    std::vector<CatalogueHear> unused_hears;
};

// As much as can be read; what is wrong is reported. `root` must outlive the nodes it names.
// Nothing if the root is no object.
std::optional<Catalogue> read_catalogue(const FileReport& report, const Node& root);

// What the path below `translations/` names: "de/shared/three-breaths.json". Nothing for a path
// that names no language and dialog.
struct CatalogueName {
    std::string language;
    std::string dialog;
};
std::optional<CatalogueName> catalogue_name(std::string_view path);

constexpr std::string_view translations_folder = "translations/";

}  // namespace attune::dialog
