// The words of a question's options: labels, `hear`, yes and no; and the ladder of the defaults.
#pragma once

#include <vector>

#include "dialog/compiler.h"

namespace attune::dialog {

// Fills the question's options and answer words. Two options that share words are reported (A401).
void compile_answer_words(Compiler& compiler, const Node& step, Question& question);

// The labels of options that `given` at the top declares.
void compile_given_labels(Compiler& compiler);

// The defaults' rungs with this question's {low}, {high}, {options}, {limit}, {n} put in. A rung
// that names a place this question does not have is left out.
std::vector<TextIndex> default_ladder(Compiler& compiler, const Question& question);

// Reports what the defaults lack for a kind of answer that not every folder asks for (A240).
void check_default_words(Compiler& compiler, const Question& question, bool own_ladder, Spot spot);

}  // namespace attune::dialog
