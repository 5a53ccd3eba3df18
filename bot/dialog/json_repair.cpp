#include "dialog/json_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attune::dialog {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_blank(const std::string& content, std::size_t at) {
    return at < content.size() && blanks.find(content[at]) != std::string_view::npos;
}

bool blank_out(std::string& content, const JsonFault& fault) {
    std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(fault.at), fault.length, ' ');
    return true;
}

// A sign needs a blank to stand in.
bool put_sign(std::string& content, std::size_t at, char sign) {
    if (!is_blank(content, at)) return false;
    content[at] = sign;
    return true;
}

// "]," needs two, before the key that begins the next part.
bool close_list(std::string& content, const JsonFault& fault) {
    const std::size_t before = content.find_last_not_of(blanks, fault.closes_at - 1);
    const bool comma = before != std::string::npos && content[before] == ',';
    const std::size_t room = comma ? before : before + 1;
    if (room + 2 > fault.closes_at) return false;
    content[room] = ']';
    content[room + 1] = ',';
    return true;
}

bool ends_text(const std::string& content, std::size_t quote) {
    const std::size_t next = content.find_first_not_of(" \t", quote + 1);
    return next == std::string::npos ||
           std::string_view(",:]}\r\n").find(content[next]) != std::string_view::npos;
}

// All quotes up to the one that truly ends the text.
bool soften_quotes(std::string& content, std::size_t at) {
    while (at < content.size() && content[at] != '\n') {
        if (content[at] == '"') {
            if (ends_text(content, at)) return true;
            content[at] = '\'';
        }
        ++at;
    }
    return false;
}

// The sign takes more bytes than a straight quote: the rest become blanks outside of the text.
bool straighten(std::string& content, const JsonFault& fault, bool begins) {
    blank_out(content, fault);
    content[begins ? fault.at + fault.length - 1 : fault.at] = '"';
    return true;
}

// “words” typed with curly quotes at both ends.
bool straighten_text(std::string& content, const JsonFault& fault) {
    straighten(content, fault, true);
    const std::size_t line_end = std::min(content.find('\n', fault.at), content.size());
    constexpr std::array<std::string_view, 3> ends{"”", "“", "\""};
    for (std::size_t at = fault.at + fault.length; at < line_end; ++at) {
        for (const std::string_view end : ends) {
            if (content.compare(at, end.size(), end) != 0) continue;
            if (!ends_text(content, at + end.size() - 1)) continue;
            std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(at), end.size(), ' ');
            content[at] = '"';
            return true;
        }
    }
    return false;
}

bool requote(std::string& content, const JsonFault& fault) {
    const std::size_t last = fault.at + fault.length - 1;
    const std::string_view inner(content.data() + fault.at + 1, fault.length - 1);
    const bool whole = fault.length >= 2 && content[last] == '\'';
    if (!whole || inner.find('"') != std::string_view::npos) return false;
    content[fault.at] = '"';
    content[last] = '"';
    return true;
}

// A text goes on in the next line: it is one text.
bool join_lines(std::string& content, const JsonFault& fault) {
    std::size_t at = fault.at + 1;
    for (; at < content.size() && content[at] != '"'; ++at) {
        if (content[at] == '\\') ++at;
        if (is_blank(content, at)) content[at] = ' ';
    }
    return at < content.size() && ends_text(content, at);
}

// The quote at its end was forgotten: it stands before the signs that end the line.
bool end_text(std::string& content, const JsonFault& fault) {
    const std::size_t end = std::min(content.find('\n', fault.at), content.size());
    std::size_t at = end;
    while (at > fault.at + 1 &&
           std::string_view(" \t\r,]}").find(content[at - 1]) != std::string_view::npos) {
        --at;
    }
    return at < end && put_sign(content, at, '"');
}

bool lower(std::string& content, const JsonFault& fault) {
    for (std::size_t at = fault.at; at < fault.at + fault.length; ++at) {
        if (content[at] >= 'A' && content[at] <= 'Z')
            content[at] = static_cast<char>(content[at] + 32);
    }
    return true;
}

}  // namespace

bool repair(std::string& content, const JsonFault& fault) {
    if (fault.whole_file || fault.at + fault.length > content.size()) return false;
    const std::string_view number = fault.number;
    if (number == "A101") return put_sign(content, fault.at, ',');
    if (number == "A102") return blank_out(content, fault);
    if (number == "A103") {
        const bool begins = fault.values.front().text == "begin";
        return begins ? straighten_text(content, fault) : straighten(content, fault, false);
    }
    if (number == "A104") return join_lines(content, fault);
    if (number == "A105") return fault.closes_at > 0 && close_list(content, fault);
    if (number == "A109") return put_sign(content, fault.at, ':');
    if (number == "A110") {
        content[fault.at] = '/';
        return true;
    }
    if (number == "A116") return requote(content, fault);
    if (number == "A117") return soften_quotes(content, fault.at);
    if (number == "A118") return end_text(content, fault);
    if (number == "A121") return lower(content, fault);
    if (number == "A127" || number == "A128" || number == "A129") return blank_out(content, fault);
    return false;
}

}  // namespace attune::dialog
