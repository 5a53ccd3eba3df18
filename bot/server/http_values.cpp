#include "server/http_values.h"

#include <algorithm>

namespace attune::server {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

bool equal_but_for_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return lower(x) == lower(y);
    });
}

bool names(std::string_view list, std::string_view wanted) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (equal_but_for_case(without_blanks(list.substr(0, comma)), wanted)) return true;
        if (comma == std::string_view::npos) return false;
        list.remove_prefix(comma + 1);
    }
    return false;
}

std::string_view Request::header(std::string_view name) const {
    for (const Header& each : headers) {
        if (equal_but_for_case(each.name, name)) return each.value;
    }
    return {};
}

std::string Request::list(std::string_view name) const {
    std::string all;
    for (const Header& each : headers) {
        if (!equal_but_for_case(each.name, name)) continue;
        if (!all.empty()) all += ',';
        all += each.value;
    }
    return all;
}

std::string_view Request::path() const {
    const std::string_view whole = target;
    return whole.substr(0, whole.find('?'));
}

}  // namespace attune::server
