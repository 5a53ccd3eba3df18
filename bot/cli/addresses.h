// Addresses and origins as they stand in a configuration.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace attune::cli {

struct ListenPlace {
    std::string address;
    std::uint16_t port = 0;
};

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080"; nothing for anything else. No names are looked
// up.
std::optional<ListenPlace> listen_place(const std::string& text);

bool is_address(const std::string& text);  // an IP address
bool is_loopback(const std::string& address);
bool is_origin(const std::string& text);  // "https://example.org", "http://localhost:3000"

// "http://127.0.0.1:8080/", for people to open.
std::string page_at(const std::string& address, std::uint16_t port);

}  // namespace attune::cli
