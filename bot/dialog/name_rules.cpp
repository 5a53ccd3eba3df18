#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "dialog/edition.h"
#include "dialog/keys.h"

namespace attune::dialog {

namespace {

constexpr std::array<std::string_view, 20> expression_words = {
    "is",    "not",     "contains", "one",  "of",    "known",  "and",    "or",    "yes",   "no",
    "today", "weekday", "hour",     "days", "since", "visits", "length", "count", "first", "words",
};

// A byte of a letter beyond ASCII counts as a letter: the file is UTF-8, and "groß" is a fine name.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string fault_of(std::string_view name) {
    if (name.empty()) return "is empty";
    if (name.size() > static_cast<std::size_t>(max_name_bytes)) return "is longer than 40 bytes";
    const bool clean = std::all_of(
        name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
    if (!clean) return "has other signs than letters, digits and _";
    if (is_digit(name.front())) return "begins with a digit";
    const bool word =
        std::find(expression_words.begin(), expression_words.end(), name) != expression_words.end();
    if (word) return "is a word of the conditions";
    return "";
}

}  // namespace

bool check_name(const FileReport& report, std::string_view name, Spot spot, std::string_view what) {
    const std::string fault = fault_of(name);
    if (fault.empty()) return true;
    report.add("A207", spot, {what, name, fault});
    return false;
}

}  // namespace attune::dialog
