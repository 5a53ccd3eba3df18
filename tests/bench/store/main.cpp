// bench_store [--persons N] [--turns N] [--talkers N] [--each N] [--fold N]
//             [--batch N] [--folder PATH]
// Load and commit of turns on the SQLite store, in batches of 1, 8 and 64 (or N), while N other
// persons are stored; beside the disk's own `write` + `fdatasync` in the same run.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "figures.h"
#include "store/sqlite/sqlite_store.h"

namespace attune::bench {

namespace {

struct Wish {
    int persons = 20'000;
    int turns = 40'000;
    int talkers = 2'000;  // at a time …
    int each = 10;        // … for so many turns; then they are quiet and others talk
    std::vector<std::size_t> batches{1, 8, 64};
    int fold_every = store::SqliteOptions{}.fold_every;
    std::filesystem::path folder = "bench-store";
};

Wish read(int count, char** words) {
    Wish wish;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = words[i];
        if (name == "--persons") wish.persons = std::atoi(words[i + 1]);
        if (name == "--turns") wish.turns = std::atoi(words[i + 1]);
        if (name == "--talkers") wish.talkers = std::atoi(words[i + 1]);
        if (name == "--each") wish.each = std::atoi(words[i + 1]);
        if (name == "--fold") wish.fold_every = std::atoi(words[i + 1]);
        if (name == "--batch") wish.batches = {std::strtoul(words[i + 1], nullptr, 10)};
        if (name == "--folder") wish.folder = words[i + 1];
    }
    return wish;
}

// A store with people in it who talk. Sizes are those of sealed small rows: 40 bytes of each are
// nonce and tag.
class Crowd {
public:
    Crowd(store::Store& store, int persons)
        : store_(store), versions_(static_cast<std::size_t>(persons), 0) {}

    void store_all() {
        constexpr std::size_t at_once = 2'000;
        for (std::size_t from = 0; from < versions_.size(); from += at_once) {
            std::vector<std::size_t> people;
            for (auto p = from; p < std::min(from + at_once, versions_.size()); ++p) {
                people.push_back(p);
            }
            take_turns(people);
            all_fall_quiet();
        }
    }

    void take_turns(const std::vector<std::size_t>& people) {
        std::vector<store::Wanted> wanted;
        for (const auto p : people) wanted.push_back({id_of(p), ++key_});
        const auto shots = store_.load(wanted);
        std::vector<store::TurnWrite> writes;
        for (std::size_t i = 0; i < people.size(); ++i) {
            writes.push_back(turn(people[i], shots[i].version, wanted[i].key));
        }
        for (const auto fate : store_.commit(writes)) {
            if (fate != store::Fate::kept) throw std::runtime_error("a turn was not kept");
        }
        now_ += std::chrono::milliseconds(1);
    }

    void all_fall_quiet() { now_ += std::chrono::minutes(2); }

    std::size_t size() const { return versions_.size(); }

private:
    static PersonId id_of(std::size_t person) {
        return PersonId{(static_cast<std::int64_t>(person) + 1) << 20U};
    }

    Bytes noise(std::size_t size) {
        Bytes bytes(size, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random_());
        return bytes;
    }

    store::TurnWrite turn(std::size_t person, Version expected, std::uint64_t key) {
        store::TurnWrite write;
        write.id = TurnId{next_id_ += 65'536};
        write.person = id_of(person);
        write.expected = expected;
        write.key = key * 0x9e37'79b9'7f4a'7c15U;
        write.print = sample_.substr(0, 16);
        write.last_seq = 3 * (expected + 1);
        write.at = now_;
        write.edition = EditionId{1};
        write.dialog = "after-i-shouted";
        write.place = "get-real/what-happened";
        write.body = sample_.substr(0, 220);
        write.change = sample_.substr(0, 90);
        write.state = sample_.substr(0, 300);
        if (expected == 0) {
            write.newcomer = store::NewPerson{{"web", noise(32)}, "", sample_.substr(0, 72)};
        }
        return write;
    }

    store::Store& store_;
    std::vector<Version> versions_;
    std::mt19937_64 random_{7};
    Bytes sample_ = noise(1'000);
    std::uint64_t key_ = 0;
    std::int64_t next_id_ = std::int64_t{1} << 58U;
    Instant now_{std::chrono::hours(24 * 365 * 56)};
};

// Rounds of as many random talkers as wished, again and again; prints the line for this batch.
void run(Crowd& crowd, const Wish& wish, std::size_t batch, double disk) {
    std::mt19937 random(static_cast<unsigned>(batch));
    // A commit of one turn takes as long as the disk does: fewer of them tell as much.
    const int turns = batch == 1 ? wish.turns / 5 : wish.turns;
    const int at_a_time = std::min(wish.talkers, turns / wish.each);
    int done = 0;
    const Figures before = Figures::now();
    while (done < turns) {
        std::vector<std::size_t> talkers;
        for (int i = 0; i < at_a_time; ++i) talkers.push_back(random() % crowd.size());
        std::sort(talkers.begin(), talkers.end());
        talkers.erase(std::unique(talkers.begin(), talkers.end()), talkers.end());
        std::shuffle(talkers.begin(), talkers.end(), random);
        for (int round = 0; round < wish.each; ++round) {
            for (std::size_t from = 0; from < talkers.size(); from += batch) {
                const auto end = std::min(from + batch, talkers.size());
                crowd.take_turns(
                    {talkers.begin() + static_cast<long>(from),
                     talkers.begin() + static_cast<long>(end)});
                done += static_cast<int>(end - from);
            }
        }
        crowd.all_fall_quiet();
    }
    const Figures spent = Figures::now() - before;
    fmt::print(
        "batch {:>3}: {:>7.1f} us a turn ({:>6.0f}/s), CPU {:>5.1f} us, {:>6.0f} bytes written a "
        "turn;"
        " a batch is {:.1f} syncs long\n",
        batch,
        spent.wall_us / done,
        1e6 * done / spent.wall_us,
        spent.cpu_us / done,
        static_cast<double>(spent.written) / done,
        spent.wall_us / done * static_cast<double>(batch) / disk);
}

int bench(const Wish& wish) {
    std::filesystem::remove_all(wish.folder);
    const auto file = wish.folder / "attune.db";
    auto opened = store::SqliteStore::open({.path = file, .fold_every = wish.fold_every});
    if (!opened) {
        fmt::print(stderr, "{}\n", opened.error().message);
        return 1;
    }
    Crowd crowd(**opened, wish.persons);
    const Figures before = Figures::now();
    crowd.store_all();
    fmt::print(
        "{} persons stored, {:.1f} us each; file {:.0f} MB\n",
        wish.persons,
        (Figures::now() - before).wall_us / wish.persons,
        static_cast<double>(std::filesystem::file_size(file)) / 1e6);
    const double disk = disk_us(wish.folder);
    fmt::print("disk: write of 4096 bytes + fdatasync {:.0f} us\n", disk);
    for (const std::size_t batch : wish.batches) run(crowd, wish, batch, disk);
    opened->reset();
    std::filesystem::remove_all(wish.folder);
    return 0;
}

}  // namespace

}  // namespace attune::bench

int main(int count, char** words) {
    return attune::bench::bench(attune::bench::read(count, words));
}
