// A server process under measurement.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace attune::bench {

struct Spent {
    double cpu_seconds = 0;           // user + system, all threads (/proc/PID/stat, 10 ms steps)
    std::uint64_t bytes_written = 0;  // sent to the disk (/proc/PID/io write_bytes)
};

// Started at once; killed and waited for when it goes.
class Process {
public:
    // Runs a program and reads "…:PORT/" or "PORT" from the first line of its stdout.
    static Process run(const std::vector<std::string>& command);
    // Runs serve_bare in a child.
    static Process bare(std::size_t reply_bytes);

    Process(Process&& other) noexcept;
    Process& operator=(Process&&) = delete;
    ~Process();

    unsigned short port() const { return port_; }
    Spent spent() const;

private:
    Process(pid_t pid, unsigned short port) : pid_(pid), port_(port) {}

    pid_t pid_;
    unsigned short port_;
};

}  // namespace attune::bench
