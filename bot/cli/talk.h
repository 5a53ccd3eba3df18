// A talk in the terminal: answers and orders in, the dialog's words out. It can be had again: when
// a file is saved, and as a test.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/chat_orders.h"
#include "cli/chat_screen.h"
#include "cli/exit.h"
#include "cli/line_reader.h"
#include "cli/talk_start.h"
#include "cli/watched_files.h"
#include "rehearse/player.h"

namespace attune::cli {

class Talk {
public:
    Talk(const ChatWishes& wishes, TalkStart start, std::uint64_t seed, Console& console);

    // Until the input ends, or /quit.
    Exit hold();

private:
    bool obey(const std::string& line);  // false: enough
    void answer(const std::string& words);
    void skip();
    void why();
    void pass_time(const std::string& span);
    void speak(const std::string& language);
    void save_test(const std::string& name);
    void help();

    void act(rehearse::TalkLine line);
    void show(const rehearse::Step& step);
    void reload();
    std::size_t replayed_in(rehearse::Player& player) const;
    void tell(const std::string& sentence);  // about the talk, not of it
    std::string place() const;

    const ChatWishes& wishes_;
    Console& console_;
    TalkStart start_;
    std::uint64_t seed_;
    Instant began_;
    ChatScreen screen_;
    LineReader reader_;
    WatchedFiles files_;
    std::unique_ptr<rehearse::Player> player_;
    std::vector<rehearse::TalkLine> acted_;
    std::vector<std::string> places_;  // before each of them, and after the last
};

}  // namespace attune::cli
