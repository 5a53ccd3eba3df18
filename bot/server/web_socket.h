// One live socket: moves text frames between a WebSocket and a transport's session, and does what
// the session wants done.
#pragma once

#include "server/connection.h"
#include "server/http_values.h"

namespace attune::server {

class IoThread;

// Answers the upgrade that `request` asked for. `caller`: whom limits are counted for. On the
// thread that the connection lives on.
void start_web_socket(
    IoThread& thread, TcpSocket socket, const Request& request, std::string caller);

}  // namespace attune::server
