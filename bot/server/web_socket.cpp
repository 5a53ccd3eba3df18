#include "server/web_socket.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <exception>
#include <memory>

#include "base/log.h"
#include "server/gathering_socket.h"
#include "server/io_thread.h"

namespace attune::server {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;
using transport::Action;
using transport::Actions;
using transport::SteadyTime;

constexpr std::size_t read_piece_bytes = 512;  // idle sockets keep no buffer; most frames fit
constexpr std::size_t reason_limit = 120;      // RFC 6455: a closing frame holds 125 bytes

constexpr int restart = 1001;
constexpr int no_binary = 1003;
constexpr int our_fault = 1011;
constexpr int full = 1013;

SteadyTime now() {
    return std::chrono::steady_clock::now();
}

class WebSocket final : public LiveSocket, public std::enable_shared_from_this<WebSocket> {
public:
    WebSocket(IoThread& thread, TcpSocket socket, std::string caller)
        : thread_(thread), stream_(std::move(socket)), caller_(std::move(caller)) {}

    ~WebSocket() override {
        thread_.hub().remove_socket(id_);
        thread_.sign_off(*this);
    }

    void begin(const Request& request) {
        thread_.hub().add(*this, weak_from_this());
        is_full_ = too_many();
        id_ = thread_.hub().add_socket(weak_from_this(), caller_);
        waits_since_ = now();
        stream_.auto_fragment(false);
        stream_.read_message_max(limits().frame_bytes);
        stream_.set_option(websocket::stream_base::decorator([this](websocket::response_type& to) {
            for (const Header& header : security_headers()) to.set(header.name, header.value);
            to.set(http::field::sec_websocket_protocol, options().subprotocol);
        }));
        rebuild(request);
        stream_.async_accept(
            *handshake_, beast::bind_front_handler(&WebSocket::on_accepted, shared_from_this()));
    }

    void reply(const TurnReply& reply) override {
        guarded([&] {
            answered();
            if (closing_) return;
            act(session_->on_reply(reply, now()));
            if (winding_up_) close_when_answered();
            read_on();
        });
    }

    void news(PersonId person, Seq last) override {
        guarded([&] {
            if (is_open()) act(session_->on_news(person, last, now()));
        });
    }

    void tick(SteadyTime at) override {
        const auto waited = at - waits_since_;
        const bool handshakes = stage_ == Stage::handshake;
        if (handshakes && waited >= limits().request_within) return cut();
        if (stage_ == Stage::closing && waited >= limits().close_within) return cut();
        // A slow reader is closed and may come back: her messages wait for her.
        if (is_writing_ && at - write_since_ >= limits().write_within) return cut();
        guarded([&] {
            if (is_open()) act(session_->on_tick(at));
        });
    }

    void wind_up() override {
        winding_up_ = true;
        // The page may have its handshake before we hear that it left: it is told like any other.
        if (stage_ == Stage::open) close_when_answered();
    }

    void cut() override {
        error_code ignored;  // it may be gone already
        stream_.next_layer().next_layer().close(ignored);
        kept_.reset();  // whoever called holds it
    }

private:
    enum class Stage : std::uint8_t { handshake, open, closing };

    const Options& options() const { return thread_.house().options; }
    const Limits& limits() const { return options().limits; }
    bool is_open() const { return stage_ == Stage::open && !closing_; }

    bool too_many() const {
        const std::size_t share =
            (limits().sockets + options().io_threads - 1) / options().io_threads;
        const bool caller_has_many =
            !caller_.empty() && thread_.hub().sockets_of(caller_) >= limits().sockets_per_address;
        return caller_has_many || thread_.hub().sockets() >= share;
    }

    // An exception ends one socket: its page comes back and finds all that was kept.
    template <class Work>
    void guarded(const Work& work) {
        try {
            work();
        } catch (const std::exception& error) {
            log(LogLevel::error, "a socket failed", {{"why", error.what()}});
            close(our_fault, "our fault");
        }
    }

    // ---- the handshake

    void rebuild(const Request& request) {
        handshake_ = std::make_unique<http::request<http::empty_body>>();
        handshake_->method(http::verb::get);
        handshake_->target(request.target);
        handshake_->version(11);
        for (const Header& header : request.headers) handshake_->insert(header.name, header.value);
    }

    void on_accepted(error_code failed) {
        handshake_.reset();
        if (failed) return;
        stage_ = Stage::open;
        guarded([&] {
            if (is_full_) return close(full, "full");
            if (winding_up_) return close_when_answered();
            session_ = thread_.house().sessions();
            act(session_->on_open(now()));
            read();
        });
    }

    // ---- reading

    // What answers are owed, and what she has not read yet, holds up what she may say next.
    bool may_read() const {
        return !closing_ && !winding_up_ && unanswered_ < limits().unanswered &&
               queued_.size() < limits().unanswered;
    }

    void read_on() {
        if (!is_reading_ && stage_ == Stage::open && may_read()) read();
    }

    void read() {
        is_reading_ = true;
        stream_.async_read_some(
            incoming_,
            read_piece_bytes,
            beast::bind_front_handler(&WebSocket::on_read, shared_from_this()));
    }

