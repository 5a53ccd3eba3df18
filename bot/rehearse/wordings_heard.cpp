#include "rehearse/wordings_heard.h"

#include <algorithm>

namespace attune::rehearse {

namespace {

constexpr std::uint64_t talks = 24;  // enough to hear each of five wordings

}  // namespace

bool acts(const TalkLine& line) {
    return std::holds_alternative<Them>(line.what) || std::holds_alternative<Taps>(line.what) ||
           std::holds_alternative<After>(line.what) ||
           std::holds_alternative<LanguageLine>(line.what);
}

WordingsHeard::WordingsHeard(const ConversationTest& test, const dialog::EditionPtr& edition) {
    for (std::uint64_t i = 0; i < talks; ++i) players_.emplace_back(test, edition, test_seed + i);
}

void WordingsHeard::play(const TalkLine& line) {
    if (!acts(line)) return;
    for (Player& player : players_) player.play(line);
}

std::vector<Wordings> WordingsHeard::messages() const {
    std::vector<Wordings> messages;
    for (const std::string& text : players_.front().said()) messages.push_back({text});
    for (const Player& player : players_) {
        const auto said = player.said();
        if (said.size() != messages.size()) continue;  // it went another way
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (!fits(messages[i], said[i])) messages[i].push_back(said[i]);
        }
    }
    return messages;
}

}  // namespace attune::rehearse
