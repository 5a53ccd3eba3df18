// The words and signs of an expression.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/parse.h"

namespace attune::dialog {

enum class Lexeme : std::uint8_t { word, number, text, sign, end };

struct ExpressionToken {
    Lexeme kind = Lexeme::end;
    std::string_view written;  // a text without its quotes
    std::string text;          // of a text, with '' as '
    std::size_t at = 0;
    std::size_t length = 1;

    bool is(std::string_view word_or_sign) const {
        return (kind == Lexeme::word || kind == Lexeme::sign) && written == word_or_sign;
    }
    std::size_t end() const { return at + length; }
};

// Ends with a token of kind `end`. A sign that means nothing here is a fault and is passed over.
std::vector<ExpressionToken> read_tokens(std::string_view source, std::vector<Fault>& faults);

}  // namespace attune::dialog
