#include <algorithm>

#include "base/ascii.h"
#include "engine/read.h"

namespace attune::engine {

namespace {

constexpr std::size_t longest_name = 64;   // RFC 5321: before the @
constexpr std::size_t longest_label = 63;  // RFC 1035: between two dots
constexpr int fewest_digits = 6;
constexpr int most_digits = 15;  // E.164

bool is_letter(char c) {
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return ascii || static_cast<unsigned char>(c) >= 0x80;  // domains may have any letters
}

bool is_label(std::string_view label) {
    if (label.empty() || label.size() > longest_label) return false;
    if (label.front() == '-' || label.back() == '-') return false;
    return std::all_of(
        label.begin(), label.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

// At least two labels; the last has no digit at its beginning and two letters or more.
bool is_domain(std::string_view domain) {
    const std::size_t last_dot = domain.rfind('.');
    if (last_dot == std::string_view::npos) return false;
    const std::string_view last = domain.substr(last_dot + 1);
    if (last.size() < 2 || !is_letter(last.front())) return false;
    for (std::size_t from = 0; from <= domain.size();) {
        const std::size_t to = std::min(domain.find('.', from), domain.size());
        if (!is_label(domain.substr(from, to - from))) return false;
        from = to + 1;
    }
    return true;
}

bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    const std::string_view name = text.substr(0, at);
    if (name.empty() || name.size() > longest_name || name.front() == '.' || name.back() == '.') {
        return false;
    }
    constexpr std::string_view signs = " \t\n\r\"(),:;<>[]\\";
    if (name.find_first_of(signs) != std::string_view::npos) return false;
    return name.find("..") == std::string_view::npos && is_domain(text.substr(at + 1));
}

bool is_phone_number(std::string_view text) {
    constexpr std::string_view between = " -/().";
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    if (digits < fewest_digits || digits > most_digits) return false;
    const std::string_view rest = text.substr(text.starts_with('+') ? 1 : 0);
    return std::all_of(rest.begin(), rest.end(), [between](char c) {
        return is_digit(c) || between.find(c) != std::string_view::npos;
    });
}

// What a sentence puts around an address when it is written in a hurry.
std::string_view without_ends(std::string_view text) {
    constexpr std::string_view ends = " \t\r\n<>,;";
    const std::size_t first = text.find_first_not_of(ends);
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(ends) - first + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

}  // namespace

Understood read_contact(std::string_view text) {
    const std::string_view contact = without_ends(text);
    Understood found;
    if (contact.find('@') != std::string_view::npos) {
        found.reading.how = is_email(contact) ? How::open_text : How::no_email;
    } else if (std::any_of(contact.begin(), contact.end(), is_digit)) {
        found.reading.how = is_phone_number(contact) ? How::open_text : How::no_phone_number;
    }
    if (answers(found.reading.how)) found.value = dialog::Words{std::string(contact)};
    return found;
}

}  // namespace attune::engine
