#include "rehearse/languages.h"

#include <algorithm>

namespace attune::rehearse {

std::vector<std::string> languages_of(const dialog::Edition& edition) {
    std::vector<std::string> languages = {edition.defaults.language};
    for (const dialog::Dialog& dialog : edition.dialogs) {
        if (std::find(languages.begin(), languages.end(), dialog.language) == languages.end()) {
            languages.push_back(dialog.language);
        }
    }
    for (const auto& [language, translation] : edition.translations) languages.push_back(language);
    return languages;
}

}  // namespace attune::rehearse
