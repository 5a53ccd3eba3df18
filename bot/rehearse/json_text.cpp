#include "rehearse/json_text.h"

#include <nlohmann/json.hpp>

namespace attune::rehearse {

namespace {

using dialog::Node;

std::size_t end_of_string(std::string_view content, std::size_t quote) {
    for (std::size_t at = quote + 1; at < content.size(); ++at) {
        if (content[at] == '\\') {
            ++at;
        } else if (content[at] == '"') {
            return at + 1;
        }
    }
    return content.size();
}

std::size_t end_of_comment(std::string_view content, std::size_t slash) {
    if (content.substr(slash, 2) == "/*") {
        return std::min(content.find("*/", slash + 2), content.size() - 2) + 2;
    }
    return std::min(content.find('\n', slash), content.size());
}

std::string list_line(const std::vector<Node>& items) {
    std::string line;
    for (const Node& item : items) line += (line.empty() ? " " : ", ") + json_line(item);
    return "[" + line + (line.empty() ? "]" : " ]");
}

std::string object_line(const std::vector<dialog::Member>& members) {
    std::string line;
    for (const dialog::Member& member : members) {
        line +=
            (line.empty() ? " " : ", ") + quoted_json(member.key) + ": " + json_line(member.value);
    }
    return "{" + line + (line.empty() ? "}" : " }");
}

}  // namespace

std::string quoted_json(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_line(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return "null";
        case Node::Kind::boolean:
            return node.truth ? "true" : "false";
        case Node::Kind::number:
            return node.text;
        case Node::Kind::string:
            return quoted_json(node.text);
        case Node::Kind::array:
            return list_line(node.items);
        case Node::Kind::object:
            return object_line(node.members);
    }
    return "";
}

std::size_t end_of_value(std::string_view content, std::size_t offset) {
    int depth = 0;
    for (std::size_t at = offset; at < content.size();) {
        const char sign = content[at];
        if (sign == '"') {
            at = end_of_string(content, at);
        } else if (sign == '/') {
            at = end_of_comment(content, at);
        } else if (sign == '[' || sign == '{') {
            ++depth;
            ++at;
        } else if (sign == ']' || sign == '}') {
            --depth;
            ++at;
        } else if (depth == 0) {  // a number or a word
            return std::min(content.find_first_of(",]} \t\r\n/", at), content.size());
        } else {
            ++at;
        }
        if (depth == 0) return at;
    }
    return content.size();
}

}  // namespace attune::rehearse
