// The keys of the configuration, in one table: file, environment, flags and --help all read it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config.h"

namespace attune::cli {

enum class KeyShape { text, whole, yes_no, list };

struct ConfigKey {
    std::string_view name;  // "io_threads"
    KeyShape shape = KeyShape::text;
    std::string_view sentence;
    // Sets it; what is wrong comes back as a sentence, with what to write instead.
    struct Fault {
        std::string what;
        std::string mend;
    };
    std::optional<Fault> (*set)(Config& config, const std::vector<std::string>& values);
};

std::span<const ConfigKey> config_keys();
const ConfigKey* find_config_key(std::string_view name);

std::string flag_of(const ConfigKey& key);         // "--io-threads"
std::string environment_of(const ConfigKey& key);  // "ATTUNE_IO_THREADS"

}  // namespace attune::cli
