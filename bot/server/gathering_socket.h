// A socket on which several writes can leave as one: each costs a system call, and a turn has about
// four frames. Only for web_socket.cpp.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <string>
#include <utility>

#include "server/connection.h"

namespace attune::server {

// An AsyncStream of Asio's. While it gathers, writes end at once and are kept; the first write
// after that takes them along, in order. So what is kept leaves only if another write follows.
class GatheringSocket {
public:
    using next_layer_type = TcpSocket;
    using executor_type = TcpSocket::executor_type;

    explicit GatheringSocket(TcpSocket socket) : socket_(std::move(socket)) {}

    executor_type get_executor() { return socket_.get_executor(); }
    TcpSocket& next_layer() { return socket_; }
    const TcpSocket& next_layer() const { return socket_; }

    void gather(bool on) { gathers_ = on; }

    template <class MutableBuffers, class Handler>
    void async_read_some(const MutableBuffers& buffers, Handler&& handler) {
        socket_.async_read_some(buffers, std::forward<Handler>(handler));
    }

    template <class ConstBuffers, class Handler>
    void async_write_some(const ConstBuffers& buffers, Handler&& handler) {
        if (!gathers_ && kept_.empty()) {
            return socket_.async_write_some(buffers, std::forward<Handler>(handler));
        }
        const std::size_t taken = boost::asio::buffer_size(buffers);
        for (auto at = boost::asio::buffer_sequence_begin(buffers);
             at != boost::asio::buffer_sequence_end(buffers);
             ++at) {
            const boost::asio::const_buffer piece = *at;
            kept_.append(static_cast<const char*>(piece.data()), piece.size());
        }
        boost::asio::async_compose<Handler, void(boost::system::error_code, std::size_t)>(
            Write{*this, taken, gathers_}, handler, socket_);
    }

private:
    struct Write {
        GatheringSocket& on;
        std::size_t taken;
        bool only_keeps;
        bool is_under_way = false;

        template <class Self>
        void operator()(
            Self& self, boost::system::error_code failed = {}, std::size_t /*written*/ = 0) {
            if (is_under_way) {
                if (!only_keeps) on.leaving_ = {};  // idle sockets keep no buffer
                return self.complete(failed, failed ? 0 : taken);
            }
            is_under_way = true;
            if (only_keeps) return boost::asio::post(on.get_executor(), std::move(self));
            on.leaving_.swap(on.kept_);
            boost::asio::async_write(on.socket_, boost::asio::buffer(on.leaving_), std::move(self));
        }
    };

    TcpSocket socket_;
    std::string kept_;
    std::string leaving_;
    bool gathers_ = false;
};

// What Beast's stream asks of the layer below it; found by their names.
inline void teardown(
    boost::beast::role_type role, GatheringSocket& socket, boost::system::error_code& failed) {
    boost::beast::websocket::teardown(role, socket.next_layer(), failed);
}

template <class Handler>
void async_teardown(boost::beast::role_type role, GatheringSocket& socket, Handler&& handler) {
    boost::beast::websocket::async_teardown(
        role, socket.next_layer(), std::forward<Handler>(handler));
}

}  // namespace attune::server
