#include "cli/command.h"

namespace attune::cli {

const std::vector<Command>& commands() {
    static const std::vector<Command> all = {
        {"serve",
         "Serves the chat: the page, and the talks behind it.",
         "attune serve --listen 127.0.0.1:8080 --data ./data",
         declare_serve},
        {"lint",
         "Says all that is wrong with dialogs, with the line and the mend.",
         "attune lint dialogs",
         declare_lint},
        {"explain",
         "Says what a problem means, with a wrong and a right example.",
         "attune explain A214",
         declare_explain},
        {"test",
         "Plays the conversation tests beside the dialogs.",
         "attune test after-i-shouted",
         declare_test},
        {"chat",
         "Holds a talk in the terminal.",
         "attune chat dialogs/after-i-shouted.json",
         declare_chat},
        {"new",
         "Writes a first dialog, with a test that passes.",
         "attune new a-good-evening",
         declare_new},
        {"graph",
         "Draws a dialog: scenes, questions, and the ways between.",
         "attune graph after-i-shouted -o shouted.svg",
         declare_graph},
        {"stats",
         "Says how long dialogs are: questions, words, taps, minutes, ways.",
         "attune stats after-i-shouted",
         declare_stats},
        {"translate",
         "Writes what is to translate into a language, and brings it up to date.",
         "attune translate de welcome",
         declare_translate},
    };
    return all;
}

}  // namespace attune::cli
