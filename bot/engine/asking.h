// Opening a question, showing it again, and what is said when an answer was not understood.
#pragma once

#include "engine/turn.h"

namespace attune::engine {

// ASK: the question rests here under a new number.
void ask(Turn& turn, dialog::QuestionIndex question);

// SHOW: the open question once more; its number and tries stay.
void show(Turn& turn);

// Says what helps after an input that was not understood: the next rung, or a line for the reason.
// False: the ladder is used up and nothing was said.
bool say_next_rung(Turn& turn, const dialog::Question& question);

// The last rung once more; where there is none, the question itself.
void say_last_rung(Turn& turn, const dialog::Question& question);

// How the open question is drawn.
AnswerForm form_of(const Turn& turn, const dialog::Question& question);

// If the turn rests at a question and ends with words of ours, those say what is open.
void mark_what_is_open(Turn& turn);

}  // namespace attune::engine
