// What the machine says of this process: time, CPU, bytes sent to the disk; and what the disk can
// do.
#pragma once

#include <cstdint>
#include <filesystem>

namespace attune::bench {

struct Figures {
    double wall_us = 0;
    double cpu_us = 0;
    std::int64_t written = 0;  // bytes this process caused to be written to a disk

    static Figures now();
    Figures operator-(const Figures& before) const;
};

// Microseconds of one `write` of 4096 bytes at the end of a file and `fdatasync`: the median.
double disk_us(const std::filesystem::path& folder);

}  // namespace attune::bench
