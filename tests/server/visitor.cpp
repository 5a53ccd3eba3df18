#include "tests/server/visitor.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <optional>
#include <stdexcept>

namespace attune::server {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using net::ip::tcp;

constexpr std::chrono::seconds patience{10};

struct Visitor::Impl {
    // Runs until the handler was called.
    void finish(const std::optional<boost::system::error_code>& done) {
        context.restart();
        const auto deadline = std::chrono::steady_clock::now() + waits;
        while (!done) {
            if (context.run_one_until(deadline) == 0) throw std::runtime_error("nothing came");
        }
    }

    template <class Start>
    boost::system::error_code run(Start start) {
        std::optional<boost::system::error_code> done;
        start([&done](boost::system::error_code failed, std::size_t = 0) { done = failed; });
        finish(done);
        return *done;
    }

    void write(const std::string& bytes, bool last) {
        const auto failed =
            run([&](auto handler) { stream.async_write_some(last, net::buffer(bytes), handler); });
        if (failed) throw std::runtime_error("sending: " + failed.message());
    }

    std::chrono::milliseconds waits = patience;
    net::io_context context{1};
    websocket::stream<tcp::socket> stream{context};
};

Visitor::Visitor(std::uint16_t port, const Manner& manner) : impl_(std::make_unique<Impl>()) {
    auto& socket = impl_->stream.next_layer();
    socket.open(tcp::v4());
    if (manner.receive_buffer_bytes > 0) {
        socket.set_option(net::socket_base::receive_buffer_size(manner.receive_buffer_bytes));
    }
    socket.connect({net::ip::make_address("127.0.0.1"), port});
    impl_->stream.set_option(
        websocket::stream_base::decorator([&manner](websocket::request_type& request) {
            request.set("Sec-WebSocket-Protocol", "attune.chat.v1");
            if (manner.forwarded_for.empty()) return;
            request.set("X-Forwarded-For", manner.forwarded_for);
        }));
    const auto failed = impl_->run([&](auto handler) {
        impl_->stream.async_handshake("127.0.0.1:" + std::to_string(port), "/v1/chat", handler);
    });
    if (failed) throw std::runtime_error("handshake: " + failed.message());
}

Visitor::~Visitor() = default;
Visitor::Visitor(Visitor&&) noexcept = default;
Visitor& Visitor::operator=(Visitor&&) noexcept = default;

void Visitor::send(const json& frame) {
    send_text(frame.dump());
}

void Visitor::send_text(const std::string& frame) {
    send_in_pieces({frame});
}

void Visitor::send_in_pieces(const std::vector<std::string>& pieces) {
    impl_->stream.text(true);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        impl_->write(pieces[i], i + 1 == pieces.size());
    }
}

void Visitor::send_binary(const std::string& bytes) {
    impl_->stream.binary(true);
    impl_->write(bytes, true);
}

json Visitor::next() {
    beast::flat_buffer buffer;
    const auto failed =
        impl_->run([&](auto handler) { impl_->stream.async_read(buffer, handler); });
    if (failed) throw std::runtime_error("reading: " + failed.message());
    const auto data = buffer.cdata();
    return json::parse(std::string_view(static_cast<const char*>(data.data()), data.size()));
}

json Visitor::next_within(std::chrono::milliseconds patience) {
    impl_->waits = patience;
    return next();
}

json Visitor::next(const std::string& type) {
    for (;;) {
        json frame = next();
        if (frame.at("type") == type) return frame;
        passed.push_back(std::move(frame));
    }
}

std::vector<json> Visitor::messages_up_to(Seq last) {
    std::vector<json> messages;
    do {
        messages.push_back(next("message"));
    } while (messages.back().at("seq") < last);
    return messages;
}

int Visitor::wait_for_close() {
    boost::system::error_code failed;
    do {
        beast::flat_buffer buffer;
        failed = impl_->run([&](auto handler) { impl_->stream.async_read(buffer, handler); });
    } while (!failed);
    return impl_->stream.reason().code;
}

void Visitor::close() {
    impl_->run(
        [&](auto handler) { impl_->stream.async_close(websocket::close_code::normal, handler); });
}

json hello_as(const std::string& token, Seq after) {
    return {{"type", "hello"}, {"token", token}, {"after", after}};
}

json say_text(const std::string& id, const std::string& text, Seq to) {
    json frame = {{"type", "say"}, {"id", id}, {"text", text}};
    if (to > 0) frame["to"] = to;
    return frame;
}

Newcomer newcomer(std::uint16_t port) {
    Newcomer made{Visitor(port), {}, {}};
    made.page.send({{"type", "hello"}});
    made.welcome = made.page.next("welcome");
    made.token = made.welcome.at("token");
    made.page.messages_up_to(made.welcome.at("last"));
    return made;
}

std::vector<Seq> seqs_of(const std::vector<json>& messages) {
    std::vector<Seq> seqs;
    for (const json& message : messages) seqs.push_back(message.at("seq"));
    return seqs;
}

}  // namespace attune::server
