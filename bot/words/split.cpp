#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "words/folding.h"
#include "words/glyphs.h"
#include "words/words.h"

namespace attune::words {

namespace {

bool is_english(std::string_view language) {
    return language == "en" || language.starts_with("en-");
}

// "Ana", not "ANA" or "ana". Of letters beyond ASCII only those of Latin-1 are looked at: they are
// what names in our languages begin with.
bool is_capitalized(std::string_view word) {
    const auto byte = [word](std::size_t at) {
        return at < word.size() ? static_cast<unsigned char>(word[at]) : 0U;
    };
    const bool latin = byte(0) == 0xC3 && byte(1) >= 0x80 && byte(1) <= 0x9E;
    const bool ascii = byte(0) >= 'A' && byte(0) <= 'Z';
    const unsigned second = byte(latin ? 2 : 1);
    return (latin || ascii) && (second < 'A' || second > 'Z');
}

// "1,000" said in English is a thousand, as "1.000" is elsewhere: the signs between groups of three
// digits go. "7,5" and "2.125" (English) stay.
std::string without_grouping(const std::string& number, std::string_view language) {
    const char grouping = is_english(language) ? ',' : '.';
    const std::size_t sign = number.starts_with('-') ? 1 : 0;
    const std::size_t decimal = number.find(grouping == ',' ? '.' : ',');
    const std::string whole = number.substr(0, decimal);
    const std::size_t first = whole.find(grouping);
    if (first == std::string::npos || first - sign > 3 || whole[sign] == '0') return number;
    std::string plain = whole.substr(0, first);
    for (std::size_t at = first; at < whole.size(); at += 4) {
        const bool three_more = whole.size() - at >= 4 &&
                                (whole.size() - at == 4 || whole[at + 4] == grouping) &&
                                whole.substr(at + 1, 3).find(grouping) == std::string::npos;
        if (whole[at] != grouping || !three_more) return number;
        plain += whole.substr(at + 1, 3);
    }
    return decimal == std::string::npos ? plain : plain + number.substr(decimal);
}

class Splitter {
public:
    Splitter(std::string_view text, std::string_view language) : text_(text), language_(language) {
        constexpr std::size_t usual_most = 64;
        words_.reserve(std::min(text.size() / 4 + 1, usual_most));
    }

    std::vector<Word> split() {
        while (at_ < text_.size()) take(glyph_at(text_, at_));
        return std::move(words_);
    }

private:
    void take(const Glyph& glyph);
    void take_word();
    void take_number(std::string folded, std::size_t begin);
    void take_picture(const Glyph& glyph);
    void cut_by_dictionary(std::size_t begin, std::size_t end);
    void add(std::string folded, std::size_t begin, std::size_t end);
    void pass(const Glyph& glyph, bool ends_sentence = false);
    GlyphKind next_kind(std::size_t at) const;

