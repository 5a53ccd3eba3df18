#include "cli/run.h"

#include <algorithm>
#include <exception>
#include <map>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace attune::cli {

namespace {

std::vector<std::string> names_of_commands() {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    return names;
}

std::string footer(std::string_view example) {
    return "Example: " + std::string(example) + "\n" + std::string(exit_codes);
}

struct Line {
    Line() {
        app.require_subcommand(1);
        app.set_version_flag("--version", std::string("attune ") + ATTUNE_VERSION);
        app.footer(footer("attune serve") + "\nMore: attune COMMAND --help");
        for (const Command& command : commands()) {
            CLI::App* sub =
                app.add_subcommand(std::string(command.name), std::string(command.sentence));
            sub->footer(footer(command.example));
            sub->add_option("--color", colours, "auto, always or never");
            actions[sub] = command.declare(*sub);
        }
    }

    CLI::App app{"Attune: a chat server for guided reflection.", "attune"};
    std::map<const CLI::App*, Action> actions;
    std::string colours = "auto";
};

// "attune help", "attune help lint".
std::vector<std::string> help_in_its_other_form(std::vector<std::string> arguments) {
    if (arguments.empty() || arguments.front() == "help") {
        if (!arguments.empty()) arguments.erase(arguments.begin());
        arguments.emplace_back("--help");
    }
    return arguments;
}

bool is_unknown_command(const std::vector<std::string>& arguments) {
    if (arguments.empty() || arguments.front().rfind('-', 0) == 0) return false;
    const auto names = names_of_commands();
    return std::find(names.begin(), names.end(), arguments.front()) == names.end();
}

Exit say_unknown_command(const std::string& name, Console& console) {
    const std::string near = nearest(name, names_of_commands());
    console.err << "attune: there is no command \"" << name << "\". "
                << (near.empty() ? "attune --help lists them all."
                                 : "Did you mean \"attune " + near + "\"?")
                << "\n";
    return Exit::wrong_use;
}

// "--lisen" → "--listen".
std::string mend_for(const CLI::App& app, const std::vector<std::string>& arguments) {
    const CLI::App* used = &app;
    for (const CLI::App* sub : app.get_subcommands()) used = sub;
    std::vector<std::string> flags;
    for (const CLI::Option* option : used->get_options())
        flags.push_back("--" + option->get_single_name());
    for (const std::string& argument : arguments) {
        const std::string flag = argument.substr(0, argument.find('='));
        const bool known = std::find(flags.begin(), flags.end(), flag) != flags.end();
        if (flag.rfind("--", 0) != 0 || known) continue;
        const std::string near = nearest(flag, flags);
        if (!near.empty()) return "Did you mean \"" + near + "\"?";
    }
    return "attune " + (used == &app ? "" : used->get_name() + " ") + "--help says more.";
}

Exit say_wrong_use(
    const Line& line,
    const CLI::ParseError& error,
    const std::vector<std::string>& arguments,
    Console& console) {
    console.err << "attune: " << error.what() << ". " << mend_for(line.app, arguments) << "\n";
    return Exit::wrong_use;
}

Exit act(const Line& line, Console& console) {
    for (const CLI::App* sub : line.app.get_subcommands()) {
        try {
            return line.actions.at(sub)(console);
        } catch (const std::exception& broke) {
            console.err << "attune " << sub->get_name() << ": something broke: " << broke.what()
                        << "\n";
            return Exit::data;
        }
    }
    return Exit::wrong_use;
}

}  // namespace

Exit run(std::vector<std::string> arguments, Console& console) {
    arguments = help_in_its_other_form(std::move(arguments));
    if (is_unknown_command(arguments)) return say_unknown_command(arguments.front(), console);
    Line line;
    try {
        line.app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success& told) {  // help, version
        line.app.exit(told, console.out, console.err);
        return Exit::fine;
    } catch (const CLI::ParseError& error) {
        return say_wrong_use(line, error, arguments, console);
    }
    if (!set_colours(console, line.colours)) {
        console.err << "attune: --color is auto, always or never, not \"" << line.colours
                    << "\".\n";
        return Exit::wrong_use;
    }
    return act(line, console);
}

}  // namespace attune::cli
