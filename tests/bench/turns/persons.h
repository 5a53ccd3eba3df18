// A data file with many persons in it, each after some turns, made through the real store.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace attune::bench {

// Stores `how_many` persons of the dialog "bench" below `data`, under the master key of `folder`.
// The tokens of `with_token` of them, spread over all, so that a crowd can go on as them.
std::vector<std::string> store_persons(
    const std::filesystem::path& folder,
    const std::filesystem::path& data,
    int how_many,
    int with_token);

}  // namespace attune::bench
