#include "dialog/json_scanner.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "base/ascii.h"

namespace attune::dialog {

namespace {

bool is_hex(char c) {
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

bool is_run_sign(char c) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || is_digit(c) || c == '_' || c == '$' || c == '-' || c == '+' || c == '.';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

// The grammar of JSON numbers; "1e999" is none either, since nothing can hold it.
bool is_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digits_at(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0')) return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t decimals = digits_at(text, at + 1);
        if (decimals == 0) return false;
        at += 1 + decimals;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t exponent = digits_at(text, at);
        if (exponent == 0) return false;
        at += exponent;
    }
    if (at != text.size()) return false;
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    return value - value == 0;  // false for infinity
}

bool is_invisible(std::string_view letter) {
    constexpr std::array<std::string_view, 8> signs{
        "\u00A0", "\u2007", "\u202F", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"};
    return std::find(signs.begin(), signs.end(), letter) != signs.end();
}

Sign sign_of(char c) {
    switch (c) {
        case '{':
            return Sign::open_object;
        case '}':
            return Sign::close_object;
        case '[':
            return Sign::open_list;
        case ']':
            return Sign::close_list;
        case ',':
            return Sign::comma;
        case ':':
            return Sign::colon;
        default:
            return Sign::other;
    }
}

}  // namespace

unsigned hex_value(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) {
        const int digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * 16 + static_cast<unsigned>(digit);
    }
    return value;
}

std::size_t letter_size(std::string_view content, std::size_t at) {
    std::size_t end = at + 1;
    while (end < content.size() && (static_cast<unsigned char>(content[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return end - at;
}

bool is_curly_quote(std::string_view letter) {
    constexpr std::array<std::string_view, 8> signs{"“", "”", "„", "‟", "‘", "’", "«", "»"};
    return std::find(signs.begin(), signs.end(), letter) != signs.end();
}

JsonScanner::JsonScanner(std::string_view content) : content_(content) {
    if (content.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool JsonScanner::skip_blanks() {
    while (at_ < content_.size()) {
        const std::string_view rest = content_.substr(at_);
        if (rest.starts_with("//")) {
            at_ += std::min(rest.find_first_of("\r\n"), rest.size());
        } else if (rest.starts_with("/*")) {
            const std::size_t close = rest.find("*/", 2);
            if (close == std::string_view::npos) return false;
            at_ += close + 2;
        } else if (std::string_view(" \t\r\n").find(rest.front()) != std::string_view::npos) {
            ++at_;
        } else {
            break;
        }
    }
    return true;
}

Token JsonScanner::next() {
    Token token;
    const bool comments_closed = skip_blanks();
    token.begin = at_;
    token.end = at_;
    if (!comments_closed) {
        token.sign = Sign::unclosed_comment;
        token.end = at_ + 2;
        at_ = content_.size();
        return token;
    }
    if (at_ >= content_.size()) return token;
    const char c = content_[at_];
    if (c == '"') return text();
    if (c == '\'') return single_quoted();
    if (is_run_sign(c)) return run();
    return letter();
}

Token JsonScanner::text() {
    Token token{.sign = Sign::text, .begin = at_};
    const auto found = [&token](TextFault fault, std::size_t at, std::size_t length) {
        if (token.fault != TextFault::none) return;
        token.fault = fault;
        token.fault_at = at;
        token.fault_length = length;
    };
    ++at_;
    while (at_ < content_.size() && content_[at_] != '"') {
        const char c = content_[at_];
        if (c == '\n' || c == '\r') {
            found(TextFault::line_break, at_, 1);
            break;
        }
        if (c == '\\') {
            const std::size_t bad = bad_escape_length();
            if (bad > 0) found(TextFault::bad_escape, at_, bad);
            const std::string_view escaped = content_.substr(at_ + 1, 1);
            at_ += escaped.empty() || escaped == "\n" || escaped == "\r" ? 1 : 2;
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20) found(TextFault::control_sign, at_, 1);
        ++at_;
    }
    if (at_ >= content_.size()) {
        at_ = content_.size();
        found(TextFault::end_of_file, at_, 1);
    } else if (content_[at_] == '"') {
        ++at_;
    }
    token.end = at_;
    return token;
}

// 0 for a right escape at the backslash, else how many bytes the mark covers.
std::size_t JsonScanner::bad_escape_length() const {
    const std::string_view rest = content_.substr(at_);
    if (rest.size() < 2 || rest[1] == '\n' || rest[1] == '\r') return 1;
    if (rest[1] != 'u') {
        const bool known = std::string_view("\"\\/bfnrt").find(rest[1]) != std::string_view::npos;
        return known ? 0 : 1 + letter_size(rest, 1);
    }
    const auto hex_digits = [rest](std::size_t at) {
        std::size_t n = 0;
        while (n < 4 && at + n < rest.size() && is_hex(rest[at + n])) ++n;
        return n;
    };
    const std::size_t first = hex_digits(2);
    if (first < 4) return 2 + first;
    const unsigned unit = hex_value(rest.substr(2, 4));
    if (unit < 0xD800 || unit > 0xDFFF) return 0;
    const bool pair_follows = rest.substr(6).starts_with("\\u") && hex_digits(8) == 4;
    const unsigned second = pair_follows ? hex_value(rest.substr(8, 4)) : 0;
    const bool paired = unit < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF;
    return paired ? 0 : 6;
}

Token JsonScanner::single_quoted() {
    Token token{.sign = Sign::single_quoted, .begin = at_};
    const std::string_view rest = content_.substr(at_);
    const std::string_view on_line = rest.substr(0, rest.find_first_of("\r\n"));
    const std::size_t close = on_line.find('\'', 1);
    at_ += close == std::string_view::npos ? 1 : close + 1;
    token.end = at_;
    return token;
}

Token JsonScanner::run() {
    Token token{.sign = Sign::word, .begin = at_};
    while (at_ < content_.size()) {
        const bool beyond_ascii = static_cast<unsigned char>(content_[at_]) >= 0x80;
        const std::string_view sign =
            beyond_ascii ? content_.substr(at_, letter_size(content_, at_)) : std::string_view();
        if (beyond_ascii && (is_curly_quote(sign) || is_invisible(sign))) break;
        if (!beyond_ascii && !is_run_sign(content_[at_])) break;
        at_ += beyond_ascii ? sign.size() : 1;
    }
    token.end = at_;
    const std::string_view run = content_.substr(token.begin, at_ - token.begin);
    if (run == "true" || run == "false" || run == "null") token.sign = Sign::literal;
    if (is_number(run)) token.sign = Sign::number;
    return token;
}

Token JsonScanner::letter() {
    const std::size_t size = letter_size(content_, at_);
    const std::string_view sign = content_.substr(at_, size);
    if (size > 1 && !is_curly_quote(sign) && !is_invisible(sign)) return run();
    Token token{.sign = sign_of(sign.front()), .begin = at_, .end = at_ + size};
    if (is_curly_quote(sign)) token.sign = Sign::curly_quote;
    if (is_invisible(sign)) token.sign = Sign::invisible;
    at_ += size;
    return token;
}

}  // namespace attune::dialog
