#include "dialog/catalogue_checks.h"

#include <algorithm>

#include "dialog/keys.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

constexpr int shown_words = 8;

std::string shortened(const std::string& sentence, const std::string& language) {
    return "“" + words::first_words(sentence, shown_words, language) + "”";
}

void check_name(
    const FileReport& report, const Node& root, const char* key, const std::string& wanted) {
    const Node* value = value_of(root, key);
    if (!value || value->kind != Node::Kind::string || value->text == wanted) return;
    report.add("A514", value->spot, {key, value->text, wanted});
}

void check_left_over(const FileReport& report, const CatalogueHear& hear, const Script& script) {
    std::vector<std::string> options;
    for (const ScriptHear& known : script.hears) {
        if (known.place == hear.place) options.push_back(known.option);
    }
    if (options.empty()) {
        report.add("A511", hear.spot, {hear.place});
        return;
    }
    report.add(
        "A510",
        hear.spot,
        {hear.option, hear.place, listed(options)},
        nearest(hear.option, options));
}

}  // namespace

void check_catalogue_name(const FileReport& report, const Node& root, const CatalogueName& name) {
    check_name(report, root, "dialog", name.dialog);
    check_name(report, root, "language", name.language);
}

void check_catalogue(const FileReport& report, const Merged& merged, const Script& script) {
    for (const CatalogueEntry& entry : merged.left_over) {
        report.add("A509", entry.spot, {shortened(entry.say, script.language)});
    }
    for (const CatalogueHear& hear : merged.left_over_hears) check_left_over(report, hear, script);
    for (const CatalogueEntry& entry : merged.catalogue.entries) {
        if (entry.changed.empty()) continue;
        report.add("A506", entry.spot, {shortened(entry.say, script.language)});
    }
}

void report_missing(
    const FileReport& report,
    const Node& root,
    const Script& script,
    const std::string& language,
    const std::vector<std::string>& missing) {
    if (missing.empty()) return;
    const Node* spot = value_of(root, "language");
    report.add(
        "A505",
        spot ? spot->spot : root.spot,
        {missing.size(),
         script.lines.size(),
         language,
         script.language,
         shortened(missing.front(), script.language),
         script.dialog});
}

}  // namespace attune::dialog
