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

}  // namespace attune::rehearse
