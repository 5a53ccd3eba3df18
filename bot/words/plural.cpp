#include <unicode/plurrule.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>

#include "words/words.h"

namespace attune::words {

namespace {

using Rules = std::shared_ptr<const icu::PluralRules>;

// Making the rules of a language costs a search in ICU's data, so they are kept: dialogs name few
// languages, and select() is const.
Rules rules_of(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, Rules, std::less<>> kept;
    const std::lock_guard lock(mutex);
    const auto found = kept.find(language);
    if (found != kept.end()) return found->second;
    UErrorCode error = U_ZERO_ERROR;
    const std::string name(language);
    Rules rules(icu::PluralRules::forLocale(icu::Locale(name.c_str()), error));
    if (U_FAILURE(error)) rules = nullptr;
    kept.emplace(name, rules);
    return rules;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

}  // namespace

std::string plural_keyword(std::string_view number, std::string_view language) {
    const Rules rules = rules_of(language);
    if (rules == nullptr) return "other";
    return utf8(rules->select(std::strtod(std::string(number).c_str(), nullptr)));
}

std::vector<std::string> plural_keywords(std::string_view language) {
    const Rules rules = rules_of(language);
    if (rules == nullptr) return {"other"};
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> names(rules->getKeywords(error));
    std::vector<std::string> keywords;
    while (U_SUCCESS(error)) {
        const icu::UnicodeString* name = names->snext(error);
        if (name == nullptr) break;
        keywords.push_back(utf8(*name));
    }
    return keywords;
}

}  // namespace attune::words
