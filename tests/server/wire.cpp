#include "tests/server/wire.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <optional>
#include <stdexcept>

namespace attune::server {

namespace net = boost::asio;
using net::ip::tcp;

struct Wire::Impl {
    // Appends what comes next; false at the end.
    bool read_some() {
        char piece[4096];
        std::optional<boost::system::error_code> done;
        std::size_t count = 0;
        socket.async_read_some(net::buffer(piece), [&](auto failed, std::size_t size) {
            done = failed;
            count = size;
        });
        context.restart();
        context.run_for(std::chrono::seconds(10));
        if (!done) throw std::runtime_error("the server said nothing: " + got);
        got.append(piece, count);
        return !*done;
    }

    net::io_context context{1};
    tcp::socket socket{context};
    std::string got;
};

Wire::Wire(std::uint16_t port) : impl_(std::make_unique<Impl>()) {
    impl_->socket.connect({net::ip::make_address("127.0.0.1"), port});
}

Wire::~Wire() = default;

void Wire::send(const std::string& bytes) {
    boost::system::error_code closed_early;  // then what it answered tells why
    net::write(impl_->socket, net::buffer(bytes), closed_early);
}

std::string Wire::read_to_end() {
    while (impl_->read_some()) {
    }
    return std::exchange(impl_->got, {});
}

std::string Wire::read_until(const std::string& text) {
    while (impl_->got.find(text) == std::string::npos) {
        if (!impl_->read_some()) throw std::runtime_error("closed before it: " + impl_->got);
    }
    return std::exchange(impl_->got, {});
}

std::string ask_once(std::uint16_t port, const std::string& request) {
    Wire wire(port);
    wire.send(request);
    return wire.read_to_end();
}

std::string get(std::uint16_t port, const std::string& target, const std::string& headers) {
    return ask_once(
        port,
        "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers +
            "\r\n");
}

std::string handshake(const std::string& origin, const std::string& subprotocol) {
    std::string request =
        "GET /v1/chat HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    if (!origin.empty()) request += "Origin: " + origin + "\r\n";
    if (!subprotocol.empty()) request += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
    return request + "\r\n";
}

}  // namespace attune::server