    std::string_view text_;
    std::string_view language_;
    std::size_t at_ = 0;
    GlyphKind before_ = GlyphKind::none;  // the sign before this one
    bool starts_sentence_ = true;
    std::vector<Word> words_;
};

void Splitter::take(const Glyph& glyph) {
    const GlyphKind next = next_kind(at_ + glyph.size);
    const bool in_word = before_ == GlyphKind::letter || before_ == GlyphKind::digit;
    const std::size_t begin = at_;
    switch (glyph.kind) {
        case GlyphKind::letter:
            return take_word();
        case GlyphKind::digit:
            return take_number({}, begin);
        case GlyphKind::picture:
            return take_picture(glyph);
        case GlyphKind::minus: {
            const bool sign = next == GlyphKind::digit && !in_word;
            pass(glyph);
            if (sign) take_number("-", begin);
            return;
        }
        case GlyphKind::point: {
            const bool fraction = glyph.sign == U'.' && next == GlyphKind::digit && !in_word;
            pass(glyph, glyph.sign == U'.' && !fraction);
            if (fraction) take_number("0.", begin);
            return;
        }
        case GlyphKind::slash: {
            const bool of = before_ == GlyphKind::digit && next == GlyphKind::digit;
            pass(glyph);
            if (of) add("/", begin, at_);
            return;
        }
        case GlyphKind::sentence_end:
            return pass(glyph, true);
        case GlyphKind::apostrophe:
        case GlyphKind::invisible:
        case GlyphKind::gap:
        case GlyphKind::none:
            return pass(glyph);
    }
}

void Splitter::take_word() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    bool dictionary = false;
    while (true) {
        const Glyph glyph = glyph_at(text_, at_);
        const bool joins =
            glyph.kind == GlyphKind::apostrophe && next_kind(at_ + glyph.size) == GlyphKind::letter;
        const bool part = glyph.kind == GlyphKind::letter || glyph.kind == GlyphKind::digit;
        if (!part && !joins && glyph.kind != GlyphKind::invisible) break;
        dictionary = dictionary || needs_dictionary(glyph.sign);
        at_ += glyph.size;
        if (glyph.kind != GlyphKind::invisible) end = at_;
    }
    before_ = GlyphKind::letter;
    if (dictionary) return cut_by_dictionary(begin, end);
    add(fold_word(text_.substr(begin, end - begin), language_), begin, end);
}

void Splitter::take_number(std::string folded, std::size_t begin) {
    while (true) {
        const Glyph glyph = glyph_at(text_, at_);
        const bool point =
            glyph.kind == GlyphKind::point && next_kind(at_ + glyph.size) == GlyphKind::digit;
        if (glyph.kind != GlyphKind::digit && !point) break;
        folded += point ? static_cast<char>(glyph.sign)
                        : static_cast<char>('0' + digit_value(glyph.sign));
        at_ += glyph.size;
    }
    before_ = GlyphKind::digit;
    add(without_grouping(folded, language_), begin, at_);
}

void Splitter::take_picture(const Glyph& glyph) {
    const std::size_t begin = at_;
    pass(glyph);
    add(std::string(text_.substr(begin, glyph.size)), begin, at_);
}

void Splitter::cut_by_dictionary(std::size_t begin, std::size_t end) {
    UErrorCode error = U_ZERO_ERROR;
    const std::string language(language_);
    const std::unique_ptr<icu::BreakIterator> cuts(
        icu::BreakIterator::createWordInstance(icu::Locale(language.c_str()), error));
    const auto size = static_cast<int64_t>(end - begin);
    UText bytes = UTEXT_INITIALIZER;
    utext_openUTF8(&bytes, text_.data() + begin, size, &error);
    if (U_SUCCESS(error)) cuts->setText(&bytes, error);
    if (U_FAILURE(error)) {
        add(fold_word(text_.substr(begin, end - begin), language_), begin, end);
        return;
    }
    auto from = begin;
    for (int32_t to = cuts->next(); to != icu::BreakIterator::DONE; to = cuts->next()) {
        const std::size_t until = begin + static_cast<std::size_t>(to);
        add(fold_word(text_.substr(from, until - from), language_), from, until);
        from = until;
    }
    utext_close(&bytes);
}

void Splitter::add(std::string folded, std::size_t begin, std::size_t end) {
    if (folded.empty()) return;
    const bool name = !starts_sentence_ && !is_german(language_) &&
                      is_capitalized(text_.substr(begin, end - begin));
    words_.push_back({std::move(folded), begin, end, starts_sentence_, name});
    starts_sentence_ = false;
}

void Splitter::pass(const Glyph& glyph, bool ends_sentence) {
    at_ += glyph.size;
    starts_sentence_ = starts_sentence_ || ends_sentence;
    if (glyph.kind != GlyphKind::invisible) before_ = glyph.kind;
}

// Invisible signs are looked through.
GlyphKind Splitter::next_kind(std::size_t at) const {
    Glyph glyph = glyph_at(text_, at);
    while (glyph.kind == GlyphKind::invisible) {
        at += glyph.size;
        glyph = glyph_at(text_, at);
    }
    return glyph.kind;
}

}  // namespace

std::vector<Word> split(std::string_view text, std::string_view language) {
    return Splitter(text, language).split();
}

std::string fold(std::string_view text, std::string_view language) {
    std::string folded;
    for (const Word& word : split(text, language)) {
        if (!folded.empty()) folded += ' ';
        folded += word.folded;
    }
    return folded;
}

std::string first_words(std::string_view text, int how_many, std::string_view language) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    const auto words = split(text, language);
    const auto wanted = static_cast<std::size_t>(std::max(how_many, 0));
    if (words.size() <= wanted) {
        const std::size_t end = text.find_last_not_of(blanks) + 1;
        return std::string(text.substr(begin, end > begin ? end - begin : 0));
    }
    if (wanted == 0) return "…";
    return std::string(text.substr(begin, words[wanted - 1].end - begin)) + "…";
}

}  // namespace attune::words
