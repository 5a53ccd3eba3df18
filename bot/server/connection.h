// What the server keeps of a connection, HTTP or socket: how it is watched, wound up and cut. All
// of it happens on the one io thread that the connection lives on.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "base/turn_request.h"
#include "transports/transport.h"

namespace attune::server {

// With its concrete executor: a third less memory than with any_io_executor.
using TcpSocket =
    boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

class Connection {
public:
    virtual ~Connection() = default;

    // Every tick: deadlines.
    virtual void tick(transport::SteadyTime now) = 0;
    // Ends in good order: what is under way is finished first.
    virtual void wind_up() = 0;
    // Ends now.
    virtual void cut() = 0;
};

class LiveSocket : public Connection {
public:
    virtual void reply(const TurnReply& reply) = 0;
    virtual void news(PersonId person, Seq last) = 0;
};

}  // namespace attune::server
