#include "dialog/json_tree.h"

#include <algorithm>

#include "dialog/json_scanner.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view no_sign = "\xEF\xBF\xBD";

// How many bytes of the file one sign of a string's decoded value takes, and how many it gives.
struct Unescaped {
    std::size_t raw = 1;
    std::size_t decoded = 1;
};

// Only for strings that were parsed: every escape is whole.
Unescaped unescaped_at(std::string_view content, std::size_t at) {
    if (content[at] != '\\') return {1, 1};
    if (content[at + 1] != 'u') return {2, 1};
    const unsigned unit = hex_value(content.substr(at + 2, 4));
    if (unit < 0x80) return {6, 1};
    if (unit < 0x800) return {6, 2};
    if (unit >= 0xD800 && unit < 0xE000) return {12, 4};
    return {6, 3};
}

}  // namespace

const Member* Node::find(std::string_view key) const {
    const auto found = std::find_if(
        members.begin(), members.end(), [key](const Member& member) { return member.key == key; });
    return found == members.end() ? nullptr : &*found;
}

std::string_view name_of(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::null:
            return "nothing (null)";
        case Node::Kind::boolean:
            return "yes or no (true or false)";
        case Node::Kind::number:
            return "a number";
        case Node::Kind::string:
            return "text";
        case Node::Kind::array:
            return "a list";
        case Node::Kind::object:
            return "an object";
    }
    return "";
}

SourceFile::SourceFile(std::string shown_name, std::string_view content)
    : name_(std::move(shown_name)), content_(content) {
    line_starts_.push_back(content.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content[i] == '\n') line_starts_.push_back(i + 1);
    }
}

std::string SourceFile::line(int number) const {
    if (number < 1 || static_cast<std::size_t>(number) > line_starts_.size()) return {};
    const std::size_t begin = line_starts_[static_cast<std::size_t>(number) - 1];
    std::string_view rest = content_.substr(begin);
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    std::string text;
    while (!rest.empty()) {
        const std::size_t good = std::min(words::utf8_prefix(rest), rest.find('\0'));
        text += rest.substr(0, good);
        rest.remove_prefix(good);
        if (rest.empty()) break;
        text += no_sign;
        rest.remove_prefix(1);
    }
    return text;
}

Spot SourceFile::spot(std::size_t at, std::size_t length) const {
    at = std::min(at, content_.size());
    const auto after = std::upper_bound(line_starts_.begin() + 1, line_starts_.end(), at);
    const std::size_t begin = std::min(*(after - 1), at);
    const std::string_view marked = content_.substr(at, length);
    const std::string_view on_line = marked.substr(0, marked.find_first_of("\r\n"));
    Spot spot;
    spot.line = static_cast<int>(after - line_starts_.begin());
    spot.column = static_cast<int>(words::count_letters(content_.substr(begin, at - begin))) + 1;
    spot.length = std::max(1, static_cast<int>(words::count_letters(on_line)));
    return spot;
}

Spot SourceFile::inside(const Node& string_node, std::size_t at, std::size_t length) const {
    std::size_t raw = string_node.offset + 1;  // behind the quote
    std::size_t decoded = 0;
    const auto walk_to = [&](std::size_t target) {
        while (decoded < target && raw < content_.size() && content_[raw] != '"') {
            const Unescaped sign = unescaped_at(content_, raw);
            raw += sign.raw;
            decoded += sign.decoded;
        }
    };
    walk_to(at);
    const std::size_t begin = raw;
    walk_to(at + length);
    return spot(begin, raw - begin);
}

Problem SourceFile::problem(std::string number, Spot spot, Wording words) const {
    Problem problem;
    problem.severity = words.severity;
    problem.number = std::move(number);
    problem.place = {name_, spot.line, spot.column, spot.length};
    problem.what = std::move(words.what);
    problem.mend = std::move(words.mend);
    problem.source_line = line(spot.line);
    return problem;
}

}  // namespace attune::dialog
