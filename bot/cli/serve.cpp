// attune serve: reads the configuration, then serves.
#include <cstdlib>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/config.h"
#include "cli/config_keys.h"
#include "cli/print_problems.h"
#include "cli/serving.h"

namespace attune::cli {

namespace {

struct Wishes {
    std::string file;
    Settings flags;
};

std::optional<std::string> from_environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

Exit serve(const Wishes& wishes, Console& console) {
    ConfigSources sources;
    if (!wishes.file.empty()) {
        sources.file = wishes.file;
    } else if (const auto file = from_environment("ATTUNE_CONFIG"); file && !file->empty()) {
        sources.file = *file;
    }
    sources.environment = from_environment;
    sources.flags = wishes.flags;
    const auto config = configure(sources);
    if (config) return serve_until_signal(*config, console);
    const Problems problems = config.error();
    print_problems(problems, console.err, console.err_colours, console);
    console.err << summary(problems) << " Nothing was started.\n";
    return Exit::configuration;
}

void add_flag(CLI::App& app, const ConfigKey& key, const std::shared_ptr<Wishes>& wishes) {
    const std::string name(key.name);
    const std::string sentence(key.sentence);
    switch (key.shape) {
        case KeyShape::yes_no:
            app.add_flag_callback(
                flag_of(key), [wishes, name] { wishes->flags[name] = {"true"}; }, sentence);
            return;
        case KeyShape::list:
            app.add_option(flag_of(key), wishes->flags[name], sentence)
                ->type_name("A,B")
                ->delimiter(',');
            return;
        case KeyShape::text:
        case KeyShape::whole:
            app.add_option(flag_of(key), wishes->flags[name], sentence)->expected(1)->type_name("");
            return;
    }
}

}  // namespace

Action declare_serve(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("--config", wishes->file, "file with any of these (also ATTUNE_CONFIG)")
        ->type_name("");
    for (const ConfigKey& key : config_keys()) add_flag(app, key, wishes);
    return [wishes](Console& console) { return serve(*wishes, console); };
}

}  // namespace attune::cli
