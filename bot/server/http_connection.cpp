#include "server/http_connection.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <ctime>
#include <optional>

#include "server/callers.h"
#include "server/io_thread.h"
#include "server/web_socket.h"

namespace attune::server {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using transport::SteadyTime;

std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

class HttpConnection final : public Connection,
                             public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(IoThread& thread, TcpSocket socket)
        : thread_(thread), socket_(std::move(socket)) {}

    ~HttpConnection() override { thread_.sign_off(*this); }

    void begin() {
        thread_.hub().add(*this, weak_from_this());
        error_code gone;
        const auto peer = socket_.remote_endpoint(gone);
        if (gone) return;
        peer_ = peer.address().to_string();
        read(limits().request_within);
    }

    void tick(SteadyTime now) override {
        if (now >= deadline_) cut();
    }

    void wind_up() override {
        if (!is_writing_) cut();
    }

    void cut() override {
        error_code ignored;  // it may be gone already
        socket_.close(ignored);
    }

private:
    using Parser = http::request_parser<http::empty_body>;
    using Answer = http::response<http::span_body<const char>>;

    const Limits& limits() const { return thread_.house().options.limits; }

    void set_deadline(std::chrono::milliseconds within) {
        deadline_ = std::chrono::steady_clock::now() + within;
    }

    void read(std::chrono::milliseconds within) {
        set_deadline(within);
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(limits().header_bytes));
        http::async_read_header(
            socket_,
            buffer_,
            *parser_,
            beast::bind_front_handler(&HttpConnection::on_request, shared_from_this()));
    }

    void on_request(error_code failed, std::size_t) {
        if (failed == http::error::header_limit || failed == http::error::buffer_overflow) {
            return write(plain_answer(431, "The headers of this request are too large."), false);
        }
        if (failed) return refuse_unreadable(failed);
        const Request request = request_now();
        // Nothing here takes a body: it is not read, and the connection ends with the answer.
        const bool has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0;
        if (request.header("Host").empty() && parser_->get().version() > 10) {
            return write(plain_answer(400, "A request needs a Host."), false);
        }
        if (names(request.list("Upgrade"), "websocket")) return upgrade(request, has_body);
        const Response response = has_body && request.method == "GET"
                                      ? plain_answer(400, "GET takes no body here.")
                                      : thread_.house().routes.answer(request, thread_.stopping());
        write(response, parser_->get().keep_alive() && !has_body && !thread_.stopping());
    }

    void refuse_unreadable(error_code failed) {
        const bool is_http_trouble =
            failed.category() == make_error_code(http::error::bad_method).category() &&
            failed != http::error::end_of_stream && failed != http::error::partial_message;
        if (is_http_trouble) write(plain_answer(400, "This is no request that I can read."), false);
    }

    Request request_now() const {
        const auto& read = parser_->get();
        Request request;
        request.method = std::string(read.method_string());
        request.target = std::string(read.target());
        for (const auto& field : read) {
            request.headers.push_back(
                {std::string(field.name_string()), std::string(field.value())});
        }
        return request;
    }

    void upgrade(const Request& request, bool has_body) {
        auto refused = thread_.house().routes.refuse_chat(request);
        const bool speaks_early = has_body || buffer_.size() > 0;
        if (!refused && speaks_early) {
            refused = plain_answer(400, "Frames come after the handshake.");
        }
        if (!refused && thread_.stopping()) refused = plain_answer(503, "The server restarts.");
        if (refused) return write(*refused, false);
        start_web_socket(
            thread_,
            std::move(socket_),
            request,
            caller_of(request, peer_, thread_.house().options.trusted_proxies));
    }

    void write(const Response& response, bool keep_alive) {
        is_writing_ = true;
        set_deadline(limits().write_within);
        body_ = response.text;
        const std::string_view body = response.embedded.empty() ? body_ : response.embedded;
        answer_.emplace(static_cast<http::status>(response.status), 11);
        for (const Header& header : response.headers) answer_->insert(header.name, header.value);
        answer_->set(http::field::date, http_date());
        answer_->keep_alive(keep_alive);
        if (response.status != 304) answer_->content_length(body.size());
        const bool head = parser_->get().method() == http::verb::head;
        if (!head) answer_->body() = {body.data(), body.size()};
        http::async_write(
            socket_,
            *answer_,
            beast::bind_front_handler(&HttpConnection::on_written, shared_from_this()));
    }

    void on_written(error_code failed, std::size_t) {
        is_writing_ = false;
        if (failed || thread_.stopping()) return;
        if (answer_->keep_alive()) return read(limits().idle);
        // Closing with bytes unread would take our answer back on its way: read them away first.
        socket_.shutdown(TcpSocket::shutdown_send, failed);
        set_deadline(limits().close_within);
        drain();
    }

    void drain() {
        buffer_.clear();
        socket_.async_read_some(
            buffer_.prepare(4096), [self = shared_from_this()](error_code failed, std::size_t) {
                if (!failed) self->drain();
            });
    }

    IoThread& thread_;
    TcpSocket socket_;
    std::string peer_;
    beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    std::optional<Answer> answer_;
    std::string body_;
    SteadyTime deadline_ = SteadyTime::max();
    bool is_writing_ = false;
};

}  // namespace

void start_http(IoThread& thread, TcpSocket socket) {
    const auto& limits = thread.house().options.limits;
    const std::size_t threads = thread.house().options.io_threads;
    const bool full = thread.hub().connections() >= (limits.connections + threads - 1) / threads;
    if (full || thread.stopping()) return;  // closes it
    std::make_shared<HttpConnection>(thread, std::move(socket))->begin();
}

}  // namespace attune::server
