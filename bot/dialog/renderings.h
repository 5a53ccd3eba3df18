// The renderings that stand in for a dialog's sentences while it is compiled in another language.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dialog/json_tree.h"
#include "dialog/parse.h"
#include "dialog/problem_wording.h"

namespace attune::dialog {

struct Rendering {
    const Node* node = nullptr;  // a text or a list of lines, in the catalogue
    bool changed = false;        // of a sentence that is another by now
};

struct Renderings {
    std::map<std::pair<std::string, std::string>, Rendering> texts;    // by place and sentence
    std::map<std::pair<std::string, std::string>, const Node*> hears;  // by place and option
    std::vector<std::string> missing;  // sentences without one, found while it is compiled

    const Rendering* text(const std::string& place, const std::string& sentence) const;
    const Node* hear(const std::string& place, const std::string& option) const;
};

// What is wrong with a rendering as such; empty: nothing. The sentence itself is parsed in the
// author's language.
struct RenderingFault {
    const char* number = "";
    Values values;
};
std::vector<RenderingFault> faults_of_rendering(
    const ParsedText& sentence, const ParsedText& rendering, const Names& names);

}  // namespace attune::dialog
