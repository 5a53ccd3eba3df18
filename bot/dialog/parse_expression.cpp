// The grammar of expressions. Tightest first: * and /, + and -, comparison (never chained), not,
// and, or.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/problems.h"
#include "dialog/expression_builder.h"
#include "dialog/expression_lexer.h"
#include "dialog/parse.h"

namespace attune::dialog {

namespace {

constexpr int max_expression_depth = 64;
constexpr int max_first_words = 1000;

// Thrown where the words no longer make a sentence; ends in parse_expression.
struct Stop {};

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

    const ExpressionToken& now() const { return tokens_[at_]; }
    const ExpressionToken& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    std::size_t last_end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].end(); }
    bool take(std::string_view word_or_sign);
    void need(std::string_view word_or_sign, std::string_view behind);
    bool at_comparison() const;
    [[noreturn]] void stop(
        const ExpressionToken& token, const char* number, std::string what, std::string mend);
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

Part ExpressionParser::parse() {
    if (now().kind == Lexeme::end) {
        stop(now(), "A261", "Nothing stands here", "Write a condition or a value, or take it out.");
    }
    const Part whole = any_of();
    if (now().kind == Lexeme::end) return whole;
    const bool bracket = now().is(")");
    const bool value = now().kind != Lexeme::sign;
    std::string mend = "Take it out.";
    if (bracket) mend = "Take it out, or open a bracket before.";
    if (value) mend = "Put is, <, >=, and, or, + or their like before it.";
    stop(now(), "A253", fmt::format("\"{}\" does not belong here", now().written), mend);
}

Part ExpressionParser::any_of() {
    Part left = all_of();
    while (take("or")) left = build_.logical(Operator::logical_or, left, all_of());
    return left;
}

Part ExpressionParser::all_of() {
    Part left = condition();
    while (take("and")) left = build_.logical(Operator::logical_and, left, condition());
    return left;
}

Part ExpressionParser::condition() {
    if (!now().is("not")) return comparison();
    const Deeper deeper(depth_);
    const ExpressionToken& word = now();
    if (depth_ > max_expression_depth) {
        stop(
            word, "A260", "This nests too deep", "Take a variable for a part of it, with \"set\".");
    }
    take("not");
    Part part = build_.opposite(condition());
    part.at = word.at;
    return part;
}

Part ExpressionParser::comparison() {
    constexpr std::array<std::pair<std::string_view, Operator>, 5> signs{{
        {"<", Operator::less},
        {"<=", Operator::less_equal},
        {">", Operator::greater},
        {">=", Operator::greater_equal},
        {"contains", Operator::contains},
    }};
    const Part left = sum();
    std::optional<Part> compared = is_phrase(left);
    for (const auto& [sign, what] : signs) {
        if (!compared && take(sign)) compared = build_.compare(what, left, answer_to(left));
    }
    if (compared) refuse_chain();
    return compared.value_or(left);
}

// is known, is not known, is one of …, is not one of …, is …, is not …
std::optional<Part> ExpressionParser::is_phrase(const Part& left) {
    if (!take("is")) return std::nullopt;
    const bool negative = take("not");
    Part part = left;
    if (take("known")) {
        part = build_.known(left);
        part.end = last_end();
    } else if (now().is("one") && next().is("of")) {
        at_ += 2;
        part = one_of(left);
    } else {
        const Part right = answer_to(left);
        part = build_.compare(negative ? Operator::is_not : Operator::is, left, right);
        return part;
    }
    if (negative) part = build_.opposite(part);
    return part;
}

Part ExpressionParser::one_of(const Part& left) {
    std::vector<Value> values;
    std::vector<VariableRef> variables;
    bool fits = true;
    do {
        const std::size_t steps = build_.expression.steps.size();
        const Part right = answer_to(left);
        // A check of types only: its steps are taken back, what they say goes into the list.
        const auto value = build_.expression.steps.back();
        const bool single = build_.expression.steps.size() == steps + 1;
        fits = build_.compare(Operator::is, left, right).type.has_value() && fits;
        build_.expression.steps.resize(steps);
        if (right.variable) {
            variables.push_back(*right.variable);
        } else if (const auto* push = std::get_if<Push>(&value); push != nullptr && single) {
            values.push_back(push->value);
        } else if (right.type) {
            build_.fault(
                right.at,
                right.end - right.at,
                "A253",
                fmt::format("\"{}\" cannot stand in a list", build_.written(right)),
                "After \"is one of\" options, words, numbers and variables may stand.");
        }
    } while (take(","));
    Part part = build_.one_of(left, std::move(values), std::move(variables));
    part.end = last_end();
    if (!fits) part.type.reset();
    return part;
}

// The right side of a comparison, where a bare word may be an option of the left side.
Part ExpressionParser::answer_to(const Part& left) {
    const ExpressionToken& token = now();
    const auto option =
        token.kind == Lexeme::word ? build_.option_of(left, token.written) : std::nullopt;
    if (option) {
        ++at_;
        if (names_.find(token.written)) {
            build_.fault(
                token.at,
                token.length,
                "A257",
                fmt::format(
                    "\"{}\" is an option of \"{}\" and a variable too",
                    token.written,
                    build_.written(left)),
                "Give the variable another name.");
        }
        return build_.constant(*option, Type::option, token.at, token.end());
    }
    const bool name = token.kind == Lexeme::word && !names_.find(token.written) &&
                      std::find(reserved.begin(), reserved.end(), token.written) == reserved.end();
    const auto options = build_.options_of(left);
    const bool function =
        token.is("yes") || token.is("no") || token.is("length") || token.is("count") ||
        std::any_of(words_for_now.begin(), words_for_now.end(), [&token](const Function& known) {
            return token.is(known.word);
        });
    if (name && !function && (!options.empty() || left.type == Type::words)) {
        unknown_word(token, &left);
        ++at_;
        return build_.broken(token.at, token.end());
    }
    return sum();
}

