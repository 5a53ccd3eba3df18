// A conversation test as it is written beside a dialog (NAME.test.json), read aloud like a talk:
//
//   { "dialog": "after-i-shouted", "tests": [
//     { "name": "an unclear heat is asked again, kindly",
//       "start at": "get real / heat", "with": { "scene_seen": "I yelled at bedtime" },
//       "talk": [ { "them": "very" }, { "bot": "A number from 0 to 10 is enough." },
//                 { "them": "nine" }, { "visits": "shared/three-breaths" } ] } ] }
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/moment.h"
#include "base/problems.h"
#include "base/result.h"
#include "dialog/edition.h"
#include "dialog/json_tree.h"
#include "rehearse/standing.h"

namespace attune::rehearse {

// Lines that do something.
struct Them {  // types
    std::string text;
};
struct Taps {  // one option or several; a number of a scale; a day or a time; "skip", "why" where
               // that is no option
    std::vector<std::string> options;
    std::optional<Decimal> value;
};
struct After {  // time passes
    std::chrono::milliseconds time{};
};
struct LanguageLine {  // the talk is in this language; at the top: from its first word on
    std::string name;
};

// Lines that look at what the last input did. A wording is a text, or { "one of": […] }.
using Wordings = std::vector<std::string>;
struct Bot {  // one message of ours, after those that earlier `bot` lines named
    Wordings any_of;
};
struct BotSays {  // all messages of ours
    std::vector<Wordings> messages;
};
struct VisitsLine {  // a dialog or a scene was entered
    std::string name;
};
struct Keeps {  // an entry for the journal
    std::string text;
};
struct RestsAt {  // "scene / as"
    std::string place;
};
struct Ends {  // a dialog ended
    bool wanted = true;
};

struct TalkLine {
    dialog::Spot spot;
    std::variant<Them, Taps, After, LanguageLine, Bot, BotSays, VisitsLine, Keeps, RestsAt, Ends>
        what;
    dialog::Node value;  // as it stands in the file
};

struct ConversationTest {
    std::string name;
    Standing start;
    std::string start_at;       // as it was written; empty: the dialog's first line
    dialog::Node with;          // the answers given, as they were written
    std::optional<Instant> at;  // the moment it begins, where it says one
    std::vector<TalkLine> talk;
};

struct TestFile {
    std::string dialog;
    std::vector<ConversationTest> tests;
};

// All that is wrong with the file at once (A6xx; A1xx where it is no JSON).
Result<TestFile, Problems> read_tests(
    const dialog::SourceFile& file, std::string_view content, const dialog::Edition& edition);

}  // namespace attune::rehearse
