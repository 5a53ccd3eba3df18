// The configuration's file as it was written: which keys it sets, and where.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/problems.h"
#include "cli/config_keys.h"
#include "dialog/json_tree.h"

namespace attune::cli {

struct ConfigFile {
    struct Setting {
        const ConfigKey* key = nullptr;
        std::vector<std::string> values;
        dialog::Spot spot;  // of the value
    };

    // What is wrong with a value, at its place.
    Problem problem(const Setting& setting, std::string what, std::string mend) const;

    std::unique_ptr<const std::string> content;  // `source` looks at it
    std::unique_ptr<dialog::SourceFile> source;
    std::vector<Setting> settings;
    Problems problems;  // broken JSON, unknown keys, values of another kind
};

ConfigFile read_config_file(const std::filesystem::path& path);

}  // namespace attune::cli
