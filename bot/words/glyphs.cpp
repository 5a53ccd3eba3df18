#include "words/glyphs.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace attune::words {

namespace {

GlyphKind kind_of_ascii(char c) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return GlyphKind::letter;
    if (c >= '0' && c <= '9') return GlyphKind::digit;
    switch (c) {
        case '\'':
            return GlyphKind::apostrophe;
        case '-':
            return GlyphKind::minus;
        case '.':
        case ',':
            return GlyphKind::point;
        case '/':
            return GlyphKind::slash;
        case '!':
        case '?':
        case ';':
        case '\n':
        case '\r':
            return GlyphKind::sentence_end;
        default:
            return GlyphKind::gap;
    }
}

bool is_emoji_modifier(UChar32 sign) {
    return u_hasBinaryProperty(sign, UCHAR_EMOJI_MODIFIER) != 0;
}

GlyphKind kind_beyond_ascii(UChar32 sign) {
    switch (sign) {
        case 0x2018:
        case 0x2019:
        case 0x02BC:
        case 0xFF07:
            return GlyphKind::apostrophe;
        case 0x2212:
            return GlyphKind::minus;
        case 0x2026:  // …
        case 0x2028:
        case 0x2029:
        case 0x3002:  // 。
        case 0xFF01:
        case 0xFF1F:
        case 0x061F:
        case 0x0964:
            return GlyphKind::sentence_end;
        default:
            break;
    }
    if (u_hasBinaryProperty(sign, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
        return GlyphKind::invisible;
    }
    if (is_emoji_modifier(sign)) return GlyphKind::invisible;
    if (u_charType(sign) == U_DECIMAL_DIGIT_NUMBER) return GlyphKind::digit;
    const bool mark = (U_GET_GC_MASK(sign) & U_GC_M_MASK) != 0;
    if (u_isalpha(sign) != 0 || mark) return GlyphKind::letter;
    if (u_hasBinaryProperty(sign, UCHAR_EXTENDED_PICTOGRAPHIC) != 0) return GlyphKind::picture;
    return GlyphKind::gap;
}

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const char first = text[at];
    if (static_cast<unsigned char>(first) < 0x80) {
        return {kind_of_ascii(first), static_cast<char32_t>(first), 1};
    }
    std::size_t next = at;
    UChar32 sign = 0;
    U8_NEXT(text.data(), next, text.size(), sign);
    if (sign < 0) return {GlyphKind::gap, 0xFFFD, 1};
    return {kind_beyond_ascii(sign), static_cast<char32_t>(sign), next - at};
}

bool needs_dictionary(char32_t sign) {
    if (sign < 0x0E00) return false;
    const auto point = static_cast<UChar32>(sign);
    if (u_hasBinaryProperty(point, UCHAR_IDEOGRAPHIC) != 0) return true;
    if (u_getIntPropertyValue(point, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(point, &error);
    return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

int digit_value(char32_t digit) {
    return u_charDigitValue(static_cast<UChar32>(digit));
}

}  // namespace attune::words
