// One HTTP/1.1 connection: reads requests, writes what the routes answer, becomes a socket when
// asked.
#pragma once

#include "server/connection.h"

namespace attune::server {

class IoThread;

// On the thread that the connection will live on.
void start_http(IoThread& thread, TcpSocket socket);

}  // namespace attune::server
