// From the words of `attune chat` to the place where its talk begins.
#pragma once

#include <filesystem>
#include <string>

#include "base/problems.h"
#include "base/result.h"
#include "dialog/edition.h"
#include "rehearse/conversation_test.h"

namespace attune::cli {

struct ChatWishes {
    std::string file;
    std::string from;      // "get real / heat"; empty: the top
    std::string with;      // a file of answers given; empty: none
    std::string language;  // empty: the dialog's
    std::string pace = "reading";
    bool explain = false;
    bool quiet = false;
};

struct TalkStart {
    dialog::EditionPtr edition;
    std::string dialog;
    rehearse::ConversationTest start;  // its talk is empty, or its language
    std::filesystem::path watched;     // the folder of dialogs, or the file that stands alone
    std::filesystem::path test_file;   // where a test of the dialog belongs
    std::string shown_test_file;
};

// Reads and compiles anew each time it is asked.
Result<TalkStart, Problems> talk_start(const ChatWishes& wishes);

}  // namespace attune::cli
