// What the machine can do at best, measured in the same run: a bare Beast server that answers each
// frame with one of a given size, and the disk's own rate of write + fdatasync.
#pragma once

#include <cstddef>
#include <filesystem>

namespace attune::bench {

// Serves on a free port of loopback until it is killed; prints the port to `port_pipe`. Never
// returns.
[[noreturn]] void serve_bare(int port_pipe, std::size_t reply_bytes);

// Appends `bytes` to a file and syncs, again and again for about a second: how often a second.
double disk_syncs_a_second(const std::filesystem::path& folder, std::size_t bytes);

}  // namespace attune::bench
