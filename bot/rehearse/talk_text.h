// A talk as lines for people: who said what, and how an answer can be given.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace attune::rehearse {

// "Attune: How hot was it inside you?", "you:    very". Further lines of a text are indented.
std::string line_of(const Message& message);

// All of it, and under the last question what may be answered: "[0 to 10]", "[Yes, No]".
std::string talk_text(const std::vector<Message>& said);

// "a number from 0 to 10", "one of: Yes, No"; for people.
std::string ways_to_answer(const AnswerForm& form);

}  // namespace attune::rehearse
