// What is answered to a plain HTTP request: the page, its files, the dialogs' pictures, and whether
// the server is well.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/http_values.h"
#include "server/server.h"

namespace attune::server {

constexpr std::string_view chat_path = "/v1/chat";

// Goes with every answer, the handshake of a socket too.
const std::vector<Header>& security_headers();

// One sentence as plain text, with the headers that every answer has.
Response plain_answer(unsigned status, std::string_view sentence);

// The options outlive it. Any thread once made.
class Routes {
public:
    explicit Routes(const Options& options);

    Response answer(const Request& request, bool stopping) const;

    // Why this request may not become a socket; nothing: it may.
    std::optional<Response> refuse_chat(const Request& request) const;

private:
    struct File {
        std::string_view content;
        std::string_view type;
        std::string tag;  // strong ETag
    };

    Response file(const Request& request, std::string_view name) const;
    Response picture(std::string_view name) const;
    Response ready(bool stopping) const;

    const Options& options_;
    std::map<std::string, File, std::less<>> files_;
};

}  // namespace attune::server
