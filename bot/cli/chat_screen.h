// How a talk looks in the terminal.
#pragma once

#include "base/message.h"
#include "cli/console.h"
#include "rehearse/rehearsal.h"

namespace attune::cli {

class ChatScreen {
public:
    // `paced`: a reading pause between two messages.
    ChatScreen(Console& console, bool paced) : console_(console), paced_(paced) {}

    void message(const Message& message);
    void ways_to_answer(const AnswerForm& form);
    void kept(const std::string& entry);
    void explained(const rehearse::Step& step);
    // What is known so far, and the journal.
    void memory(const rehearse::Rehearsal& rehearsal);
    // On a terminal only.
    void prompt();
    // What came from a pipe is shown; a terminal did that already.
    void typed(const std::string& line);
    // What is not said by the bot: dimmed on a terminal, and always set apart by its margin; after
    // `start`, further lines begin below its end.
    void aside(const std::string& text) { aside("", text); }
    void aside(const std::string& start, const std::string& text);

private:
    void option(const std::string& number, const std::string& label);

    Console& console_;
    bool paced_;
};

}  // namespace attune::cli
