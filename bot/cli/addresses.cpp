#include "cli/addresses.h"

#include <algorithm>
#include <charconv>

#include <boost/asio/ip/address.hpp>

namespace attune::cli {

namespace {

namespace ip = boost::asio::ip;

std::optional<std::uint16_t> port_from(const std::string& text) {
    std::uint16_t port = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, port);
    if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return port;
}

std::string without_brackets(const std::string& host) {
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    return bracketed ? host.substr(1, host.size() - 2) : host;
}

bool starts_with(const std::string& text, std::string_view start) {
    return text.compare(0, start.size(), start) == 0;
}

bool may_stand_in_host(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || c == '.' || c == '-' || c == ':' || c == '[' || c == ']' || c == '_';
}

}  // namespace

std::optional<ListenPlace> listen_place(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    std::string host = text.substr(0, colon);
    const auto port = port_from(text.substr(colon + 1));
    if (host == "localhost") host = "127.0.0.1";
    const bool bare_v6 = host.find(':') != std::string::npos && host.front() != '[';
    if (!port || bare_v6) return std::nullopt;
    host = without_brackets(host);
    if (!is_address(host)) return std::nullopt;
    return ListenPlace{host, *port};
}

bool is_address(const std::string& text) {
    boost::system::error_code error;
    ip::make_address(text, error);
    return !error;
}

bool is_loopback(const std::string& address) {
    boost::system::error_code error;
    const auto made = ip::make_address(address, error);
    return !error && made.is_loopback();
}

bool is_origin(const std::string& text) {
    const std::size_t scheme = starts_with(text, "https://")  ? 8
                               : starts_with(text, "http://") ? 7
                                                              : std::string::npos;
    if (scheme == std::string::npos || scheme >= text.size()) return false;
    return std::all_of(
        text.begin() + static_cast<std::ptrdiff_t>(scheme), text.end(), may_stand_in_host);
}

std::string page_at(const std::string& address, std::uint16_t port) {
    boost::system::error_code error;
    const auto made = ip::make_address(address, error);
    std::string host = address;
    if (!error && made.is_unspecified()) host = made.is_v6() ? "::1" : "127.0.0.1";
    if (host.find(':') != std::string::npos) host = "[" + host + "]";
    return "http://" + host + ":" + std::to_string(port) + "/";
}

}  // namespace attune::cli
