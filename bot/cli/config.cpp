#include "cli/config.h"

#include <cstdlib>
#include <utility>

#include "cli/addresses.h"
#include "cli/config_file.h"
#include "cli/config_keys.h"

namespace attune::cli {

namespace {

namespace fs = std::filesystem;

Problem problem_at(const std::string& source, std::string what, std::string mend) {
    return {Severity::error, "", Place{source, 0, 0, 1}, std::move(what), std::move(mend), ""};
}

// "https://a.org, https://b.org"
std::vector<std::string> split_list(const std::string& text) {
    std::vector<std::string> list;
    std::string one;
    for (const char c : text + ",") {
        if (c != ',') {
            if (c != ' ') one += c;
            continue;
        }
        if (!one.empty()) list.push_back(std::exchange(one, {}));
    }
    return list;
}

class Configuring {
public:
    explicit Configuring(const ConfigSources& sources) : sources_(sources) {}

    Result<Config, Problems> all() {
        if (sources_.file) take_file(*sources_.file);
        take_environment();
        take_flags();
        if (problems_.list.empty()) settle_master_key();
        if (problems_.list.empty()) look_at_the_whole();
        if (problems_.has_errors()) return problems_;
        return config_;
    }

private:
    void take_file(const fs::path& path) {
        ConfigFile file = read_config_file(path);
        for (Problem& problem : file.problems.list) problems_.list.push_back(std::move(problem));
        for (const ConfigFile::Setting& setting : file.settings) {
            if (auto fault = setting.key->set(config_, setting.values)) {
                problems_.list.push_back(file.problem(setting, fault->what, fault->mend));
            }
            said_in_[setting.key->name] = path.generic_string();
        }
    }

    void take_environment() {
        for (const ConfigKey& key : config_keys()) {
            const std::string name = environment_of(key);
            const auto value = sources_.environment ? sources_.environment(name) : std::nullopt;
            if (!value) continue;
            const bool list = key.shape == KeyShape::list;
            take(key, list ? split_list(*value) : std::vector{*value}, name);
        }
    }

    void take_flags() {
        for (const auto& [name, values] : sources_.flags) {
            const ConfigKey* key = find_config_key(name);
            if (key != nullptr && !values.empty()) take(*key, values, flag_of(*key));
        }
    }

    void take(const ConfigKey& key, const std::vector<std::string>& values, const std::string& by) {
        said_in_[key.name] = by;
        if (auto fault = key.set(config_, values)) {
            problems_.list.push_back(problem_at(by, fault->what, fault->mend));
        }
    }

    std::optional<std::string> environment(const std::string& name) const {
        const auto value = sources_.environment ? sources_.environment(name) : std::nullopt;
        return value && !value->empty() ? value : std::nullopt;
    }

    void settle_master_key() {
        if (!config_.master_key.empty()) return;
        if (const auto folder = environment("XDG_CONFIG_HOME")) {
            config_.master_key = fs::path(*folder) / "attune" / "master.key";
        } else if (const auto home = environment("HOME")) {
            config_.master_key = fs::path(*home) / ".config" / "attune" / "master.key";
        } else {
            add("master_key",
                "There is no home folder to keep the master key in.",
                "Name a file for it with --master-key.");
        }
    }

    void look_at_the_whole() {
        std::error_code error;
        const fs::path data = fs::weakly_canonical(fs::absolute(config_.data), error);
        const fs::path key = fs::weakly_canonical(fs::absolute(config_.master_key), error);
        const fs::path between = key.lexically_relative(data);
        if (!between.empty() && *between.begin() != "..") {
            add("master_key",
                "The master key would lie inside the data folder.",
                "Keep it elsewhere: who takes a copy of the data must not get the key with it.");
        }
        const bool beyond = !is_loopback(config_.address);
        if (beyond && !config_.behind_proxy && !config_.insecure) {
            add("listen",
                "This address can be reached from other machines, and there is no TLS.",
                "Put a proxy in front and say behind_proxy and trusted_proxies, or spell out "
                "insecure.");
        }
        if (config_.behind_proxy && config_.trusted_proxies.empty()) {
            add("behind_proxy",
                "Behind a proxy, but no address of one is trusted.",
                "Add trusted_proxies, as in 127.0.0.1.");
        }
    }

    // Named by where the key was set; where it was not, by its name in a file.
    void add(std::string_view key, std::string what, std::string mend) {
        const auto found = said_in_.find(key);
        const std::string source = found == said_in_.end() ? std::string(key) : found->second;
        problems_.list.push_back(problem_at(source, std::move(what), std::move(mend)));
    }

    const ConfigSources& sources_;
    Config config_;
    Problems problems_;
    std::map<std::string_view, std::string> said_in_;
};

}  // namespace

Result<Config, Problems> configure(const ConfigSources& sources) {
    return Configuring(sources).all();
}

}  // namespace attune::cli
