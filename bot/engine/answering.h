// What becomes of an input at an open question, once it is read: ANSWER, SKIP, UNCLEAR, GIVE UP;
// and of words for a question that is over: STALE, LATE LINE.
#pragma once

#include <string>

#include "engine/read.h"
#include "engine/turn.h"

namespace attune::engine {

// Acts on what was understood at the open question; turn.reading is set.
void act_on(Turn& turn, Understood understood);

// *Skip*, typed or pressed, at the open question.
void skip(Turn& turn);

// Why the open question is asked (it must say so), then the question once more: number and tries
// stay.
void say_why(Turn& turn);

// Words for a question that is over: added to the answer just given, if they still belong to it;
// else they stay in the transcript, and nothing is said about them.
void add_late_line(Turn& turn, const std::string& text, Seq to);

// True if the tap or value is what that question was answered with: a double tap.
bool is_double_tap(const Answered& answered, Seq to, const std::vector<std::string>& options);
bool is_double_tap(const Answered& answered, Seq to, const PickedValue& picked);

}  // namespace attune::engine