void ExpressionParser::refuse_chain() {
    if (!at_comparison()) return;
    stop(
        now(),
        "A254",
        "A comparison cannot be compared again",
        "Join two comparisons with \"and\": 3 <= heat and heat <= 7.");
}

bool ExpressionParser::at_comparison() const {
    constexpr std::array<std::string_view, 6> all{"is", "contains", "<", "<=", ">", ">="};
    return std::any_of(
        all.begin(), all.end(), [this](std::string_view word) { return now().is(word); });
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
    if (depth_ > max_expression_depth) {
        stop(
            sign, "A260", "This nests too deep", "Take a variable for a part of it, with \"set\".");
    }
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
        stop(
            open, "A262", "The bracket opened here is never closed", "Put ) where this part ends.");
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
        stop(
            now(),
            "A253",
            "Here the number of words must stand",
            fmt::format("Write a whole number from 1 to {}.", max_first_words));
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
    const bool word = std::find(reserved.begin(), reserved.end(), token.written) != reserved.end();
    if (word) missing_value();
    ++at_;
    if (const auto found = names_.find(token.written)) {
        return build_.read(*found, token.at, token.end());
    }
    unknown_word(token, nullptr);
    return build_.broken(token.at, token.end());
}

void ExpressionParser::unknown_word(const ExpressionToken& token, const Part* left) {
    const std::string word(token.written);
    auto candidates = names_.all();
    const auto options = left != nullptr ? build_.options_of(*left) : std::vector<std::string>();
    const bool of_options = !options.empty();
    candidates.insert(candidates.begin(), options.begin(), options.end());
    const std::string near = nearest(word, candidates);
    std::string mend =
        "A variable comes from the \"as\" of a question, from \"set\", or from "
        "person.json.";
    if (of_options) mend = fmt::format("It has: {}.", fmt::join(options, ", "));
    if (left != nullptr && !of_options) {
        mend = fmt::format("Words stand in single quotes: '{}'.", word);
    }
    if (!near.empty()) mend = fmt::format("Did you mean \"{}\"?", near);
    build_.fault(
        token.at,
        token.length,
        of_options ? "A256" : "A252",
        of_options ? fmt::format("\"{}\" is no option of \"{}\"", word, build_.written(*left))
                   : fmt::format("\"{}\" is no variable", word),
        std::move(mend));
}

bool ExpressionParser::take(std::string_view word_or_sign) {
    if (!now().is(word_or_sign)) return false;
    ++at_;
    return true;
}

void ExpressionParser::need(std::string_view word_or_sign, std::string_view behind) {
    if (take(word_or_sign)) return;
    stop(
        now(),
        "A253",
        fmt::format("Behind \"{}\" there is no \"{}\"", behind, word_or_sign),
        "These are right: length(text), count(list), first words(text, 8), days since date.");
}

void ExpressionParser::missing_value() {
    if (at_ == 0) {
        stop(
            now(),
            "A253",
            fmt::format("Before \"{}\" something is missing", now().written),
            "Put a variable, a number, 'words', yes or no before it.");
    }
    stop(
        now(),
        "A253",
        fmt::format("Behind \"{}\" something is missing", tokens_[at_ - 1].written),
        "Put a variable, a number, 'words', yes or no behind it.");
}

void ExpressionParser::stop(
    const ExpressionToken& token, const char* number, std::string what, std::string mend) {
    // Where types are wrong already, a missing word is often only their shadow.
    if (build_.faults.empty()) {
        build_.fault(token.at, token.length, number, std::move(what), std::move(mend));
    }
    throw Stop{};
}

Result<ParsedExpression, Faults> parse(
    std::string_view source, const Names& names, bool condition) {
    ExpressionParser parser(source, names);
    ExpressionBuilder& build = parser.build();
    // A sign that means nothing leaves words behind that only seem to be wrong.
    if (!build.faults.empty()) return Faults(std::move(build.faults));
    try {
        const Part whole = parser.parse();
        if (condition && whole.type && *whole.type != Type::yes_no) {
            build.fault(
                whole.at,
                whole.end - whole.at,
                "A259",
                fmt::format("\"{}\" is no condition", build.written(whole)),
                "Compare it: is, is not, <, <=, >, >=, contains, is one of, is known.");
        }
        if (build.faults.empty() && whole.type) {
            return ParsedExpression{std::move(build.expression), *whole.type, whole.is_private};
        }
    } catch (const Stop&) {
        // The fault is among build.faults.
    }
    return Faults(std::move(build.faults));
}

}  // namespace

Result<ParsedExpression, Faults> parse_expression(std::string_view source, const Names& names) {
    return parse(source, names, false);
}

Result<ParsedExpression, Faults> parse_condition(std::string_view source, const Names& names) {
    return parse(source, names, true);
}

}  // namespace attune::dialog
