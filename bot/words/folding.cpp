#include "words/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace attune::words {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_ascii(std::string_view text) {
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& case_folding() {
    UErrorCode error = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFKCCasefoldInstance(error);
}

const icu::Normalizer2& decomposition() {
    UErrorCode error = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFDInstance(error);
}

const icu::Normalizer2& composition() {
    UErrorCode error = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFCInstance(error);
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString result = form.normalize(text, error);
    return U_FAILURE(error) ? text : result;
}

// Accents of Latin, Greek and Cyrillic letters, and the optional points of Hebrew and Arabic. Marks
// of other scripts are vowels or change the letter (Thai, Devanagari, Japanese): they stay.
bool is_accent(UChar32 sign) {
    constexpr UChar32 voiced_kana = 0x3099;
    constexpr UChar32 half_voiced_kana = 0x309A;
    if (u_charType(sign) != U_NON_SPACING_MARK) return false;
    if (sign == voiced_kana || sign == half_voiced_kana) return false;
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(sign, &error);
    return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW || script == USCRIPT_ARABIC;
}

// Letters with a stroke, and joined ones, have no decomposition in Unicode.
std::u16string_view plain_form(UChar32 sign) {
    switch (sign) {
        case 0x00F8:
            return u"o";  // ø
        case 0x0142:
            return u"l";  // ł
        case 0x0111:
            return u"d";  // đ
        case 0x0131:
            return u"i";  // ı
        case 0x00E6:
            return u"ae";  // æ
        case 0x0153:
            return u"oe";  // œ
        case 0x2018:
        case 0x2019:
        case 0x02BC:
            return u"'";
        default:
            return {};
    }
}

void spell_out_umlauts(icu::UnicodeString& text) {
    text.findAndReplace(u"\u00E4", u"ae");
    text.findAndReplace(u"\u00F6", u"oe");
    text.findAndReplace(u"\u00FC", u"ue");
}

std::string fold_by_icu(const std::string& word, std::string_view language) {
    auto text = normalized(case_folding(), icu::UnicodeString::fromUTF8(word));
    if (is_german(language)) spell_out_umlauts(text);
    text = normalized(decomposition(), text);
    icu::UnicodeString plain;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 sign = text.char32At(i);
        if (is_accent(sign) || u_hasBinaryProperty(sign, UCHAR_EMOJI_MODIFIER) != 0) continue;
        const std::u16string_view form = plain_form(sign);
        if (form.empty()) {
            plain.append(sign);
        } else {
            plain.append(form.data(), static_cast<int32_t>(form.size()));
        }
    }
    std::string folded;
    normalized(composition(), plain).toUTF8String(folded);
    return folded;
}

}  // namespace

bool is_german(std::string_view language) {
    return language == "de" || language.starts_with("de-");
}

std::string fold_word(std::string_view word, std::string_view language) {
    std::string folded(word);
    // The curly apostrophe alone is no reason to ask ICU.
    constexpr std::string_view curly = "’";
    for (std::size_t at = folded.find(curly); at != std::string::npos;
         at = folded.find(curly, at)) {
        folded.replace(at, curly.size(), 1, '\'');
    }
    if (!is_ascii(folded)) return fold_by_icu(folded, language);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    return folded;
}

}  // namespace attune::words
