// Plays a conversation test and says where the talk went another way.
#pragma once

#include <optional>
#include <string>

#include "rehearse/conversation_test.h"
#include "rehearse/coverage.h"

namespace attune::rehearse {

struct Failure {
    dialog::Spot spot;     // the line of the test
    std::string expected;  // in words
    std::string came;
    std::string read;  // how her last input was read, lines
    std::string talk;  // so far
};

// Nothing: all of it held. What was walked is added to `coverage`.
std::optional<Failure> run_test(
    const ConversationTest& test, const dialog::EditionPtr& edition, Coverage& coverage);

}  // namespace attune::rehearse
