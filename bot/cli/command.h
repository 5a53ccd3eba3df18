// A command of the program. Adding one is one file and one line in commands.cpp.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/exit.h"

namespace CLI {
class App;
}

namespace attune::cli {

using Action = std::function<Exit(Console&)>;

struct Command {
    std::string_view name;
    std::string_view sentence;  // what it does
    std::string_view example;
    Action (*declare)(CLI::App& app);  // adds its options; what it returns runs the command
};

const std::vector<Command>& commands();

Action declare_serve(CLI::App& app);
Action declare_lint(CLI::App& app);
Action declare_explain(CLI::App& app);
Action declare_test(CLI::App& app);
Action declare_chat(CLI::App& app);
Action declare_graph(CLI::App& app);
Action declare_stats(CLI::App& app);
Action declare_new(CLI::App& app);
Action declare_translate(CLI::App& app);

}  // namespace attune::cli
