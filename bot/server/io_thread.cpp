#include "server/io_thread.h"

#include <boost/asio/post.hpp>
#include <exception>

#include "base/log.h"
#include "server/http_connection.h"

namespace attune::server {

using transport::SteadyTime;

IoThread::IoThread(const House& house, unsigned number)
    : house_(house),
      hub_(number),
      guard_(context_.get_executor()),
      ticking_(context_),
      says_of_persons_(house.options.limits.says_per_person),
      says_of_callers_(house.options.limits.says_per_address),
      hellos_of_callers_(house.options.limits.hellos_per_address) {}

IoThread::~IoThread() {
    end();
}

void IoThread::start() {
    wait_for_tick();
    thread_ = std::thread([this] { run(); });
}

void IoThread::run() {
    for (;;) {
        try {
            context_.run();
            break;
        } catch (const std::exception& error) {
            // The connection whose handler it was is gone; the others go on.
            log(LogLevel::error, "a connection failed", {{"why", error.what()}});
        }
    }
    const std::lock_guard lock(ended_lock_);
    ended_ = true;
    ended_changed_.notify_all();
}

void IoThread::put(SocketId socket, TurnReply reply) {
    put(Answer{socket, std::move(reply)});
}

void IoThread::put_news(PersonId person, const Address& address, Seq last) {
    put(News{person, address, last});
}

void IoThread::put(Item item) {
    bool first = false;
    {
        const std::lock_guard lock(inbox_lock_);
        first = inbox_.empty();
        inbox_.push_back(std::move(item));
    }
    // One wake-up for all that comes until the thread gets to it.
    if (first) boost::asio::post(context_, [this] { empty_inbox(); });
}

void IoThread::empty_inbox() {
    std::vector<Item> items;
    {
        const std::lock_guard lock(inbox_lock_);
        items.swap(inbox_);
    }
    for (const Item& item : items) {
        if (const auto* answer = std::get_if<Answer>(&item)) {
            hub_.reply(answer->socket, answer->reply);
        } else if (const auto* news = std::get_if<News>(&item)) {
            hub_.news(news->person, news->address, news->last);
        }
    }
}

void IoThread::take_in(TcpSocket socket) {
    // Its own thread begins it: a connection is never touched by two.
    boost::asio::post(context_, [this, taken = std::move(socket)]() mutable {
        start_http(*this, std::move(taken));
    });
}

void IoThread::wait_for_tick() {
    ticking_.expires_after(house_.options.tick);
    ticking_.async_wait([this](const boost::system::error_code& cancelled) {
        if (cancelled) return;
        look_around();
        if (!stopping_ || hub_.connections() > 0) wait_for_tick();
    });
}

void IoThread::look_around() {
    const SteadyTime now = std::chrono::steady_clock::now();
    hub_.for_each([](Connection& each, SteadyTime at) { each.tick(at); }, now);
    says_of_persons_.forget(now);
    says_of_callers_.forget(now);
    hellos_of_callers_.forget(now);
}

std::optional<std::chrono::milliseconds> IoThread::too_fast(
    const TurnRequest& request, const std::string& who, const std::string& caller) {
    const SteadyTime now = std::chrono::steady_clock::now();
    const bool counted = !caller.empty();
    if (std::holds_alternative<OpenTalk>(request) && counted) {
        return hellos_of_callers_.too_fast(caller, now);
    }
    if (!std::holds_alternative<Arrival>(request)) return std::nullopt;
    if (const auto wait = says_of_persons_.too_fast(who, now)) return wait;
    return counted ? says_of_callers_.too_fast(caller, now) : std::nullopt;
}

void IoThread::wind_up() {
    boost::asio::post(context_, [this] {
        stopping_ = true;
        hub_.for_each([](Connection& each, SteadyTime) { each.wind_up(); }, {});
        guard_.reset();
        leave_if_empty();
    });
}

void IoThread::sign_off(Connection& connection) {
    hub_.remove(connection);
    leave_if_empty();
}

void IoThread::leave_if_empty() {
    // Once the context has stopped, connections only die with it.
    if (stopping_ && hub_.connections() == 0 && !context_.stopped()) ticking_.cancel();
}

void IoThread::cut() {
    boost::asio::post(
        context_, [this] { hub_.for_each([](Connection& each, SteadyTime) { each.cut(); }, {}); });
}

bool IoThread::wait_until(SteadyTime deadline) {
    std::unique_lock lock(ended_lock_);
    return ended_changed_.wait_until(lock, deadline, [this] { return ended_; });
}

void IoThread::end() {
    guard_.reset();
    context_.stop();
    if (thread_.joinable()) thread_.join();
    // Sockets that an answer is still owed to keep themselves until they are told.
    hub_.for_each([](Connection& each, SteadyTime) { each.cut(); }, {});
}

}  // namespace attune::server
