// The parser of expressions: from words and signs to the steps of an ExpressionBuilder.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "dialog/expression_builder.h"
#include "dialog/expression_lexer.h"
#include "dialog/parse.h"

namespace attune::dialog {

constexpr int max_expression_depth = 64;
constexpr int max_first_words = 1000;

// Thrown where the words no longer make a sentence; ends in parse_expression.
struct ExpressionStop {};

class ExpressionParser {
public:
    ExpressionParser(std::string_view source, const Names& names)
        : names_(names), build_(source, names), tokens_(read_tokens(source, build_.faults)) {}

    // The whole source; faults are in build().faults.
    Part parse();
    ExpressionBuilder& build() { return build_; }

private:
    Part any_of();
    Part all_of();
    Part condition();
    Part comparison();
    Part sum();
    Part product();
    Part factor();
    Part primary();
    Part bracket();
    Part function_of(Operator what, Type wanted, Type gives);
    Part first_words();
    Part days_since();
    Part variable();
    std::optional<Part> is_phrase(const Part& left);
    Part one_of(const Part& left);
    Part answer_to(const Part& left);
    void unknown_word(const ExpressionToken& token, const Part* left);
    void refuse_chain();
    void refuse_depth(const ExpressionToken& token);

    const ExpressionToken& now() const { return tokens_[at_]; }
    const ExpressionToken& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    std::size_t last_end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].end(); }
    bool take(std::string_view word_or_sign);
    void need(std::string_view word_or_sign, std::string_view behind);
    bool at_comparison() const;
    [[noreturn]] void stop(
        const ExpressionToken& token, const char* number, const Values& values = {});
    [[noreturn]] void missing_value();

    const Names& names_;
    ExpressionBuilder build_;
    std::vector<ExpressionToken> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

// Counts how deep brackets, "not" and signs stand inside each other.
class Deeper {
public:
    explicit Deeper(int& depth) : depth_(depth) { ++depth_; }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    int& depth_;
};

// today, weekday, hour, visits: values by themselves.
bool is_word_for_now(std::string_view word);

// A word of the language that is neither a value nor the start of one.
bool is_reserved(std::string_view word);

}  // namespace attune::dialog
