// attune chat FILE: a talk in the terminal, through the same engine. A number or words answer; what
// begins with "/" is an order to the terminal.
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/print_problems.h"
#include "cli/talk.h"

namespace attune::cli {

namespace {

Exit chat(const ChatWishes& wishes, Console& console) {
    if (wishes.pace != "none" && wishes.pace != "reading") {
        console.err << "attune chat: --pace is \"reading\" or \"none\", not \"" << wishes.pace
                    << "\".\n";
        return Exit::wrong_use;
    }
    auto start = talk_start(wishes);
    if (!start) {
        const Problems problems = start.error();
        print_problems(problems, console.err, console.err_colours, console);
        console.err << summary(problems) << "\n";
        return Exit::findings;
    }
    // Words from a pipe are answered the same each time.
    const auto now = now_of_machine().time_since_epoch().count();
    const auto seed = console.in_is_terminal ? static_cast<std::uint64_t>(now) : 1;
    return Talk(wishes, std::move(*start), seed, console).hold();
}

}  // namespace

Action declare_chat(CLI::App& app) {
    auto wishes = std::make_shared<ChatWishes>();
    app.add_option("file", wishes->file, "a dialog, dialogs/NAME.json")->required();
    app.add_option("--from", wishes->from, "begins there: \"get real / heat\"");
    app.add_option("--with", wishes->with, "a JSON file of answers given: { \"heat\": 8 }");
    app.add_option("--lang", wishes->language, "the language it begins in");
    app.add_flag("--explain", wishes->explain, "how each answer was read");
    app.add_option("--pace", wishes->pace, "reading (with pauses between messages) or none");
    app.add_flag("--quiet", wishes->quiet, "nothing but the talk");
    return [wishes](Console& console) { return chat(*wishes, console); };
}

}  // namespace attune::cli
