// The server: listens, answers HTTP, runs the live sockets, and brings the turn loop's answers to
// them.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/embedded.h"
#include "base/result.h"
#include "base/turn_request.h"
#include "transports/transport.h"
#include "turns/turns.h"

namespace attune::server {

// Declared here, provided by `turns` (cli joins them). Any thread.
class TurnQueue {
public:
    virtual ~TurnQueue() = default;
    // False: it is full. Else exactly one answer follows.
    virtual bool offer(SocketId socket, TurnRequest request) = 0;
};

// Makes the protocol's side of a new socket. Called on io threads.
using SessionFactory = std::function<std::unique_ptr<transport::SocketSession>()>;

// So many at once, then one each `every`. A burst of 0: no limit.
struct Rate {
    std::size_t burst = 0;
    std::chrono::milliseconds every{};
};

// Counts are for the whole server, rates are counted on each io thread by itself. What comes from
// this machine itself (a proxy that names nobody, tests) has no limit by address.
struct Limits {
    std::size_t connections = 20'000;       // more are closed at once
    std::size_t sockets = 15'000;           // more are closed with 1013
    std::size_t sockets_per_address = 200;  // likewise
    std::size_t header_bytes = 8 * 1024;    // of a request
    std::size_t frame_bytes = 64 * 1024;    // more is closed with 1009
    std::size_t unanswered = 64;            // requests of a socket under way; then it is not read
    Rate says_per_person{20, std::chrono::milliseconds(500)};
    Rate says_per_address{400, std::chrono::milliseconds(25)};
    Rate hellos_per_address{200, std::chrono::milliseconds(50)};

    std::chrono::milliseconds request_within =
        std::chrono::seconds(10);                                       // the first, or a handshake
    std::chrono::milliseconds idle = std::chrono::seconds(30);          // between requests
    std::chrono::milliseconds write_within = std::chrono::seconds(20);  // one frame or answer
    std::chrono::milliseconds close_within = std::chrono::seconds(5);   // a closing handshake
};

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    unsigned io_threads = 1;
    std::vector<std::string> origins;  // pages elsewhere that may talk: "https://example.org"
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For is believed
    std::span<const EmbeddedFile> widget;      // index.html and all that it loads
    std::string subprotocol = "attune.chat.v1";
    std::string pictures_path = "/v1/pictures/";  // of the dialogs' pictures; then a file's name
    // The bytes of such a file, which outlive the server; nothing: there is none. Any thread.
    std::function<std::optional<std::string_view>(std::string_view file)> picture;
    Limits limits;
    std::chrono::milliseconds tick = std::chrono::seconds(1);  // how often deadlines are looked at
    int send_buffer_bytes = 0;                                 // of a connection; 0: the system's
    // Why the server is not ready to talk, one short sentence each; empty: ready. Any thread.
    std::function<std::vector<std::string>()> troubles;
};

struct StartError {
    enum class Kind : std::uint8_t { taken, not_allowed, no_such_address, failed };

    StartError() = default;
    StartError(Kind why, std::string sentence) : kind(why), message(std::move(sentence)) {}

    Kind kind = Kind::failed;
    std::string message;  // one line: what happened and what to do
};

class Server final : public turns::Listener {
public:
    // The queue must answer until `stop` has returned; the server outlives the turn loop.
    Server(Options options, TurnQueue& queue, SessionFactory sessions);
    ~Server() override;  // stops at once where nobody stopped it

    // Binds, then serves on its own threads.
    [[nodiscard]] Result<void, StartError> start();
    std::uint16_t port() const;  // after start

    // Takes no new connections and no new frames, waits for the answers under way, says 1001, and
    // ends its threads. What is not done after `patience` is cut. Not on an io thread.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(5));

    // Any thread; never block.
    void answer(SocketId socket, TurnReply reply) override;
    void news(PersonId person, const Address& address, Seq last) override;

    std::size_t live_sockets() const;  // any thread

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace attune::server
