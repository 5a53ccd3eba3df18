#include "server/callers.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace attune::server {

namespace {

namespace ip = boost::asio::ip;

std::string_view without_scheme(std::string_view origin) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (origin.substr(0, scheme.size()) == scheme) return origin.substr(scheme.size());
    }
    return {};
}

// An IPv4 address in IPv6 clothes is an IPv4 address.
ip::address plain(const std::string& text) {
    boost::system::error_code unreadable;
    const ip::address address = ip::make_address(text, unreadable);
    if (unreadable || !address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
    return ip::make_address_v4(ip::v4_mapped, address.to_v6());
}

bool is_one_of(const ip::address& address, const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(), [&address](const std::string& entry) {
        return plain(entry) == address;
    });
}

std::string counted_as(const ip::address& address) {
    if (address.is_unspecified() || address.is_loopback()) return {};
    if (address.is_v4()) return address.to_string();
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return ip::address_v6(bytes).to_string();
}

std::string last_of(std::string_view& list) {
    const auto comma = list.rfind(',');
    std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    while (!last.empty() && last.front() == ' ') last.remove_prefix(1);
    while (!last.empty() && last.back() == ' ') last.remove_suffix(1);
    return std::string(last);
}

}  // namespace

bool may_talk(const Request& request, const std::vector<std::string>& origins) {
    const std::string_view origin = request.header("Origin");
    if (origin.empty()) return true;
    const std::string_view page_host = without_scheme(origin);
    if (!page_host.empty() && equal_but_for_case(page_host, request.header("Host"))) return true;
    return std::any_of(origins.begin(), origins.end(), [origin](const std::string& allowed) {
        return equal_but_for_case(allowed, origin);
    });
}

std::string caller_of(
    const Request& request, const std::string& peer, const std::vector<std::string>& trusted) {
    ip::address caller = plain(peer);
    const std::string header = request.list("X-Forwarded-For");
    std::string_view passed_on = header;
    while (!passed_on.empty() && is_one_of(caller, trusted)) {
        const ip::address before = plain(last_of(passed_on));
        if (before.is_unspecified()) break;  // not an address: the proxy is all we know
        caller = before;
    }
    return counted_as(caller);
}

}  // namespace attune::server
