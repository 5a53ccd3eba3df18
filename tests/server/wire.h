// A bare TCP connection to the server, for bytes that no good client would send.
#pragma once

#include <memory>
#include <string>

namespace attune::server {

class Wire {
public:
    explicit Wire(std::uint16_t port);
    ~Wire();

    void send(const std::string& bytes);
    // All that comes until the server closes; throws if it does not within ten seconds.
    std::string read_to_end();
    // Until the text has come, with all that was read before it.
    std::string read_until(const std::string& text);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// One request on a connection of its own.
std::string ask_once(std::uint16_t port, const std::string& request);
std::string get(std::uint16_t port, const std::string& target, const std::string& headers = {});

// A handshake as a page makes it; `headers` replace those of the same name.
std::string handshake(
    const std::string& origin = {}, const std::string& subprotocol = "attune.chat.v1");

}  // namespace attune::server
