#include "rehearse/run_test.h"

#include <exception>
#include <utility>

#include "rehearse/player.h"
#include "rehearse/talk_text.h"

namespace attune::rehearse {

namespace {

Failure failure(const Player& player, const TalkLine& line, Miss miss) {
    return {
        line.spot,
        std::move(miss.expected),
        std::move(miss.came),
        player.step().explained,
        talk_text(player.rehearsal().said())};
}

bool is_input(const TalkLine& line) {
    return std::holds_alternative<Them>(line.what) || std::holds_alternative<Taps>(line.what);
}

std::string with_margin(const std::string& lines, const std::string& margin) {
    std::string text = margin;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += lines[i];
        if (lines[i] == '\n' && i + 1 < lines.size()) text += margin;
    }
    if (text.back() != '\n') text += '\n';
    return text;
}

}  // namespace

std::optional<Failure> run_test(
    const ConversationTest& test, const dialog::EditionPtr& edition, Coverage& coverage) {
    Player player(test, edition);
    for (const TalkLine& line : test.talk) {
        try {
            if (auto miss = player.play(line)) return failure(player, line, std::move(*miss));
        } catch (const std::exception& broke) {
            return failure(player, line, {"a turn", std::string("it broke: ") + broke.what()});
        }
        if (is_input(line)) coverage.add(player.step());
    }
    return std::nullopt;
}

std::string to_text(
    const Failure& failure, const std::string& test_name, const std::string& shown_name) {
    const std::string place = shown_name + ":" + std::to_string(failure.spot.line) + ":" +
                              std::to_string(failure.spot.column);
    return place + "  failed  " + test_name + "\n  the talk so far:\n" +
           with_margin(failure.talk, "    ") + "  expected  " + failure.expected +
           "\n  came      " + failure.came + "\n" + with_margin(failure.read, "  ");
}

}  // namespace attune::rehearse
