// A talk as lines for people: who said what, and how an answer can be given.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace attune::rehearse {

// What a message shows beside its words, each in brackets: "[picture: a small lamp]".
std::vector<std::string> shown_beside(const Message& message);

// "Attune: How hot was it inside you?", "you:    very". Further lines are indented.
std::string line_of(const Message& message);

// All of it, and under the last question what may be answered: "[0 to 10]", "[Yes, No]".
std::string talk_text(const std::vector<Message>& said);

// "a number from 0 to 10", "one of: Yes, No"; for people.
std::string ways_to_answer(const AnswerForm& form);

}  // namespace attune::rehearse
