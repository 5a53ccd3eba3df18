#include "server/acceptor.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>

#include "base/log.h"

namespace attune::server {

namespace {

namespace ip = boost::asio::ip;
using boost::system::error_code;

StartError start_error(const error_code& why, const Options& options) {
    namespace errc = boost::system::errc;
    const std::string where = options.address + ":" + std::to_string(options.port);
    if (why == errc::address_in_use) {
        return {
            StartError::Kind::taken,
            where + " is in use: another program listens there. Choose another port."};
    }
    if (why == errc::permission_denied) {
        return {
            StartError::Kind::not_allowed,
            "This user may not listen on " + where + ". Choose a port from 1024 on."};
    }
    if (why == errc::address_not_available) {
        return {
            StartError::Kind::no_such_address,
            "This machine has no address " + options.address + "."};
    }
    return {StartError::Kind::failed, "Cannot listen on " + where + ": " + why.message() + "."};
}

}  // namespace

Acceptor::Acceptor(const Options& options, std::vector<std::unique_ptr<IoThread>>& threads)
    : options_(options),
      threads_(threads),
      acceptor_(threads.front()->context()),
      pause_(threads.front()->context()) {}

Result<void, StartError> Acceptor::listen() {
    error_code failed;
    const ip::address address = ip::make_address(options_.address, failed);
    if (failed) {
        return StartError(
            StartError::Kind::no_such_address,
            "\"" + options_.address + "\" is no IP address, such as 127.0.0.1 or ::1.");
    }
    const ip::tcp::endpoint where(address, options_.port);
    if (!failed) acceptor_.open(where.protocol(), failed);
    // So that a restart need not wait until the last connections have faded.
    if (!failed) acceptor_.set_option(boost::asio::socket_base::reuse_address(true), failed);
    if (!failed) acceptor_.bind(where, failed);
    if (!failed) acceptor_.listen(boost::asio::socket_base::max_listen_connections, failed);
    if (failed) return start_error(failed, options_);
    port_ = acceptor_.local_endpoint().port();
    return {};
}

std::uint16_t Acceptor::port() const {
    return port_;
}

void Acceptor::accept() {
    IoThread& thread = *threads_[next_++ % threads_.size()];
    acceptor_.async_accept(thread.context(), [this](const error_code& failed, TcpSocket socket) {
        take(failed, std::move(socket));
    });
}

void Acceptor::take(const error_code& failed, TcpSocket socket) {
    if (!acceptor_.is_open()) return;
    if (!failed) {
        told_ = false;
        error_code ignored;  // a socket that is gone already is found so by its first read
        socket.set_option(ip::tcp::no_delay(true), ignored);
        if (options_.send_buffer_bytes > 0) {
            socket.set_option(
                boost::asio::socket_base::send_buffer_size(options_.send_buffer_bytes), ignored);
        }
        // `accept` chose the thread; `next_` has moved on since.
        threads_[(next_ - 1) % threads_.size()]->take_in(std::move(socket));
        return accept();
    }
    if (failed == boost::system::errc::connection_aborted) return accept();
    // Out of file descriptors or memory: those who are here go on, others wait a moment.
    if (!told_) log(LogLevel::error, "cannot accept connections", {{"why", failed.message()}});
    told_ = true;
    pause_.expires_after(std::chrono::milliseconds(100));
    pause_.async_wait([this](const error_code& cancelled) {
        if (!cancelled && acceptor_.is_open()) accept();
    });
}

void Acceptor::stop() {
    boost::asio::post(threads_.front()->context(), [this] {
        error_code ignored;  // closing a listening socket has no failure worth a word
        acceptor_.close(ignored);
        pause_.cancel();
    });
}

}  // namespace attune::server
