// Plays the lines of a conversation test one after the other; what test, update and the talk in the
// terminal have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rehearse/conversation_test.h"
#include "rehearse/rehearsal.h"

namespace attune::rehearse {

// A Tuesday evening: the clock of every test begins here, unless it says "at".
constexpr Instant test_evening{
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::minutes(20 * 60 + 15)};

constexpr std::uint64_t test_seed = 1;

// What a line of the test did not find, in words.
struct Miss {
    std::string expected;
    std::string came;
};

class Player {
public:
    // Stands where the test begins. `now` counts where the test has no "at".
    Player(
        const ConversationTest& test,
        const dialog::EditionPtr& edition,
        std::uint64_t seed = test_seed,
        Instant now = test_evening);

    // Nothing: the line held, or did what it says.
    std::optional<Miss> play(const TalkLine& line);

    Rehearsal& rehearsal() { return rehearsal_; }
    const Rehearsal& rehearsal() const { return rehearsal_; }
    // What the last input did, or the beginning.
    const Step& step() const { return step_; }
    // Our messages of it.
    std::vector<std::string> said() const;
    // How many of those the `bot` lines have named or passed.
    std::size_t passed() const { return passed_; }
    void pass(std::size_t messages) { passed_ = messages; }

    std::optional<Miss> operator()(const Them& them);
    std::optional<Miss> operator()(const Taps& taps);
    std::optional<Miss> operator()(const After& after);
    std::optional<Miss> operator()(const LanguageLine& line);
    std::optional<Miss> operator()(const Bot& bot);
    std::optional<Miss> operator()(const BotSays& all);
    std::optional<Miss> operator()(const VisitsLine& visits);
    std::optional<Miss> operator()(const Keeps& keeps);
    std::optional<Miss> operator()(const RestsAt& rests);
    std::optional<Miss> operator()(const Ends& ends);

private:
    void take(const Input& input);
    std::string place() const;

    Rehearsal rehearsal_;
    Step step_;
    std::size_t passed_ = 0;
};

// True if one of the wordings is the text.
bool fits(const Wordings& wordings, const std::string& text);

}  // namespace attune::rehearse
