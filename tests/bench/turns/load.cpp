#include "load.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <nlohmann/json.hpp>

namespace attune::bench {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using tcp = net::ip::tcp;
using nlohmann::json;
using Clock = std::chrono::steady_clock;
using Socket = websocket::stream<tcp::socket>;

namespace {

struct Count {
    bool counting = false;
    bool over = false;
    std::uint64_t turns = 0;
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
    std::uint64_t frames = 0;
    std::vector<float> waits_ms;
    std::string trouble;
};

// Opens the socket and offers our protocol. The address is loopback, always.
net::awaitable<void> open(Socket& socket, unsigned short port) {
    const tcp::endpoint where(net::ip::address_v4::loopback(), port);
    co_await socket.next_layer().async_connect(where, net::use_awaitable);
    socket.next_layer().set_option(tcp::no_delay(true));
    socket.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
        request.set(beast::http::field::sec_websocket_protocol, "attune.chat.v1");
    }));
    const std::string host = "127.0.0.1:" + std::to_string(port);
    co_await socket.async_handshake(host, "/v1/chat", net::use_awaitable);
    socket.text(true);
}

net::awaitable<void> send(Socket& socket, const std::string& frame, Count& count) {
    if (count.counting) count.sent += frame.size();
    co_await socket.async_write(net::buffer(frame), net::use_awaitable);
}

net::awaitable<std::string> receive(Socket& socket, Count& count) {
    beast::flat_buffer buffer;
    co_await socket.async_read(buffer, net::use_awaitable);
    if (count.counting) {
        count.received += buffer.size();
        ++count.frames;
    }
    co_return beast::buffers_to_string(buffer.data());
}

void count_turn(Count& count, Clock::time_point sent_at) {
    if (!count.counting) return;
    ++count.turns;
    const std::chrono::duration<float, std::milli> wait = Clock::now() - sent_at;
    count.waits_ms.push_back(wait.count());
}

net::awaitable<void> bare_talker(const Crowd& crowd, Count& count) {
    Socket socket(co_await net::this_coro::executor);
    co_await open(socket, crowd.port);
    const std::string frame(crowd.bare_request_bytes, 'x');
    while (!count.over) {
        const auto sent_at = Clock::now();
        co_await send(socket, frame, count);
        co_await receive(socket, count);
        count_turn(count, sent_at);
    }
}

std::string hello(const std::string& token) {
    json frame = {{"type", "hello"}, {"timezone", "Europe/Vienna"}};
    if (token.empty()) {
        frame["dialog"] = "bench";
    } else {
        frame["token"] = token;
    }
    return frame.dump();
}

// Reads until the question that follows `accepted` (or the welcome's) is there; its number.
struct Progress {
    std::int64_t asked = 0;
    std::string edition;
    bool accepted = false;
    Clock::time_point accepted_at;
};

bool take(const std::string& text, Progress& progress, Count& count) {
    const json frame = json::parse(text);
    const std::string type = frame.at("type");
    if (type == "error") count.trouble = text;
    if (type == "welcome" && !frame.at("stored").get<bool>()) {
        progress.edition = frame.at("edition");
    }
    if (type == "welcome" && frame.at("open").is_object()) {
        progress.asked = frame.at("open").at("asked");
    }
    if (type == "accepted") {
        progress.accepted = true;
        progress.accepted_at = Clock::now();
        progress.asked = 0;
    }
    if (type == "message" && frame.contains("asked")) progress.asked = frame.at("asked");
    return count.trouble.empty();
}

std::string answer(const Progress& progress, int turn) {
    json frame = {
        {"type", "say"},
        {"id", "m" + std::to_string(turn)},
        {"to", progress.asked},
        {"value", turn % 11}};
    if (!progress.edition.empty()) frame["edition"] = progress.edition;
    return frame.dump();
}

net::awaitable<void> talker(const Crowd& crowd, std::string token, int number, Count& count) {
    Socket socket(co_await net::this_coro::executor);
    co_await open(socket, crowd.port);
    const std::string first = hello(token);
    co_await send(socket, first, count);
    Progress progress;
    while (progress.asked == 0) {
        if (!take(co_await receive(socket, count), progress, count)) co_return;
    }
    // The ids must not meet those of an earlier crowd with the same persons.
    int turn =
        static_cast<int>(Clock::now().time_since_epoch().count() % 1'000'000) * 1000 + number;
    while (!count.over) {
        const auto sent_at = Clock::now();
        const std::string frame = answer(progress, ++turn);
        co_await send(socket, frame, count);
        progress.accepted = false;
        progress.edition.clear();
        while (!progress.accepted || progress.asked == 0) {
            if (!take(co_await receive(socket, count), progress, count)) co_return;
        }
        count_turn(count, sent_at);
    }
}

net::awaitable<void> mark_time(const Crowd& crowd, Marks& marks, Count& count, double& seconds) {
    net::steady_timer timer(co_await net::this_coro::executor);
    timer.expires_after(crowd.warm_up);
    co_await timer.async_wait(net::use_awaitable);
    marks.at_start();
    count.counting = true;
    const auto begin = Clock::now();
    timer.expires_after(crowd.length);
    co_await timer.async_wait(net::use_awaitable);
    count.counting = false;
    seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    marks.at_end();
    count.over = true;
}

double percentile(std::vector<float>& sorted, double share) {
    if (sorted.empty()) return 0;
    const auto index = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
    return sorted[index];
}

Talked summed_up(Count& count, double seconds) {
    Talked talked;
    talked.turns = count.turns;
    talked.seconds = seconds;
    talked.trouble = count.trouble;
    std::sort(count.waits_ms.begin(), count.waits_ms.end());
    talked.p50_ms = percentile(count.waits_ms, 0.5);
    talked.p99_ms = percentile(count.waits_ms, 0.99);
    const auto turns = static_cast<double>(std::max<std::uint64_t>(count.turns, 1));
    talked.bytes_sent_a_turn = static_cast<double>(count.sent) / turns;
    talked.bytes_received_a_turn = static_cast<double>(count.received) / turns;
    talked.frames_received_a_turn = static_cast<double>(count.frames) / turns;
    return talked;
}

}  // namespace

Talked talk(const Crowd& crowd, Marks& marks) {
    net::io_context context(1);
    Count count;
    double seconds = 0;
    const auto note_trouble = [&count](std::exception_ptr thrown) {
        if (!thrown || count.over) return;
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& trouble) {
            if (count.trouble.empty()) count.trouble = trouble.what();
        }
    };
    for (int i = 0; i < crowd.connections; ++i) {
        if (crowd.bare) {
            net::co_spawn(context, bare_talker(crowd, count), note_trouble);
            continue;
        }
        const auto index = static_cast<std::size_t>(i);
        const std::string token = index < crowd.tokens.size() ? crowd.tokens[index] : "";
        net::co_spawn(context, talker(crowd, token, i * 7, count), note_trouble);
    }
    net::co_spawn(context, mark_time(crowd, marks, count, seconds), note_trouble);
    while (!count.over) {
        if (context.run_one() == 0) break;
    }
    // What is still under way is dropped with its sockets: the figures are in.
    return summed_up(count, seconds);
}

}  // namespace attune::bench
