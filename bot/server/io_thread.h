// One io thread: its io_context, its hub of connections, and the inbox that the turn thread fills.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "server/hub.h"
#include "server/rates.h"
#include "server/routes.h"
#include "server/server.h"

namespace attune::server {

// What connections of every thread share; nothing in it changes while the server runs.
struct House {
    const Options& options;
    const Routes& routes;
    TurnQueue& queue;
    const SessionFactory& sessions;
};

class IoThread {
public:
    IoThread(const House& house, unsigned number);
    ~IoThread();
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    void start();

    // Any thread.
    void put(SocketId socket, TurnReply reply);
    void put_news(PersonId person, const Address& address, Seq last);
    void take_in(TcpSocket socket);  // a connection that was accepted for this thread
    void wind_up();
    void cut();                                       // all that is still connected
    bool wait_until(transport::SteadyTime deadline);  // whether it has ended
    void end();                                       // stops at once and joins

    boost::asio::io_context& context() { return context_; }
    const Hub& hub() const { return hub_; }

    // For the connections that live here; on this thread only.
    Hub& hub() { return hub_; }
    void sign_off(Connection& connection);
    const House& house() const { return house_; }
    bool stopping() const { return stopping_; }
    // How long this request has to wait; nothing: it may go.
    std::optional<std::chrono::milliseconds> too_fast(
        const TurnRequest& request, const std::string& who, const std::string& caller);

private:
    struct Answer {
        SocketId socket;
        TurnReply reply;
    };
    struct News {
        PersonId person;
        Address address;
        Seq last;
    };
    using Item = std::variant<Answer, News>;

    void put(Item item);
    void empty_inbox();
    void wait_for_tick();
    void look_around();
    void leave_if_empty();
    void run();

    const House& house_;
    Hub hub_;  // before the context: connections die with the context and sign off here
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
    boost::asio::steady_timer ticking_;
    bool stopping_ = false;

    Rates says_of_persons_;
    Rates says_of_callers_;
    Rates hellos_of_callers_;

    std::mutex inbox_lock_;
    std::vector<Item> inbox_;

    std::mutex ended_lock_;
    std::condition_variable ended_changed_;
    bool ended_ = false;
    std::thread thread_;
};

}  // namespace attune::server
