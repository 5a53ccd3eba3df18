#include "dialog/expression_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "dialog/json_scanner.h"

namespace attune::dialog {

namespace {

struct Habit {
    std::string_view written;
    std::string_view right;
};

// What people write who know other languages.
constexpr std::array<Habit, 9> habits{{
    {"==", "is"},
    {"!=", "is not"},
    {"<>", "is not"},
    {"&&", "and"},
    {"||", "or"},
    {"≤", "<="},
    {"≥", ">="},
    {"=", "is"},
    {"!", "not"},
}};

constexpr std::array<std::string_view, 11> signs{
    "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ","};

bool is_word_byte(char c) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || is_digit(c) || c == '_';
}

class Lexer {
public:
    Lexer(std::string_view source, std::vector<Fault>& faults) : source_(source), faults_(faults) {}

    std::vector<ExpressionToken> read();

private:
    void read_one();
    void read_word();
    void read_number();
    void read_text();
    bool read_sign();
    void read_stranger();
    std::string_view letter() const { return source_.substr(at_, letter_size(source_, at_)); }
    bool at_word() const;
    void add(Lexeme kind, std::size_t length);
    void fault(std::size_t length, const char* number, const Values& values = {});

    std::string_view source_;
    std::vector<Fault>& faults_;
    std::size_t at_ = 0;
    std::vector<ExpressionToken> tokens_;
};

std::vector<ExpressionToken> Lexer::read() {
    while (at_ < source_.size()) read_one();
    at_ = source_.size();
    add(Lexeme::end, 1);
    return std::move(tokens_);
}

void Lexer::read_one() {
    const char c = source_[at_];
    if (c == ' ' || c == '\t' || c == '\n') {
        ++at_;
    } else if (is_digit(c)) {
        read_number();
    } else if (c == '\'') {
        read_text();
    } else if (at_word()) {
        read_word();
    } else if (!read_sign()) {
        read_stranger();
    }
}

bool Lexer::at_word() const {
    if (is_word_byte(source_[at_])) return true;
    const std::string_view sign = letter();
    const bool habit = std::any_of(
        habits.begin(), habits.end(), [sign](const Habit& h) { return h.written == sign; });
    constexpr std::array<std::string_view, 5> never{"−", "–", "×", "÷", "\u00A0"};
    const bool stranger = std::find(never.begin(), never.end(), sign) != never.end();
    return sign.size() > 1 && !is_curly_quote(sign) && !habit && !stranger;
}

void Lexer::read_word() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (at_ < source_.size() && at_word()) {
        at_ += letter().size();
        end = at_;
    }
    at_ = begin;
    add(Lexeme::word, end - begin);
}

void Lexer::read_number() {
    const std::string_view rest = source_.substr(at_);
    const auto digits = [rest](std::size_t from) {
        std::size_t end = from;
        while (end < rest.size() && is_digit(rest[end])) ++end;
        return end;
    };
    std::size_t end = digits(0);
    const bool fraction = end + 1 < rest.size() && rest[end] == '.' && is_digit(rest[end + 1]);
    if (fraction) end = digits(end + 1);
    const bool goes_on = end < rest.size() && (is_word_byte(rest[end]) || rest[end] == '.');
    if (goes_on || !parse_decimal(rest.substr(0, end))) {
        while (end < rest.size() && (is_word_byte(rest[end]) || rest[end] == '.')) ++end;
        const std::string shown(rest.substr(0, end));
        fault(end, "A292", {shown});
    }
    add(Lexeme::number, end);
}

void Lexer::read_text() {
    const std::size_t begin = at_;
    std::string text;
    ++at_;
    while (at_ < source_.size()) {
        const bool doubled = source_.substr(at_, 2) == "''";
        if (source_[at_] == '\'' && !doubled) break;
        text += source_[at_];
        at_ += doubled ? 2 : 1;
    }
    const bool closed = at_ < source_.size();
    const std::size_t end = closed ? at_ + 1 : source_.size();
    at_ = begin;
    if (!closed) {
        fault(end - begin, "A251");
    }
    add(Lexeme::text, end - begin);
    tokens_.back().text = std::move(text);
    tokens_.back().written = source_.substr(begin + 1, end - begin - (closed ? 2 : 1));
}

bool Lexer::read_sign() {
    const std::string_view rest = source_.substr(at_);
    const bool habit = rest.starts_with("<>");
    const auto found = std::find_if(signs.begin(), signs.end(), [rest](std::string_view sign) {
        return rest.starts_with(sign);
    });
    if (habit || found == signs.end()) return false;
    add(Lexeme::sign, found->size());
    return true;
}

void Lexer::read_stranger() {
    const std::string_view rest = source_.substr(at_);
    const auto habit = std::find_if(habits.begin(), habits.end(), [rest](const Habit& known) {
        return rest.starts_with(known.written);
    });
    if (habit != habits.end()) {
        fault(habit->written.size(), "A293", {habit->written, habit->right});
        at_ += habit->written.size();
        return;
    }
    const std::string shown(letter());
    const bool quote = shown == "\"" || is_curly_quote(shown);
    fault(shown.size(), quote ? "A297" : "A250", {shown});
    at_ += shown.size();
}

void Lexer::add(Lexeme kind, std::size_t length) {
    ExpressionToken token;
    token.kind = kind;
    token.at = at_;
    token.length = length;
    token.written = source_.substr(at_, length);
    tokens_.push_back(std::move(token));
    at_ += length;
}

void Lexer::fault(std::size_t length, const char* number, const Values& values) {
    faults_.push_back({at_, length, number, in_words(number, values)});
}

}  // namespace

std::vector<ExpressionToken> read_tokens(std::string_view source, std::vector<Fault>& faults) {
    return Lexer(source, faults).read();
}

}  // namespace attune::dialog
