// A crowd of talkers on WebSockets: each answers the open question as soon as it is there.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace attune::bench {

struct Crowd {
    unsigned short port = 0;
    int connections = 1;
    std::chrono::milliseconds warm_up{};
    std::chrono::milliseconds length{};
    std::vector<std::string> tokens;  // of persons stored before; fewer than connections: newcomers
    bool bare = false;                // speaks to the yardstick: sends a frame, waits for one
    std::size_t bare_request_bytes = 0;
};

struct Talked {
    std::uint64_t turns = 0;  // acknowledged within `length`
    double seconds = 0;
    double p50_ms = 0;  // from sending to the acknowledgement
    double p99_ms = 0;
    double bytes_sent_a_turn = 0;      // payload, page to server
    double bytes_received_a_turn = 0;  // payload, server to page
    double frames_received_a_turn = 0;
    std::string trouble;  // the first thing that went wrong; empty: nothing did
};

// `at_start` and `at_end` are called when counting begins and ends.
struct Marks {
    virtual ~Marks() = default;
    virtual void at_start() = 0;
    virtual void at_end() = 0;
};

Talked talk(const Crowd& crowd, Marks& marks);

}  // namespace attune::bench
