// Durable turns a second over sockets, and what a turn costs, beside what this machine can do at
// best.
//   bench_turns ATTUNE [--seconds 5] [--persons 300000] [--folder DIR]
// Prints; asserts nothing: machines are noisy, so read the ratios.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "load.h"
#include "persons.h"
#include "process.h"
#include "yardstick.h"

namespace attune::bench {
namespace {

namespace fs = std::filesystem;

struct Wishes {
    std::string attune;
    int seconds = 5;
    int persons = 0;
    fs::path folder = fs::temp_directory_path() / "attune-bench-turns";
};

struct Measured {
    Talked talked;
    Spent spent;  // while it was counted
    double cpu_us_a_turn() const {
        return spent.cpu_seconds * 1e6 / static_cast<double>(talked.turns > 0 ? talked.turns : 1);
    }
    double written_a_turn() const {
        return static_cast<double>(spent.bytes_written) /
               static_cast<double>(talked.turns > 0 ? talked.turns : 1);
    }
};

struct Meter : Marks {
    explicit Meter(const Process& measured) : process(measured) {}
    void at_start() override { before = process.spent(); }
    void at_end() override { after = process.spent(); }
    Spent between() const {
        return {after.cpu_seconds - before.cpu_seconds, after.bytes_written - before.bytes_written};
    }

    const Process& process;
    Spent before;
    Spent after;
};

Measured measure(const Process& server, Crowd crowd) {
    crowd.port = server.port();
    Meter meter(server);
    Measured measured;
    measured.talked = talk(crowd, meter);
    measured.spent = meter.between();
    return measured;
}

void print_row(const char* name, int connections, const Measured& m) {
    std::printf(
        "%-22s %6d %9.0f %8.2f %8.2f %8.1f %9.0f %8.0f %6.1f\n",
        name,
        connections,
        static_cast<double>(m.talked.turns) / m.talked.seconds,
        m.talked.p50_ms,
        m.talked.p99_ms,
        m.cpu_us_a_turn(),
        m.written_a_turn(),
        m.talked.bytes_received_a_turn,
        m.talked.frames_received_a_turn);
    if (!m.talked.trouble.empty()) std::printf("  trouble: %s\n", m.talked.trouble.c_str());
    std::fflush(stdout);
}

Crowd crowd_of(const Wishes& wishes, int connections) {
    Crowd crowd;
    crowd.connections = connections;
    crowd.warm_up = std::chrono::milliseconds(1500);
    crowd.length = std::chrono::seconds(wishes.seconds);
    return crowd;
}

void write_dialogs(const fs::path& folder) {
    fs::create_directories(folder / "defaults");
    fs::copy_file(
        fs::path(ATTUNE_SOURCE_DIR) / "dialogs/defaults/en.json",
        folder / "defaults/en.json",
        fs::copy_options::overwrite_existing);
    fs::copy_file(
        fs::path(ATTUNE_SOURCE_DIR) / "tests/bench/turns/bench.json",
        folder / "bench.json",
        fs::copy_options::overwrite_existing);
}

Process serve(const Wishes& wishes, const fs::path& data) {
    return Process::run({
        wishes.attune,
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--data",
        data.string(),
        "--dialogs",
        (wishes.folder / "dialogs").string(),
        "--opening",
        "bench",
        "--master-key",
        (wishes.folder / "master.key").string(),
        "--says-limit",
        "0",
        "--log",
        "error",
    });
}

void bench(const Wishes& wishes) {
    fs::remove_all(wishes.folder);
    write_dialogs(wishes.folder / "dialogs");
    std::printf(
        "disk: %.0f syncs/s of 4 KiB (write + fdatasync)\n",
        disk_syncs_a_second(wishes.folder, 4096));
    std::printf(
        "%-22s %6s %9s %8s %8s %8s %9s %8s %6s\n",
        "",
        "socks",
        "turns/s",
        "p50 ms",
        "p99 ms",
        "CPU us",
        "written B",
        "reply B",
        "frames");

    std::optional<Measured> at_64;
    for (const int connections : {1, 64, 1000}) {
        const Process server = serve(wishes, wishes.folder / "data");
        const Measured m = measure(server, crowd_of(wishes, connections));
        print_row("attune", connections, m);
        if (connections == 64) at_64 = m;
    }

    Crowd bare = crowd_of(wishes, 64);
    bare.bare = true;
    bare.bare_request_bytes = static_cast<std::size_t>(at_64->talked.bytes_sent_a_turn);
    const Process yardstick =
        Process::bare(static_cast<std::size_t>(at_64->talked.bytes_received_a_turn));
    const Measured bare_64 = measure(yardstick, bare);
    print_row("bare Beast reply", 64, bare_64);
    std::printf(
        "CPU a durable turn / CPU a bare reply at 64: %.2f   (aim: at most 2.5)\n",
        at_64->cpu_us_a_turn() / bare_64.cpu_us_a_turn());
    std::printf(
        "written a turn at 64: %.2f kB   (aim: at most 1.5)\n", at_64->written_a_turn() / 1000);

    if (wishes.persons == 0) return;
    const fs::path large = wishes.folder / "large";
    Crowd crowd = crowd_of(wishes, 64);
    crowd.tokens = store_persons(wishes.folder, large, wishes.persons, 64);
    const Process server = serve(wishes, large);
    const Measured m = measure(server, crowd);
    const std::string name = "with " + std::to_string(wishes.persons) + " stored";
    print_row(name.c_str(), 64, m);
    std::printf(
        "against the small data: CPU %.2f, written %.2f   (aim: within 10 %%)\n",
        m.cpu_us_a_turn() / at_64->cpu_us_a_turn(),
        m.written_a_turn() / at_64->written_a_turn());
}

Wishes wishes_from(const std::vector<std::string>& words) {
    if (words.empty()) {
        throw std::runtime_error("bench_turns ATTUNE [--seconds N] [--persons N] [--folder DIR]");
    }
    Wishes wishes;
    wishes.attune = words[0];
    for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
        if (words[i] == "--seconds") wishes.seconds = std::stoi(words[i + 1]);
        if (words[i] == "--persons") wishes.persons = std::stoi(words[i + 1]);
        if (words[i] == "--folder") wishes.folder = words[i + 1];
    }
    return wishes;
}

}  // namespace
}  // namespace attune::bench

int main(int argc, char** argv) {
    try {
        attune::bench::bench(attune::bench::wishes_from({argv + 1, argv + argc}));
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "%s\n", trouble.what());
        return 1;
    }
    return 0;
}
