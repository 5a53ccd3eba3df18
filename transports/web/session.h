// One page's socket, as a state machine: frames and answers in, what to do next out. Protocol
// `attune.chat.v1`. Pull, not push: it asks for the next page of messages when the last one has
// left.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "transports/transport.h"
#include "transports/web/read_frame.h"

namespace attune::web {

constexpr std::string_view subprotocol = "attune.chat.v1";

struct SessionOptions {
    std::chrono::milliseconds hello_within = std::chrono::seconds(10);
    std::chrono::milliseconds ping_after = std::chrono::seconds(20);    // nothing sent so long
    std::chrono::milliseconds silent_after = std::chrono::seconds(90);  // nothing heard so long
    std::chrono::milliseconds retry_after = std::chrono::seconds(2);    // our own second tries
    std::size_t bad_frames_a_minute = 20;  // that many close the socket
    std::size_t waiting_frames = 64;       // before `welcome`, and `earlier`s not answered yet
    std::vector<std::string> notice;       // what `welcome` says of the operator's settings
};

// The options outlive it. `new_token` is what a page without one becomes known by.
class Session final : public transport::SocketSession {
public:
    Session(const SessionOptions& options, std::string new_token);

    transport::Actions on_open(transport::SteadyTime now) override;
    transport::Actions on_text(std::string_view frame, transport::SteadyTime now) override;
    transport::Actions on_reply(const TurnReply& reply, transport::SteadyTime now) override;
    transport::Actions on_news(PersonId person, Seq last, transport::SteadyTime now) override;
    transport::Actions on_written(transport::SteadyTime now) override;
    transport::Actions on_busy(const TurnRequest& request, transport::SteadyTime now) override;
    transport::Actions on_tick(transport::SteadyTime now) override;

private:
    using SteadyTime = transport::SteadyTime;
    enum class Stage : std::uint8_t { before_hello, opening, talking, closed };
    enum class Reading : std::uint8_t { nothing, on, back };

    // What one call wants done, gathered while it runs.
    class Todo;

    void take(const Hello& hello, Todo& todo);
    void take(Say say, Todo& todo);
    void take(const Earlier& earlier, Todo& todo);
    void take(const Ping&, Todo& todo);
    void take(const Pong&, Todo& todo);
    void take_bad(const BadFrame& bad, Todo& todo);
    void wait_for_welcome(Frame frame, Todo& todo);

    void hear(const Opened& opened, Todo& todo);
    void hear(const Accepted& accepted, Todo& todo);
    void hear(const Page& page, Todo& todo);
    void hear(const Refused& refused, Todo& todo);

    void ask_to_open(Todo& todo);
    void open_anew(Todo& todo);
    void become(PersonId person, Todo& todo);
    bool follows_at_once(const std::vector<Message>& messages) const;
    void show(const std::vector<Message>& messages, Todo& todo);
    void show_next_page(const Page& page, Todo& todo);
    void read_more(Todo& todo);
    void try_again_later(Todo& todo);
    bool is_under_way(std::string_view id) const;
    void no_longer_under_way(std::string_view id);
    void close(int code, std::string_view reason, Todo& todo);

    const SessionOptions& options_;
    std::string new_token_;
    Stage stage_ = Stage::before_hello;

    OpenTalk opening_;         // what hello asked for; its address is hers
    bool made_token_ = false;  // `welcome` has to tell her
    PersonId person_;          // none: a newcomer
    std::string edition_;      // of the opening words; only while she is a newcomer
    std::string dialog_;
    bool said_in_passing_ = false;  // a newcomer was shown messages that nothing keeps

    Seq sent_ = 0;         // newest of hers that went out
    Seq newest_ = 0;       // newest of hers that we heard of
    Seq asked_up_to_ = 0;  // `newest_` when the page under way was asked for
    Reading reading_ = Reading::nothing;
    bool page_leaves_ = false;            // one is being written: the next waits
    bool page_overtook_ = false;          // it held messages of a say not answered yet: read again
    std::vector<std::string> under_way_;  // ids of says not answered yet
    // Vectors, not deques: an empty deque costs half a kilobyte, and there are many idle sockets.
    std::vector<Frame> waiting_;  // came before `welcome`
    std::vector<Seq> earlier_waiting_;

    std::vector<SteadyTime> bad_frames_;  // of the last minute
    SteadyTime opened_at_{};
    SteadyTime heard_at_{};
    SteadyTime sent_at_{};
    SteadyTime try_again_at_{};  // a second try of ours; unset: none
};

}  // namespace attune::web
