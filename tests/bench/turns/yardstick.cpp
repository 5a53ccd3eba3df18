#include "yardstick.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace attune::bench {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using tcp = net::ip::tcp;

namespace {

// A peer that leaves ends its own session only.
net::awaitable<void> answer_each(tcp::socket accepted, std::string reply) {
    try {
        websocket::stream<tcp::socket> socket(std::move(accepted));
        socket.next_layer().set_option(tcp::no_delay(true));
        co_await socket.async_accept(net::use_awaitable);
        socket.text(true);
        beast::flat_buffer buffer;
        for (;;) {
            co_await socket.async_read(buffer, net::use_awaitable);
            buffer.clear();
            co_await socket.async_write(net::buffer(reply), net::use_awaitable);
        }
    } catch (const boost::system::system_error&) {
        co_return;
    }
}

net::awaitable<void> accept_all(tcp::acceptor& acceptor, std::string reply) {
    const auto executor = co_await net::this_coro::executor;
    for (;;) {
        tcp::socket socket = co_await acceptor.async_accept(net::use_awaitable);
        net::co_spawn(executor, answer_each(std::move(socket), reply), net::detached);
    }
}

}  // namespace

void serve_bare(int port_pipe, std::size_t reply_bytes) {
    net::io_context context(1);
    tcp::acceptor acceptor(context, tcp::endpoint(net::ip::address_v4::loopback(), 0));
    const std::string port = std::to_string(acceptor.local_endpoint().port()) + "\n";
    if (::write(port_pipe, port.data(), port.size()) < 0) std::_Exit(1);
    net::co_spawn(context, accept_all(acceptor, std::string(reply_bytes, 'y')), net::detached);
    context.run();
    std::_Exit(0);
}

double disk_syncs_a_second(const std::filesystem::path& folder, std::size_t bytes) {
    const auto file = folder / "disk-rate";
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0) throw std::runtime_error("cannot open " + file.string());
    const std::string block(bytes, 'z');
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    int syncs = 0;
    while (Clock::now() - begin < std::chrono::seconds(1)) {
        if (::write(descriptor, block.data(), block.size()) < 0 || ::fdatasync(descriptor) != 0) {
            throw std::runtime_error("cannot write " + file.string());
        }
        ++syncs;
    }
    const std::chrono::duration<double> took = Clock::now() - begin;
    ::close(descriptor);
    std::filesystem::remove(file);
    return syncs / took.count();
}

}  // namespace attune::bench
