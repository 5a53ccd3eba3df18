#include "server/server.h"

#include <sys/resource.h>

#include <algorithm>

#include "base/log.h"
#include "server/acceptor.h"
#include "server/io_thread.h"
#include "server/routes.h"

namespace attune::server {

namespace {

constexpr std::chrono::milliseconds after_the_cut{500};  // handlers only have to see it
constexpr std::size_t other_files = 200;                 // data, log, libraries

// Most systems give a program few files unless it asks for the many it may have.
void ask_for_files(std::size_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
    // Where it falls short, accepting says so when it comes to it.
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

struct Server::Impl {
    Impl(Options wanted, TurnQueue& queue, SessionFactory made)
        : options(std::move(wanted)),
          sessions(std::move(made)),
          routes(options),
          house{options, routes, queue, sessions} {
        options.io_threads = std::clamp(options.io_threads, 1U, 1U << Hub::thread_bits);
        for (unsigned number = 0; number < options.io_threads; ++number) {
            threads.push_back(std::make_unique<IoThread>(house, number));
        }
        acceptor.emplace(options, threads);
    }

    bool all_ended_by(transport::SteadyTime deadline) {
        return std::all_of(threads.begin(), threads.end(), [deadline](const auto& thread) {
            return thread->wait_until(deadline);
        });
    }

    Options options;
    SessionFactory sessions;
    Routes routes;
    House house;
    std::vector<std::unique_ptr<IoThread>> threads;
    std::optional<Acceptor> acceptor;  // goes before the threads whose context it uses
    bool runs = false;
};

Server::Server(Options options, TurnQueue& queue, SessionFactory sessions)
    : impl_(std::make_unique<Impl>(std::move(options), queue, std::move(sessions))) {}

Server::~Server() {
    // All threads first: one must not meet a connection of another that is being taken down.
    for (const auto& thread : impl_->threads) thread->end();
}

Result<void, StartError> Server::start() {
    auto listening = impl_->acceptor->listen();
    if (!listening) return listening;
    ask_for_files(impl_->options.limits.connections + other_files);
    impl_->acceptor->accept();
    impl_->runs = true;
    for (const auto& thread : impl_->threads) thread->start();
    return {};
}

std::uint16_t Server::port() const {
    return impl_->acceptor->port();
}

void Server::stop(std::chrono::milliseconds patience) {
    if (!std::exchange(impl_->runs, false)) return;
    impl_->acceptor->stop();
    for (const auto& thread : impl_->threads) thread->wind_up();
    const auto now = std::chrono::steady_clock::now();
    if (!impl_->all_ended_by(now + patience)) {
        log(LogLevel::warning, "connections cut at the end", {});
        for (const auto& thread : impl_->threads) thread->cut();
        impl_->all_ended_by(std::chrono::steady_clock::now() + after_the_cut);
    }
    for (const auto& thread : impl_->threads) thread->end();
}

void Server::answer(SocketId socket, TurnReply reply) {
    const unsigned number = Hub::thread_of(socket);
    if (number < impl_->threads.size()) impl_->threads[number]->put(socket, std::move(reply));
}

void Server::news(PersonId person, const Address& address, Seq last) {
    for (const auto& thread : impl_->threads) thread->put_news(person, address, last);
}

std::size_t Server::live_sockets() const {
    std::size_t count = 0;
    for (const auto& thread : impl_->threads) count += thread->hub().sockets();
    return count;
}

}  // namespace attune::server
