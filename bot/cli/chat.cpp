// attune chat FILE: a talk in the terminal, through the same engine. A number or words answer;
// /skip, /memory and /quit are commands of the terminal.
#include <chrono>
#include <istream>
#include <memory>
#include <ostream>
#include <thread>

#include <CLI/CLI.hpp>

#include "cli/chat_screen.h"
#include "cli/command.h"
#include "cli/dialogs_at.h"
#include "cli/print_problems.h"
#include "rehearse/rehearsal.h"

namespace attune::cli {

namespace {

struct Wishes {
    std::string file;
    bool explain = false;
    std::string pace = "reading";
};

// What was typed that is no answer.
enum class Order { answer, skip, memory, quit, unknown };

Order order_of(const std::string& line) {
    if (line.empty() || line.front() != '/') return Order::answer;
    if (line == "/skip") return Order::skip;
    if (line == "/memory") return Order::memory;
    if (line == "/quit") return Order::quit;
    return Order::unknown;
}

class Talk {
public:
    Talk(const Wishes& wishes, dialog::EditionPtr edition, std::uint64_t seed, Console& console)
        : wishes_(wishes),
          console_(console),
          screen_(console, wishes.pace != "none" && console.in_is_terminal),
          rehearsal_(std::move(edition), now_of_machine(), "Etc/UTC", seed) {}

    Exit hold(const std::string& dialog) {
        show(rehearsal_.begin(dialog));
        std::string line;
        while (!rehearsal_.state().ended()) {
            screen_.prompt();
            if (!std::getline(console_.in, line)) return leave();
            screen_.typed(line);
            if (!obey(line)) return Exit::fine;
        }
        return Exit::fine;
    }

private:
    Exit leave() {
        console_.out << "\n";
        console_.err << "The talk was left at " << rehearse::full_place_of(rehearsal_.state())
                     << ".\n";
        return Exit::fine;
    }

    // False: enough.
    bool obey(const std::string& line) {
        const Seq to = rehearsal_.asked();
        switch (order_of(line)) {
            case Order::answer:
                if (!line.empty()) show(rehearsal_.take(Said{line, to}));
                return true;
            case Order::skip:
                show(rehearsal_.take(Act{ActKind::skip, to}));
                return true;
            case Order::memory:
                screen_.memory(rehearsal_);
                return true;
            case Order::quit:
                return false;
            case Order::unknown:
                return say_unknown(line);
        }
        return true;
    }

    bool say_unknown(const std::string& line) {
        const std::string near = nearest(line, {"/skip", "/memory", "/quit"});
        console_.err << "There is no " << line << " here. "
                     << (near.empty() ? "There are /skip, /memory and /quit."
                                      : "Did you mean " + near + "?")
                     << "\n";
        return true;
    }

    void show(const rehearse::Step& step) {
        if (wishes_.explain) screen_.explained(step);
        for (const Message& message : step.messages) {
            if (message.from != Speaker::you) screen_.message(message);
        }
        for (const std::string& entry : step.kept) screen_.kept(entry);
        if (rehearsal_.open() != nullptr) screen_.ways_to_answer(rehearsal_.form());
    }

    const Wishes& wishes_;
    Console& console_;
    ChatScreen screen_;
    rehearse::Rehearsal rehearsal_;
};

Exit say_problems(const Problems& problems, Console& console) {
    print_problems(problems, console.err, console.err_colours, console);
    console.err << summary(problems) << "\n";
    return Exit::findings;
}

std::uint64_t seed_of_this_talk() {
    return static_cast<std::uint64_t>(now_of_machine().time_since_epoch().count());
}

Exit chat(const Wishes& wishes, Console& console) {
    if (wishes.pace != "none" && wishes.pace != "reading") {
        console.err << "attune chat: --pace is \"reading\" or \"none\", not \"" << wishes.pace
                    << "\".\n";
        return Exit::wrong_use;
    }
    const auto files = dialogs_at(wishes.file);
    if (!files) return say_problems(files.error(), console);
    const dialog::Compiled compiled = dialog::compile(files->sources, files->shown_folder);
    if (!compiled.edition) return say_problems(compiled.problems, console);
    if (!compiled.edition->find(files->dialog())) {
        console.err << "attune chat: " << wishes.file << " is no dialog. Name one file, as in "
                    << "dialogs/welcome.json.\n";
        return Exit::wrong_use;
    }
    // Words from a pipe are answered the same each time.
    const std::uint64_t seed = console.in_is_terminal ? seed_of_this_talk() : 1;
    return Talk(wishes, compiled.edition, seed, console).hold(files->dialog());
}

}  // namespace

Action declare_chat(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("file", wishes->file, "a dialog, dialogs/NAME.json")->required();
    app.add_flag("--explain", wishes->explain, "how each answer was read");
    app.add_option("--pace", wishes->pace, "reading (with pauses between messages) or none");
    return [wishes](Console& console) { return chat(*wishes, console); };
}

}  // namespace attune::cli
