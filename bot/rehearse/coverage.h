// Which ways out of which questions a set of tests has walked, in which languages.
#pragma once

#include <array>
#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rehearse/rehearsal.h"

namespace attune::rehearse {

enum class WayKind : std::uint8_t { option, unclear, skip, silence };
constexpr std::size_t way_kinds = 4;

// As it stands in tables: "options", "unclear", "skip", "silence".
std::string_view name_of(WayKind kind);

struct Way {
    WayKind kind = WayKind::option;
    std::string option;  // its key; empty: any answer (a number, words)

    auto operator<=>(const Way&) const = default;
};

// For people: "fear", "an answer", "not understood", "skip".
std::string in_words(const Way& way);

struct Count {
    std::size_t walked = 0;
    std::size_t all = 0;
};
using Counts = std::array<Count, way_kinds>;  // by WayKind
Count sum_of(const Counts& counts);

struct QuestionCoverage {
    std::string place;  // "get real / heat"
    int line = 0;       // of the dialog's file
    Counts counts{};
    std::vector<Way> missing;
};

class Coverage {
public:
    void add(const Step& step);

    // The languages in which a question of the dialog was answered, the dialog's own first (even if
    // nobody walked there).
    std::vector<std::string> languages_of(const dialog::Dialog& dialog) const;

    // Question by question, in the order of the file; in one language, or in any.
    std::vector<QuestionCoverage> of(const dialog::Dialog& dialog) const;
    std::vector<QuestionCoverage> of(
        const dialog::Dialog& dialog, const std::string& language) const;

private:
    using Walked = std::map<std::string, std::set<Way>>;  // "dialog: scene / as" → ways
    static std::vector<QuestionCoverage> look(const dialog::Dialog& dialog, const Walked& walked);

    std::map<std::string, Walked> walked_;  // by language
};

Counts total_of(const std::vector<QuestionCoverage>& questions);

}  // namespace attune::rehearse
