#include "tests/server/rig.h"

#include <stdexcept>

#include "base/seal.h"
#include "tests/support/edition.h"

namespace attune::server {

namespace {

constexpr EmbeddedFile small_widget[] = {
    {"index.html", "<!doctype html><title>Notes</title>"},
    {"attune-chat.js", "export const here = true;"},
    {"strings/en.js", "export default {};"},
};

const MasterKey& key() {
    static const bool ready = sealing_ready();
    static const MasterKey made(KeyBytes{4, 5, 6});
    if (!ready) throw std::runtime_error("no randomness");
    return made;
}

dialog::EditionPtr edition_for(const Wishes& wishes) {
    if (!wishes.files.empty()) return test::edition_of(wishes.files);
    return test::edition_with(
        R"({ "say": "Hello." },
           { "ask": "How hot is it?", "as": "heat", "answer": { "scale": [0, 10] } },
           { "ask": "What happened?", "as": "scene_seen", "answer": "long text", "may skip": true },
           { "end": "Rest now." })",
        "welcome");
}

turns::Options turn_options() {
    turns::Options options;
    options.clock = [] { return Instant(std::chrono::hours(480'000)); };
    return options;
}

}  // namespace

turns::EditionSource::Held OneEdition::find_hash(const std::string& hash) {
    return hash == held_.edition->hash ? held_ : Held{};
}

bool Bridge::offer(SocketId socket, TurnRequest request) {
    if (refuses) return false;
    return swallows || loop->offer(socket, std::move(request));
}

Wishes::Wishes() {
    server.port = 0;
    server.io_threads = 2;
    server.widget = small_widget;
    server.tick = std::chrono::milliseconds(10);
    server.limits.says_per_person = {};  // tests say much in little time
}

Rig::Rig(Wishes wishes)
    : wishes_(std::move(wishes)),
      editions_(edition_for(wishes_)),
      server(
          wishes_.server,
          bridge,
          [this] { return std::make_unique<web::Session>(wishes_.session, make_token()); }),
      loop_(turn_options(), store_, key(), editions_, server) {
    bridge.loop = &loop_;
    turn_thread_ = std::thread([this] { loop_.run(); });
    const auto started = server.start();
    if (!started) throw std::runtime_error(started.error().message);
}

Rig::~Rig() {
    server.stop(std::chrono::seconds(2));
    loop_.stop();
    turn_thread_.join();
}

void Rig::wait_for_live_sockets(std::size_t wanted) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (server.live_sockets() != wanted) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error(
                "live sockets: " + std::to_string(server.live_sockets()) + ", not " +
                std::to_string(wanted));
        }
        std::this_thread::yield();
    }
}

}  // namespace attune::server
