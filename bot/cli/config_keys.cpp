#include "cli/config_keys.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "base/moment.h"
#include "cli/addresses.h"

namespace attune::cli {

namespace {

using Fault = ConfigKey::Fault;
using Values = std::vector<std::string>;

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::optional<int> whole_from(const std::string& text, int least, int most) {
    int number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    if (number < least || number > most) return std::nullopt;
    return number;
}

Fault not_whole(const std::string& text, int least, int most) {
    return {
        quoted(text) + " is no whole number that fits here.",
        "Write a number from " + std::to_string(least) + " to " + std::to_string(most) + "."};
}

std::optional<Fault> set_whole(int& target, const std::string& text, int least, int most) {
    const auto number = whole_from(text, least, most);
    if (!number) return not_whole(text, least, most);
    target = *number;
    return std::nullopt;
}

std::optional<Fault> set_truth(bool& target, const std::string& text) {
    const bool yes = text == "true" || text == "yes" || text == "1";
    const bool no = text == "false" || text == "no" || text == "0";
    if (!yes && !no) return Fault{quoted(text) + " is neither yes nor no.", "Write true or false."};
    target = yes;
    return std::nullopt;
}

std::optional<Fault> set_path(
    std::filesystem::path& target, const std::string& text, const std::string& sample) {
    if (text.empty()) return Fault{"This path is empty.", "Write a path, as in " + sample + "."};
    target = text;
    return std::nullopt;
}

std::optional<Fault> set_listen(Config& config, const Values& values) {
    const auto place = listen_place(values.front());
    if (!place) {
        return Fault{
            quoted(values.front()) + " is no address to listen on.",
            "Write address and port, as in 127.0.0.1:8080 or [::1]:8080."};
    }
    config.address = place->address;
    config.port = place->port;
    return std::nullopt;
}

std::optional<Fault> set_data(Config& config, const Values& values) {
    return set_path(config.data, values.front(), "./data");
}

std::optional<Fault> set_dialogs(Config& config, const Values& values) {
    return set_path(config.dialogs, values.front(), "./dialogs");
}

std::optional<Fault> set_master_key(Config& config, const Values& values) {
    return set_path(config.master_key, values.front(), "/etc/attune/master.key");
}

std::optional<Fault> set_opening(Config& config, const Values& values) {
    if (values.front().empty())
        return Fault{"This name is empty.", "Name a dialog, as in welcome."};
    config.opening = values.front();
    return std::nullopt;
}

std::optional<Fault> set_zone(Config& config, const Values& values) {
    if (!is_zone(values.front())) {
        return Fault{
            quoted(values.front()) + " is no time zone.", "Write one as in Europe/Vienna."};
    }
    config.zone = values.front();
    return std::nullopt;
}

std::optional<Fault> set_io_threads(Config& config, const Values& values) {
    int threads = 0;
    auto fault = set_whole(threads, values.front(), 1, 64);
    if (!fault) config.io_threads = static_cast<unsigned>(threads);
    return fault;
}

std::optional<Fault> set_origins(Config& config, const Values& values) {
    for (const std::string& origin : values) {
        if (is_origin(origin)) continue;
        return Fault{
            quoted(origin) + " is no origin of a page.",
            "Write scheme and host, without a path: https://example.org."};
    }
    config.origins = values;
    return std::nullopt;
}

std::optional<Fault> set_trusted_proxies(Config& config, const Values& values) {
    for (const std::string& proxy : values) {
        if (is_address(proxy)) continue;
        return Fault{quoted(proxy) + " is no IP address.", "Write the proxy's address: 127.0.0.1."};
    }
    config.trusted_proxies = values;
    return std::nullopt;
}

std::optional<Fault> set_behind_proxy(Config& config, const Values& values) {
    return set_truth(config.behind_proxy, values.front());
}

std::optional<Fault> set_insecure(Config& config, const Values& values) {
    return set_truth(config.insecure, values.front());
}

std::optional<Fault> set_log(Config& config, const Values& values) {
    static constexpr std::array<std::pair<std::string_view, LogLevel>, 4> levels = {
        {{"debug", LogLevel::debug},
         {"info", LogLevel::info},
         {"warning", LogLevel::warning},
         {"error", LogLevel::error}}};
    for (const auto& [name, level] : levels) {
        if (name != values.front()) continue;
        config.log = level;
        return std::nullopt;
    }
    return Fault{
        quoted(values.front()) + " is no level of the log.",
        "Write debug, info, warning or error."};
}

std::optional<Fault> set_says_limit(Config& config, const Values& values) {
    return set_whole(config.says_limit, values.front(), 0, 1'000'000);
}

std::optional<Fault> set_fold_every(Config& config, const Values& values) {
    return set_whole(config.fold_every, values.front(), 1, 1000);
}

constexpr std::array keys = {
    ConfigKey{"listen", KeyShape::text, "address:port (127.0.0.1:8080)", set_listen},
    ConfigKey{"data", KeyShape::text, "folder of the data file (./data)", set_data},
    ConfigKey{"dialogs", KeyShape::text, "folder of dialogs (the built-in ones)", set_dialogs},
    ConfigKey{"master_key", KeyShape::text, "key file, never in the data folder", set_master_key},
    ConfigKey{"opening", KeyShape::text, "the dialog that opens (welcome)", set_opening},
    ConfigKey{"zone", KeyShape::text, "time zone where none is known (Etc/UTC)", set_zone},
    ConfigKey{"io_threads", KeyShape::whole, "threads that serve connections (1)", set_io_threads},
    ConfigKey{"origins", KeyShape::list, "pages elsewhere that may talk", set_origins},
    ConfigKey{"behind_proxy", KeyShape::yes_no, "a proxy with TLS is in front", set_behind_proxy},
    ConfigKey{"trusted_proxies", KeyShape::list, "that proxy's addresses", set_trusted_proxies},
    ConfigKey{
        "insecure", KeyShape::yes_no, "no TLS beyond this machine: at your risk", set_insecure},
    ConfigKey{"log", KeyShape::text, "debug, info, warning, error (info)", set_log},
    ConfigKey{
        "says_limit", KeyShape::whole, "messages at once of a person (20; 0: any)", set_says_limit},
    ConfigKey{"fold_every", KeyShape::whole, "turns between two folds (32)", set_fold_every}};

}  // namespace

std::span<const ConfigKey> config_keys() {
    return keys;
}

const ConfigKey* find_config_key(std::string_view name) {
    const auto found = std::find_if(
        keys.begin(), keys.end(), [&](const ConfigKey& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

std::string flag_of(const ConfigKey& key) {
    std::string flag = "--" + std::string(key.name);
    std::replace(flag.begin(), flag.end(), '_', '-');
    return flag;
}

std::string environment_of(const ConfigKey& key) {
    std::string name = "ATTUNE_" + std::string(key.name);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return static_cast<char>(std::toupper(c));
    });
    return name;
}

}  // namespace attune::cli
