// A visitor: the end of a socket without a page around it. Sends frames, reads frames, with
// deadlines.
#pragma once

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/ids.h"

namespace attune::server {

using nlohmann::json;

class Visitor {
public:
    struct Manner {
        std::string forwarded_for = {};  // as a proxy says it
        int receive_buffer_bytes = 0;    // 0: the system's
    };

    explicit Visitor(std::uint16_t port) : Visitor(port, Manner{}) {}
    Visitor(std::uint16_t port, const Manner& manner);
    ~Visitor();  // hangs up without a word
    Visitor(Visitor&&) noexcept;
    Visitor& operator=(Visitor&&) noexcept;

    void send(const json& frame);
    void send_text(const std::string& frame);
    void send_in_pieces(const std::vector<std::string>& pieces);
    void send_binary(const std::string& bytes);

    // The next frame; throws if none comes within ten seconds or the socket closes.
    json next();
    json next_within(std::chrono::milliseconds patience);
    // The next of that type; others are passed over and kept in `passed`.
    json next(const std::string& type);
    // Messages until that seq has come.
    std::vector<json> messages_up_to(Seq last);

    // Reads on until the server has closed; the code it said, 0 where it said nothing.
    int wait_for_close();
    void close();  // in good order

    std::vector<json> passed;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// ---- what pages say

json hello_as(const std::string& token, Seq after);
json say_text(const std::string& id, const std::string& text, Seq to = 0);

// A page that has said hello as a newcomer and was welcomed.
struct Newcomer {
    Visitor page;
    json welcome;
    std::string token;
};
Newcomer newcomer(std::uint16_t port);

std::vector<Seq> seqs_of(const std::vector<json>& messages);

}  // namespace attune::server
