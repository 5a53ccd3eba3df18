// Why a data file cannot be used: one clear line that names the file and what to do.
#pragma once

#include <cstdint>
#include <string>

namespace attune::store {

enum class OpenTrouble : std::uint8_t {
    newer,   // written by a newer program
    locked,  // in use by another process
    not_ours,
    cannot_open,
};

struct OpenError {
    OpenError() = default;
    OpenError(OpenTrouble k, std::string line) : kind(k), message(std::move(line)) {}

    OpenTrouble kind = OpenTrouble::cannot_open;
    std::string message;
};

}  // namespace attune::store
