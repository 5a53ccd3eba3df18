// Words of a text as they are compared: folded for case, accents and compatibility forms, invisible
// signs removed. "can't" is one word and never matches "can".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::words {

struct Word {
    std::string folded;
    std::size_t begin = 0;  // where it stands in the text, in bytes
    std::size_t end = 0;
    bool starts_sentence = false;
    // A capital letter inside a sentence, in a language that writes only names so.
    bool looks_like_name = false;
};

// The folding of `text` for comparing quoted texts: words joined by one blank.
std::string fold(std::string_view text, std::string_view language);

// The words of a text, in order. Numbers keep a sign or decimal point that belongs to them
// ("-3", "7.5", "7,5") and lose the signs between thousands (English "1,000", else "1.000");
// "7/10" is three words: "7", "/", "10"; "8ish" is "8", "ish". An emoji is a word, its colour is
// not looked at. ASCII never touches ICU. A sentence starts the text and follows . ! ? ; … or a
// line break.
std::vector<Word> split(std::string_view text, std::string_view language);

// Letters (code points) of a UTF-8 text; grapheme clusters are not looked at.
std::size_t count_letters(std::string_view text);

// How many bytes from the start are well-formed UTF-8 (RFC 3629): all of them if nothing is wrong.
std::size_t utf8_prefix(std::string_view text);

// True if all of it is.
bool is_utf8(std::string_view text);

// The first `how_many` words as they were written, with "…" if there are more.
std::string first_words(std::string_view text, int how_many, std::string_view language);

// The CLDR plural keyword for a number given as its decimal text: "one", "few", "other", …
std::string plural_keyword(std::string_view number, std::string_view language);

// The keywords that a language has: English "one" and "other".
std::vector<std::string> plural_keywords(std::string_view language);

}  // namespace attune::words
