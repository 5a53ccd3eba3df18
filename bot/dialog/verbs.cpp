#include "dialog/verbs.h"

#include <algorithm>

namespace attune::dialog {

std::span<const Verb> verbs() {
    static const std::vector<Verb> table = {
        {"say", {"link", "picture", "shows"}, nullptr, compile_say},
        {"ask",
         {"as",
          "answer",
          "hear",
          "if unclear",
          "still unclear",
          "may skip",
          "why",
          "check",
          "private"},
         declare_ask,
         compile_ask},
        {"if", {"then", "else"}, declare_if, compile_if},
        {"match", {"when", "otherwise"}, declare_match, compile_match},
        {"set", {}, declare_set, compile_set},
        {"go", {}, nullptr, compile_go},
        {"visit", {"as", "give", "take"}, declare_visit, compile_visit},
        {"repeat", {"as", "until", "at most"}, declare_repeat, compile_repeat},
        {"return", {}, nullptr, compile_return},
        {"end", {"start"}, nullptr, compile_end},
        {"pause", {"breathe"}, nullptr, compile_pause},
        {"keep", {}, nullptr, compile_keep},
    };
    return table;
}

const Verb* find_verb(std::string_view name) {
    const auto all = verbs();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Verb& verb) { return verb.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const Verb* verb_of(const Node& step, const Member** member) {
    const Verb* found = nullptr;
    for (const Member& candidate : step.members) {
        const Verb* verb = find_verb(candidate.key);
        if (!verb) continue;
        if (found) return nullptr;
        found = verb;
        *member = &candidate;
    }
    return found;
}

}  // namespace attune::dialog
