#include "persons.h"

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "base/seal.h"
#include "library/library.h"
#include "store/sqlite/sqlite_editions.h"
#include "store/sqlite/sqlite_store.h"
#include "turns/turns.h"

namespace attune::bench {

namespace {

constexpr int turns_each = 3;

// Waits for answers, and gives up at the first that is none.
class Waiting : public turns::Listener {
public:
    void answer(SocketId, TurnReply reply) override {
        const std::lock_guard lock(mutex_);
        const auto* accepted = std::get_if<Accepted>(&reply);
        if (accepted == nullptr || accepted->stale) refused_ = true;
        ++answered_;
        if (answered_ == wanted_ || refused_) changed_.notify_all();
    }
    void news(PersonId, const Address&, Seq) override {}

    void wait_for(int answers) {
        std::unique_lock lock(mutex_);
        wanted_ = answers;
        changed_.wait(lock, [this] { return answered_ >= wanted_ || refused_; });
        answered_ = 0;
        if (refused_) throw std::runtime_error("a person could not be stored");
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int answered_ = 0;
    int wanted_ = -1;
    bool refused_ = false;
};

// The opening is a sentence and a question; each turn adds hers, a sentence and the question again.
Arrival answer_of(const std::string& token, const std::string& edition, int turn) {
    Arrival arrival;
    arrival.address = {"web", token};
    arrival.id = "s" + std::to_string(turn);
    arrival.input = Valued{Decimal::whole(turn), 2 + 3 * turn};
    arrival.manners.timezone = "Europe/Vienna";
    if (turn == 0) {
        arrival.edition = edition;
        arrival.dialog = "bench";
    }
    return arrival;
}

void talk_of_all(
    turns::TurnLoop& loop,
    Waiting& waiting,
    const std::vector<std::string>& tokens,
    const std::string& edition) {
    constexpr std::size_t at_once = 20'000;
    for (std::size_t first = 0; first < tokens.size(); first += at_once) {
        const std::size_t end = std::min(tokens.size(), first + at_once);
        for (int turn = 0; turn < turns_each; ++turn) {
            for (std::size_t i = first; i < end; ++i) {
                loop.offer(SocketId{1}, answer_of(tokens[i], edition, turn));
            }
            waiting.wait_for(static_cast<int>(end - first));
        }
    }
}

}  // namespace

std::vector<std::string> store_persons(
    const std::filesystem::path& folder,
    const std::filesystem::path& data,
    int how_many,
    int with_token) {
    std::printf("storing %d persons, %d turns each\n", how_many, turns_each);
    if (!sealing_ready()) throw std::runtime_error("no randomness");
    const auto key = master_key_from(folder / "master.key");
    if (!key) throw std::runtime_error(key.error().what);
    const MasterKey master(*key);
    store::SqliteOptions options;
    options.path = data / "attune.db";
    auto opened = store::SqliteStore::open(options);
    if (!opened) throw std::runtime_error(opened.error().message);
    store::SqliteEditions editions(options.path);
    library::Options where;
    where.folder = folder / "dialogs";
    library::Library library(where, editions);
    if (library.start().serves != library::Serves::newest) {
        throw std::runtime_error("the dialog of the bench has errors");
    }

    std::vector<std::string> tokens;
    for (int i = 0; i < how_many; ++i) tokens.push_back(make_token());
    turns::Options loop_options;
    loop_options.queue_limit = 100'000;
    loop_options.opening_dialog = "bench";
    Waiting waiting;
    turns::TurnLoop loop(loop_options, **opened, master, library, waiting);
    const std::string edition = library.live().edition->hash;
    std::thread thread([&loop] { loop.run(); });
    talk_of_all(loop, waiting, tokens, edition);
    loop.stop();
    thread.join();

    std::vector<std::string> chosen;
    const int step = std::max(1, how_many / with_token);
    for (int i = 0; i < how_many && static_cast<int>(chosen.size()) < with_token; i += step) {
        chosen.push_back(tokens[static_cast<std::size_t>(i)]);
    }
    return chosen;
}

}  // namespace attune::bench
