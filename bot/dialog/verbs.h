// The verbs of the dialog language, in one table. A new verb is one file (verb_*.cpp) and one line.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dialog/json_tree.h"

namespace attune::dialog {

class Outline;
class Compiler;

struct Step {
    const Node& node;
    const Member& verb;  // its key is the verb
};

struct Verb {
    std::string_view name;
    std::vector<std::string_view> keys;                // that may stand beside it
    void (*declare)(Outline&, const Step&) = nullptr;  // null: it names nothing and holds no steps
    void (*compile)(Compiler&, const Step&) = nullptr;
};

std::span<const Verb> verbs();
const Verb* find_verb(std::string_view name);

// The one verb of a step, or null if there is none or more than one.
const Verb* verb_of(const Node& step, const Member** member);

void declare_ask(Outline& outline, const Step& step);
void declare_if(Outline& outline, const Step& step);
void declare_match(Outline& outline, const Step& step);
void declare_repeat(Outline& outline, const Step& step);
void declare_set(Outline& outline, const Step& step);
void declare_visit(Outline& outline, const Step& step);

void compile_ask(Compiler& compiler, const Step& step);
void compile_end(Compiler& compiler, const Step& step);
void compile_go(Compiler& compiler, const Step& step);
void compile_if(Compiler& compiler, const Step& step);
void compile_keep(Compiler& compiler, const Step& step);
void compile_match(Compiler& compiler, const Step& step);
void compile_pause(Compiler& compiler, const Step& step);
void compile_repeat(Compiler& compiler, const Step& step);
void compile_return(Compiler& compiler, const Step& step);
void compile_say(Compiler& compiler, const Step& step);
void compile_set(Compiler& compiler, const Step& step);
void compile_visit(Compiler& compiler, const Step& step);

}  // namespace attune::dialog
