#include "dialog/link_address.h"

#include <algorithm>

#include "base/ascii.h"

namespace attune::dialog {

namespace {

constexpr std::string_view page_scheme = "https://";
constexpr std::size_t shortest_number = 3;  // 112

bool is_plain_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 3986: what an address is made of. Other letters are written %C3%BC there, and a blank or a
// sign that nobody sees would break it silently.
bool is_sign_of_address(char c) {
    return is_plain_letter_or_digit(c) ||
           std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

std::optional<std::string> mend_of_page(std::string_view rest) {
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (host.find('@') != std::string_view::npos) {
        return "Take out what stands before the @: it can hide where a link leads.";
    }
    const bool has_name = std::any_of(host.begin(), host.end(), is_plain_letter_or_digit);
    const bool starts_well =
        !host.empty() && (is_plain_letter_or_digit(host.front()) || host.front() == '[');
    if (has_name && starts_well) return std::nullopt;
    return "Write the whole address, like https://example.org/page.";
}

std::optional<std::string> mend_of_number(std::string_view scheme, std::string_view number) {
    if (number.starts_with('+')) number.remove_prefix(1);
    const auto digits =
        std::count_if(number.begin(), number.end(), [](char c) { return is_digit(c); });
    const bool plain = std::all_of(number.begin(), number.end(), [](char c) {
        return is_digit(c) || c == '-' || c == '.' || c == '(' || c == ')';
    });
    if (plain && digits >= static_cast<std::ptrdiff_t>(shortest_number)) return std::nullopt;
    return "Write the number without blanks, like " + std::string(scheme) + "+43-1-4000.";
}

}  // namespace

std::optional<std::string> mend_of_address(std::string_view address) {
    if (address.size() > max_address_bytes) return "Give a shorter address.";
    if (!std::all_of(address.begin(), address.end(), is_sign_of_address)) {
        return "Copy it once more from the address line of your browser: there is a sign in it "
               "that no "
               "address has.";
    }
    if (address.starts_with(page_scheme)) return mend_of_page(address.substr(page_scheme.size()));
    for (const std::string_view scheme : {"tel:", "sms:"}) {
        if (address.starts_with(scheme))
            return mend_of_number(scheme, address.substr(scheme.size()));
    }
    return "It begins with https:// for a page, or with tel: or sms: for a number.";
}

}  // namespace attune::dialog
