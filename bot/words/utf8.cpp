#include "words/words.h"

namespace attune::words {

namespace {

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0U) == 0x80U;
}

// Bytes of the well-formed sequence at the start of `text`, or 0. The bounds of the second byte
// shut out overlong forms, surrogates and what lies beyond U+10FFFF (RFC 3629, section 4).
std::size_t sequence_length(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    std::size_t length = 0;
    if (first >= 0xC2 && first <= 0xDF) length = 2;
    if (first >= 0xE0 && first <= 0xEF) length = 3;
    if (first >= 0xF0 && first <= 0xF4) length = 4;
    if (length == 0 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(byte(i))) return 0;
    }
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return length;
}

}  // namespace

std::size_t utf8_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) break;
        at += length;
    }
    return at;
}

bool is_utf8(std::string_view text) {
    return utf8_prefix(text) == text.size();
}

std::size_t count_letters(std::string_view text) {
    std::size_t letters = 0;
    for (const char c : text) {
        if (!is_continuation(static_cast<unsigned char>(c))) ++letters;
    }
    return letters;
}

}  // namespace attune::words
