// Writes the frames of the server: values in, JSON text out.
//   {"type":"message","seq":7,"from":"attune","lang":"en","text":"That is a lot."}
#pragma once

#include <string>
#include <vector>

#include "base/turn_request.h"
#include "transports/web/read_frame.h"

namespace attune::web {

// Where a picture's bytes are: this and its file name.
constexpr std::string_view pictures_path = "/v1/pictures/";

// What `welcome` says beside where the talk stands.
struct Welcome {
    const Opened& opened;
    std::string_view made_token;             // empty: hello brought one
    const std::vector<std::string>& notice;  // the first words, from the operator's settings
};

// What goes wrong, as a page reads it: the code is for programs, the message for people.
struct ErrorFrame {
    std::string_view code;
    std::string_view message;
    std::string_view id = {};
    std::string_view field = {};
    std::chrono::milliseconds retry_after{};
};

std::string write_welcome(const Welcome& welcome);
std::string write_accepted(const Accepted& accepted);
std::string write_message(const Message& message);
std::string write_ended(const Message& last);  // goes after the message that ended the dialog
std::string write_earlier(const Page& page);
std::string write_error(const ErrorFrame& error);
std::string write_ping();
std::string write_pong();

}  // namespace attune::web
