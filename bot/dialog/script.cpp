#include "dialog/script.h"

#include <algorithm>

namespace attune::dialog {

namespace {

bool is_plain_name_byte(char c) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || (c >= '0' && c <= '9') || c == '_';
}

// The length of a bare place ("{words}") at the start of the text; 0: there is none.
std::size_t bare_place(std::string_view text) {
    if (!text.starts_with('{')) return 0;
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos || close < 2) return 0;
    const std::string_view name = text.substr(1, close - 1);
    return std::all_of(name.begin(), name.end(), is_plain_name_byte) ? close + 1 : 0;
}

// The length of a quote, dash or dots beyond ASCII at the start of the text (U+2000 to U+206F, «
// and »); 0: there is none.
std::size_t punctuation(std::string_view text) {
    if (text.starts_with("\xC2\xAB") || text.starts_with("\xC2\xBB")) return 2;
    return text.starts_with("\xE2\x80") || text.starts_with("\xE2\x81") ? 3 : 0;
}

}  // namespace

bool has_words(std::string_view text) {
    while (!text.empty()) {
        const std::size_t passed = std::max(bare_place(text), punctuation(text));
        if (passed > 0) {
            text.remove_prefix(std::min(passed, text.size()));
            continue;
        }
        const auto byte = static_cast<unsigned char>(text.front());
        if (byte >= 0x80 || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')) return true;
        text.remove_prefix(1);
    }
    return false;
}

}  // namespace attune::dialog