    void on_read(error_code failed, std::size_t) {
        is_reading_ = false;
        if (failed) return gone();
        guarded([&] {
            if (stream_.got_binary()) return close(no_binary, "text frames only");
            if (stream_.is_message_done()) take_frame();
        });
        if (!closing_ && !stream_.is_message_done()) return read();
        read_on();
    }

    void take_frame() {
        const auto data = incoming_.cdata();
        const std::string_view frame(static_cast<const char*>(data.data()), data.size());
        if (is_open() && !winding_up_) act(session_->on_text(frame, now()));
        incoming_.clear();
        incoming_.shrink_to_fit();
    }

    // ---- doing what the session wants

    void act(Actions actions) {
        for (Action& action : actions) {
            std::visit([this](auto& wanted) { carry_out(wanted); }, action);
        }
        write();
    }

    void carry_out(transport::SendText& send) { queued_.push_back(std::move(send.text)); }

    void carry_out(transport::Attach& attach) {
        thread_.hub().attach(id_, attach.person, attach.address);
        who_ = attach.person ? "person " + std::to_string(attach.person.value)
                             : attach.address.outside_id;
    }

    void carry_out(transport::CloseSocket& wanted) { close(wanted.code, wanted.reason); }

    void carry_out(transport::AskTurns& ask) {
        if (winding_up_) return;
        if (const auto wait = thread_.too_fast(ask.request, who_, caller_)) {
            Refused refused(RefusalCode::too_fast);
            refused.retry_after = *wait;
            if (const auto* said = std::get_if<Arrival>(&ask.request)) refused.id = said->id;
            return act(session_->on_reply(refused, now()));
        }
        ++unanswered_;
        kept_ = shared_from_this();
        if (thread_.house().queue.offer(id_, ask.request)) return;
        answered();
        act(session_->on_busy(ask.request, now()));
    }

    void answered() {
        if (--unanswered_ == 0) kept_.reset();
    }

    // ---- writing

    void write() {
        if (is_writing_ || stage_ != Stage::open) return;
        if (written_ == leaving_.size()) {
            leaving_.clear();
            written_ = 0;
            leaving_.swap(queued_);
        }
        if (leaving_.empty()) return close_now();
        is_writing_ = true;
        write_since_ = now();
        stream_.next_layer().gather(written_ + 1 < leaving_.size());
        stream_.text(true);
        stream_.async_write(
            boost::asio::buffer(leaving_[written_]),
            beast::bind_front_handler(&WebSocket::on_written, shared_from_this()));
    }

    void on_written(error_code failed, std::size_t) {
        is_writing_ = false;
        if (failed) return gone();
        ++written_;
        const bool all_left = written_ == leaving_.size() && queued_.empty();
        if (!all_left) return write();
        leaving_ = {};  // idle sockets keep no buffer
        written_ = 0;
        if (closing_) return close_now();
        guarded([&] { act(session_->on_written(now())); });
        read_on();
    }

    // ---- the end

    void close_when_answered() {
        if (unanswered_ == 0) close(restart, "restart");
    }

    // What is queued leaves first.
    void close(int code, std::string_view reason) {
        if (closing_) return;
        closing_ = std::make_unique<websocket::close_reason>(
            static_cast<websocket::close_code>(code),
            beast::string_view(reason.data(), std::min(reason.size(), reason_limit)));
        write();
    }

    void close_now() {
        if (!closing_ || stage_ != Stage::open) return;
        stage_ = Stage::closing;
        waits_since_ = now();
        stream_.async_close(*closing_, [self = shared_from_this()](error_code) { self->gone(); });
    }

    void gone() {
        if (!closing_) closing_ = std::make_unique<websocket::close_reason>();
        stage_ = Stage::closing;
        thread_.hub().remove_socket(id_);
        cut();
    }

    IoThread& thread_;
    websocket::stream<GatheringSocket, false> stream_;
    std::string caller_;
    std::string who_;
    SocketId id_;
    std::unique_ptr<transport::SocketSession> session_;
    std::unique_ptr<http::request<http::empty_body>> handshake_;
    beast::flat_buffer incoming_;
    std::vector<std::string> queued_;   // bounded: a page of messages, and what may_read lets in
    std::vector<std::string> leaving_;  // what is being written: frames that leave together
    std::size_t written_ = 0;
    std::size_t unanswered_ = 0;
    // While an answer is owed: then it may be that nothing is read or written that would keep it.
    std::shared_ptr<WebSocket> kept_;
    std::unique_ptr<websocket::close_reason> closing_;
    SteadyTime waits_since_{};
    SteadyTime write_since_{};
    Stage stage_ = Stage::handshake;
    bool is_full_ = false;
    bool is_reading_ = false;
    bool is_writing_ = false;
    bool winding_up_ = false;
};

}  // namespace

void start_web_socket(
    IoThread& thread, TcpSocket socket, const Request& request, std::string caller) {
    std::make_shared<WebSocket>(thread, std::move(socket), std::move(caller))->begin(request);
}

}  // namespace attune::server
