// The signs of a JSON file one by one, the broken ones too: what the search for a fault walks over.
#pragma once

#include <cstdint>
#include <string_view>

namespace attune::dialog {

enum class Sign : std::uint8_t {
    open_object,
    close_object,
    open_list,
    close_list,
    comma,
    colon,
    text,
    number,
    literal,        // true, false, null
    word,           // an unquoted word, or a number that is none
    single_quoted,  // 'text'
    curly_quote,    // “ ” „ ‘ ’ « »
    invisible,      // a no-break blank or its like, outside of a text
    other,
    unclosed_comment,
    end,
};

enum class TextFault : std::uint8_t { none, line_break, end_of_file, bad_escape, control_sign };

struct Token {
    Sign sign = Sign::end;
    std::size_t begin = 0;
    std::size_t end = 0;
    TextFault fault = TextFault::none;  // the first one inside a text
    std::size_t fault_at = 0;
    std::size_t fault_length = 1;
};

// Walks over valid UTF-8. A text with a line break ends before it.
class JsonScanner {
public:
    explicit JsonScanner(std::string_view content);

    Token next();

private:
    bool skip_blanks();  // false: a comment is not closed
    Token text();
    Token single_quoted();
    Token run();
    Token letter();
    std::size_t bad_escape_length() const;

    std::string_view content_;
    std::size_t at_ = 0;
};

// Bytes of the code point that begins here.
std::size_t letter_size(std::string_view content, std::size_t at);

// Of hexadecimal digits.
unsigned hex_value(std::string_view digits);

bool is_curly_quote(std::string_view letter);

}  // namespace attune::dialog
