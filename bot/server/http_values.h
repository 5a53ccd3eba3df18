// A request and a response as plain values, so that routes and their tests never compile Beast.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::server {

struct Header {
    std::string name;
    std::string value;
};

struct Request {
    std::string method;
    std::string target;
    std::vector<Header> headers;

    // The first of that name, whatever its case; empty if there is none.
    std::string_view header(std::string_view name) const;
    // All of that name, as one comma-separated list.
    std::string list(std::string_view name) const;
    std::string_view path() const;  // the target without its query
};

struct Response {
    unsigned status = 200;
    std::vector<Header> headers;
    std::string text;           // the body
    std::string_view embedded;  // or this one, which outlives the server

    std::string_view body() const { return embedded.empty() ? std::string_view(text) : embedded; }
};

bool equal_but_for_case(std::string_view a, std::string_view b);

// Whether a comma-separated header names it, whatever its case.
bool names(std::string_view list, std::string_view wanted);

}  // namespace attune::server
