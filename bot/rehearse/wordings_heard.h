// All wordings that a place in a talk may have: a `one of` sounds different in another talk.
#pragma once

#include <vector>

#include "rehearse/player.h"

namespace attune::rehearse {

// Plays one talk under many seeds, side by side.
class WordingsHeard {
public:
    WordingsHeard(const ConversationTest& test, const dialog::EditionPtr& edition);

    // Lines that look are passed over.
    void play(const TalkLine& line);

    // Our messages of the last turn: each with its wordings, the one a test hears first.
    std::vector<Wordings> messages() const;

private:
    std::vector<Player> players_;  // the first has the seed of tests
};

// True if the line does something.
bool acts(const TalkLine& line);

}  // namespace attune::rehearse
