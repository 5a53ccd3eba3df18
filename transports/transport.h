// The face that every transport shows: text in, values out, and the reverse. Pure: no socket, no
// clock, no dialog, no SQL. Request transports (webhook, networks) come with their own issue.
#pragma once

#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include "base/turn_request.h"

namespace attune::transport {

using SteadyTime = std::chrono::steady_clock::time_point;

// What a socket session wants done, in this order.
struct SendText {
    std::string text;
};
struct AskTurns {
    TurnRequest request;
};
// From now on this socket belongs to: a person, or a newcomer's address.
struct Attach {
    PersonId person;
    Address address;
};
struct CloseSocket {
    int code = 1000;  // RFC 6455 §7.4.1
    std::string reason;
};
using Action = std::variant<SendText, AskTurns, Attach, CloseSocket>;
using Actions = std::vector<Action>;

// One live socket's side of a protocol, as a state machine.
class SocketSession {
public:
    virtual ~SocketSession() = default;

    virtual Actions on_open(SteadyTime now) = 0;
    virtual Actions on_text(std::string_view frame, SteadyTime now) = 0;
    virtual Actions on_reply(const TurnReply& reply, SteadyTime now) = 0;
    // The person has messages up to `last`.
    virtual Actions on_news(PersonId person, Seq last, SteadyTime now) = 0;
    // The last SendText of an Actions has left (pull, not push: at most one page is under way).
    virtual Actions on_written(SteadyTime now) = 0;
    // The request could not be queued.
    virtual Actions on_busy(const TurnRequest& request, SteadyTime now) = 0;
    // Called about every second: deadlines, pings.
    virtual Actions on_tick(SteadyTime now) = 0;
};

}  // namespace attune::transport
