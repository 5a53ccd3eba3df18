// Sums, numbers, words, variables and functions: the values that conditions compare.
#include <fmt/format.h>

#include <array>
#include <charconv>

#include "dialog/expression_parser.h"

namespace attune::dialog {

namespace {

struct Function {
    std::string_view word;
    Operator what;
    Type type;
};

constexpr std::array<Function, 4> words_for_now{{
    {"today", Operator::today, Type::date},
    {"weekday", Operator::weekday, Type::number},
    {"hour", Operator::hour, Type::number},
    {"visits", Operator::visits, Type::number},
}};

constexpr std::array<std::string_view, 12> reserved{
    "is", "not", "contains", "one", "of", "known", "and", "or", "days", "since", "first", "words"};

}  // namespace

bool is_word_for_now(std::string_view word) {
    return std::any_of(words_for_now.begin(), words_for_now.end(), [word](const Function& known) {
        return known.word == word;
    });
}

bool is_reserved(std::string_view word) {
    return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

Part ExpressionParser::sum() {
    Part left = product();
    while (now().is("+") || now().is("-")) {
        const Operator what = now().is("+") ? Operator::plus : Operator::minus;
        ++at_;
        left = build_.arithmetic(what, left, product());
    }
    return left;
}

Part ExpressionParser::product() {
    Part left = factor();
    while (now().is("*") || now().is("/")) {
        const Operator what = now().is("*") ? Operator::times : Operator::divided;
        ++at_;
        left = build_.arithmetic(what, left, factor());
    }
    return left;
}

Part ExpressionParser::factor() {
    const Deeper deeper(depth_);
    const ExpressionToken& sign = now();
    refuse_depth(sign);
    if (!take("-")) return primary();
    const bool constant = now().kind == Lexeme::number;
    Part part = factor();
    if (constant) {
        // "-3" is one number, so that it may stand in a list.
        auto& push = std::get<Push>(build_.expression.steps.back());
        push.value = Decimal{-std::get<Decimal>(push.value).thousandths};
    } else {
        part = build_.negated(part);
    }
    part.at = sign.at;
    return part;
}

Part ExpressionParser::primary() {
    const ExpressionToken& token = now();
    if (token.kind == Lexeme::end || token.kind == Lexeme::sign) {
        if (token.is("(")) return bracket();
        missing_value();
    }
    if (token.kind == Lexeme::number) {
        ++at_;
        const Decimal number = parse_decimal(token.written).value_or(Decimal{});
        return build_.constant(number, Type::number, token.at, token.end());
    }
    if (token.kind == Lexeme::text) {
        ++at_;
        return build_.constant(Words{token.text}, Type::words, token.at, token.end());
    }
    if (token.is("yes") || token.is("no")) {
        ++at_;
        return build_.constant(token.is("yes"), Type::yes_no, token.at, token.end());
    }
    for (const Function& known : words_for_now) {
        if (take(known.word)) return build_.now(known.what, known.type, token.at, token.end());
    }
    if (token.is("length")) return function_of(Operator::length, Type::words, Type::number);
    if (token.is("count")) return function_of(Operator::count, Type::option_set, Type::number);
    if (token.is("first")) return first_words();
    if (token.is("days")) return days_since();
    return variable();
}

Part ExpressionParser::bracket() {
    const ExpressionToken& open = now();
    take("(");
    Part part = any_of();
    if (!take(")")) {
        stop(open, "A262");
    }
    part.at = open.at;
    part.end = last_end();
    return part;
}

Part ExpressionParser::function_of(Operator what, Type wanted, Type gives) {
    const ExpressionToken& word = now();
    ++at_;
    need("(", word.written);
    Part part = build_.of_type(what, any_of(), wanted, gives);
    need(")", word.written);
    part.at = word.at;
    part.end = last_end();
    return part;
}

Part ExpressionParser::first_words() {
    const ExpressionToken& word = now();
    ++at_;
    need("words", "first");
    need("(", "first words");
    const Part text = any_of();
    need(",", "the words");
    int how_many = 0;
    const std::string_view digits = now().written;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), how_many);
    const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    if (now().kind != Lexeme::number || !whole || how_many < 1 || how_many > max_first_words) {
        stop(now(), "A279", {std::to_string(max_first_words)});
    }
    ++at_;
    need(")", "first words");
    Part part = build_.first_words(text, how_many);
    part.at = word.at;
    part.end = last_end();
    return part;
}

Part ExpressionParser::days_since() {
    const ExpressionToken& word = now();
    ++at_;
    need("since", "days");
    Part part = build_.of_type(Operator::days_since, factor(), Type::date, Type::number);
    part.at = word.at;
    return part;
}

Part ExpressionParser::variable() {
    const ExpressionToken& token = now();
    if (is_reserved(token.written)) missing_value();
    ++at_;
    if (const auto found = names_.find(token.written)) {
        return build_.read(*found, token.at, token.end());
    }
    unknown_word(token, nullptr);
    return build_.broken(token.at, token.end());
}

}  // namespace attune::dialog
