// The signs of a text one by one, by the part they play in words.
#pragma once

#include <cstdint>
#include <string_view>

namespace attune::words {

enum class GlyphKind : std::uint8_t {
    letter,  // marks that belong to a letter too
    digit,
    apostrophe,  // ' and ’
    minus,
    point,  // . and , which may stand inside a number; . ends a sentence too
    slash,
    sentence_end,
    picture,    // an emoji: a word by itself
    invisible,  // removed: zero-width signs, soft hyphens, the colour of an emoji
    gap,        // blanks and all other signs
    none,       // behind the end
};

struct Glyph {
    GlyphKind kind = GlyphKind::none;
    char32_t sign = 0;
    std::size_t size = 0;  // bytes
};

// The sign that begins at byte `at`; a byte that is no UTF-8 is a gap.
Glyph glyph_at(std::string_view text, std::size_t at);

// True for scripts that write words without blanks (Chinese, Japanese, Thai, …).
bool needs_dictionary(char32_t sign);

// 0 to 9 for a digit of any script.
int digit_value(char32_t digit);

}  // namespace attune::words
