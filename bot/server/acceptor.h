// Listens on one address and hands each connection to an io thread, in turn.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <vector>

#include "server/io_thread.h"
#include "server/server.h"

namespace attune::server {

class Acceptor {
public:
    // Accepts on the first of the threads.
    Acceptor(const Options& options, std::vector<std::unique_ptr<IoThread>>& threads);

    [[nodiscard]] Result<void, StartError> listen();
    std::uint16_t port() const;

    void accept();
    void stop();  // any thread, while the first io thread runs

private:
    void take(const boost::system::error_code& failed, TcpSocket socket);

    const Options& options_;
    std::vector<std::unique_ptr<IoThread>>& threads_;
    boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, boost::asio::io_context::executor_type>
        acceptor_;
    boost::asio::steady_timer pause_;
    std::uint16_t port_ = 0;
    std::size_t next_ = 0;
    bool told_ = false;  // of the trouble that lasts
};

}  // namespace attune::server
