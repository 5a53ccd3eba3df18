#include "figures.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace attune::bench {

namespace {

double clock_us(clockid_t clock) {
    timespec at{};
    ::clock_gettime(clock, &at);
    return static_cast<double>(at.tv_sec) * 1e6 + static_cast<double>(at.tv_nsec) / 1e3;
}

std::int64_t bytes_written() {
    std::ifstream io("/proc/self/io");
    std::string name;
    std::int64_t value = 0;
    while (io >> name >> value) {
        if (name == "write_bytes:") return value;
    }
    return 0;
}

}  // namespace

Figures Figures::now() {
    return {clock_us(CLOCK_MONOTONIC), clock_us(CLOCK_PROCESS_CPUTIME_ID), bytes_written()};
}

Figures Figures::operator-(const Figures& before) const {
    return {wall_us - before.wall_us, cpu_us - before.cpu_us, written - before.written};
}

double disk_us(const std::filesystem::path& folder) {
    constexpr int times = 400;
    const auto file = folder / "yardstick";
    const int descriptor = ::open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0) throw std::runtime_error("cannot write in " + folder.string());
    const std::string page(4096, 'x');
    std::vector<double> each;
    for (int i = 0; i < times; ++i) {
        const double start = clock_us(CLOCK_MONOTONIC);
        if (::write(descriptor, page.data(), page.size()) < 0 || ::fdatasync(descriptor) != 0)
            break;
        each.push_back(clock_us(CLOCK_MONOTONIC) - start);
    }
    ::close(descriptor);
    std::filesystem::remove(file);
    if (each.empty()) throw std::runtime_error("cannot write in " + folder.string());
    std::nth_element(each.begin(), each.begin() + times / 2, each.end());
    return each[times / 2];
}

}  // namespace attune::bench
