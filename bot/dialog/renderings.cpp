#include "dialog/renderings.h"

#include <algorithm>
#include <set>
#include <string>

#include "dialog/report.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

// Whole numbers up to here show every plural form that people meet: beyond, the forms come again.
constexpr std::int64_t plural_trials = 200;

struct Places {
    std::set<std::string> names;
    std::vector<const Plural*> plurals;
    std::string language;
};

class Gathering {
public:
    explicit Gathering(const Names& names) : names_(names) {}

    Places all_in(const Text& text) {
        found_.language = text.language;
        add(text);
        return std::move(found_);
    }

private:
    void add(const Text& text) {
        for (const auto& piece : text.pieces) {
            std::visit([this](const auto& kind) { add(kind); }, piece);
        }
    }
    void add(const std::string&) {}
    void add(const Slot& slot) { note(slot.variable); }
    void add(const Plural& plural) {
        note(plural.variable);
        found_.plurals.push_back(&plural);
        for (const auto& [keyword, text] : plural.forms) add(text);
        for (const auto& [number, text] : plural.exact) add(text);
    }
    void add(const Select& select) {
        note(select.variable);
        for (const auto& [key, text] : select.forms) add(text);
    }
    void note(VariableRef variable) { found_.names.insert(names_.variable(variable).name); }

    const Names& names_;
    Places found_;
};

// The forms that some whole number needs and the plural lacks.
std::vector<std::string> missing_forms(const Plural& plural, const std::string& language) {
    std::vector<std::string> missing;
    for (std::int64_t n = 0; n <= plural_trials; ++n) {
        if (plural.exact.contains(n)) continue;
        const std::string keyword = words::plural_keyword(std::to_string(n), language);
        if (plural.forms.contains(keyword)) continue;
        const bool is_new = std::find(missing.begin(), missing.end(), keyword) == missing.end();
        if (is_new) missing.push_back(keyword);
    }
    return missing;
}

std::string shown(const std::set<std::string>& names) {
    return names.empty() ? "nothing" : listed({names.begin(), names.end()});
}

void check_bare(
    const ParsedText& sentence,
    const ParsedText& rendering,
    const Names& names,
    std::vector<RenderingFault>& faults) {
    for (const auto& bare : rendering.bare) {
        const bool known =
            std::any_of(sentence.bare.begin(), sentence.bare.end(), [&](const auto& one) {
                return one.variable == bare.variable;
            });
        if (known) continue;
        faults.push_back({"A517", {names.variable(bare.variable).name}});
        return;
    }
}

}  // namespace

const Rendering* Renderings::text(const std::string& place, const std::string& sentence) const {
    const auto found = texts.find({place, sentence});
    return found == texts.end() ? nullptr : &found->second;
}

const Node* Renderings::hear(const std::string& place, const std::string& option) const {
    const auto found = hears.find({place, option});
    return found == hears.end() ? nullptr : found->second;
}

std::vector<RenderingFault> faults_of_rendering(
    const ParsedText& sentence, const ParsedText& rendering, const Names& names) {
    std::vector<RenderingFault> faults;
    const Places there = Gathering(names).all_in(sentence.text);
    const Places here = Gathering(names).all_in(rendering.text);
    if (there.names != here.names) {
        faults.push_back({"A507", {shown(there.names), shown(here.names)}});
    }
    if (faults.empty()) check_bare(sentence, rendering, names, faults);
    for (const Plural* plural : here.plurals) {
        const auto missing = missing_forms(*plural, here.language);
        if (missing.empty()) continue;
        faults.push_back({"A513", {listed(missing), missing.front()}});
    }
    return faults;
}

}  // namespace attune::dialog
