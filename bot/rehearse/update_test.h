// Rewrites what a conversation test expects into what comes, value by value, so that layout,
// comments and the order of lines stay.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rehearse/run_test.h"

namespace attune::rehearse {

struct Edit {
    std::size_t at = 0;  // bytes of the file
    std::size_t length = 0;
    std::string text;
};

// What would make the test hold. A line that nothing can be put into (the bot says no more, an
// option is gone) is left as it is: the test fails there still.
std::vector<Edit> updates_for(
    const ConversationTest& test, const dialog::EditionPtr& edition, std::string_view content);

std::string with_edits(std::string_view content, std::vector<Edit> edits);

}  // namespace attune::rehearse
