// The configuration: one JSON file, every key overridable by the environment (ATTUNE_LISTEN) and by
// a flag (--listen). File < environment < flag.
//
//   { "listen": "127.0.0.1:8080", "data": "./data" }
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/log.h"
#include "base/problems.h"
#include "base/result.h"

namespace attune::cli {

struct Config {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    std::filesystem::path data = "./data";
    std::filesystem::path dialogs;     // empty: the ones that are built in
    std::filesystem::path master_key;  // settled by `configure`: never empty there
    std::string opening = "welcome";   // the dialog that a newcomer meets
    std::string zone = "Etc/UTC";      // of a person whose page did not say hers
    unsigned io_threads = 1;
    std::vector<std::string> origins;          // pages elsewhere that may talk
    bool behind_proxy = false;                 // a proxy with TLS stands in front
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For is believed
    bool insecure = false;                     // beyond loopback without TLS, spelled out
    LogLevel log = LogLevel::info;
    int says_limit = 20;  // messages at once, of one person; 0: no limit
    int fold_every = 32;  // turns of a person between two of her folded rows
};

// Texts by key, from one source; a list where the key takes one.
using Settings = std::map<std::string, std::vector<std::string>>;

struct ConfigSources {
    std::optional<std::filesystem::path> file;
    std::function<std::optional<std::string>(const std::string&)> environment;
    Settings flags;  // by key ("master_key"), as given on the command line
};

// Everything that is wrong, at once: in the file with its line, else named "ATTUNE_LISTEN" or
// "--listen".
Result<Config, Problems> configure(const ConfigSources& sources);

}  // namespace attune::cli
