// The grammar of expressions. Tightest first: * and /, + and -, comparison (never chained), not,
// and, or.
#include <fmt/format.h>

#include <array>

#include "base/problems.h"
#include "dialog/expression_parser.h"

namespace attune::dialog {

Part ExpressionParser::parse() {
    if (now().kind == Lexeme::end) {
        stop(now(), "A261");
    }
    const Part whole = any_of();
    if (now().kind == Lexeme::end) return whole;
    const bool bracket = now().is(")");
    const bool value = now().kind != Lexeme::sign;
    std::string mend = "Take it out.";
    if (bracket) mend = "Take it out, or open a bracket before.";
    if (value) mend = "Put is, <, >=, and, or, + or their like before it.";
    stop(now(), "A253", {now().written, mend});
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
    refuse_depth(word);
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
            build_.fault(right.at, right.end - right.at, "A294", {build_.written(right)});
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
            build_.fault(token.at, token.length, "A257", {token.written, build_.written(left)});
        }
        return build_.constant(*option, Type::option, token.at, token.end());
    }
    const bool name = token.kind == Lexeme::word && !names_.find(token.written) &&
                      !is_reserved(token.written) && !is_word_for_now(token.written);
    const auto options = build_.options_of(left);
    const bool function =
        token.is("yes") || token.is("no") || token.is("length") || token.is("count");
    if (name && !function && (!options.empty() || left.type == Type::words)) {
        unknown_word(token, &left);
        ++at_;
        return build_.broken(token.at, token.end());
    }
    return sum();
}

void ExpressionParser::refuse_chain() {
    if (!at_comparison()) return;
    stop(now(), "A254");
}

bool ExpressionParser::at_comparison() const {
    constexpr std::array<std::string_view, 6> all{"is", "contains", "<", "<=", ">", ">="};
    return std::any_of(
        all.begin(), all.end(), [this](std::string_view word) { return now().is(word); });
}

void ExpressionParser::unknown_word(const ExpressionToken& token, const Part* left) {
    const std::string word(token.written);
    auto candidates = names_.all();
    const auto options = left != nullptr ? build_.options_of(*left) : std::vector<std::string>();
    const bool of_options = !options.empty();
    candidates.insert(candidates.begin(), options.begin(), options.end());
    const std::string near = nearest(word, candidates);
    const std::size_t length = token.length;
    if (of_options) {
        const Values values{
            word, build_.written(*left), fmt::format("{}", fmt::join(options, ", "))};
        return build_.fault(token.at, length, "A256", values, near);
    }
    build_.fault(token.at, length, left != nullptr ? "A299" : "A252", {word}, near);
}

bool ExpressionParser::take(std::string_view word_or_sign) {
    if (!now().is(word_or_sign)) return false;
    ++at_;
    return true;
}

void ExpressionParser::need(std::string_view word_or_sign, std::string_view behind) {
    if (take(word_or_sign)) return;
    stop(now(), "A295", {behind, word_or_sign});
}

void ExpressionParser::missing_value() {
    if (at_ == 0) {
        stop(now(), "A296", {"Before", now().written});
    }
    stop(now(), "A296", {"Behind", tokens_[at_ - 1].written});
}

void ExpressionParser::stop(
    const ExpressionToken& token, const char* number, const Values& values) {
    // Where types are wrong already, a missing word is often only their shadow.
    if (build_.faults.empty()) build_.fault(token.at, token.length, number, values);
    throw ExpressionStop{};
}

void ExpressionParser::refuse_depth(const ExpressionToken& token) {
    if (depth_ <= max_expression_depth) return;
    stop(token, "A260");
}

namespace {

Result<ParsedExpression, Faults> parse(
    std::string_view source, const Names& names, bool condition) {
    ExpressionParser parser(source, names);
    ExpressionBuilder& build = parser.build();
    // A sign that means nothing leaves words behind that only seem to be wrong.
    if (!build.faults.empty()) return Faults(std::move(build.faults));
    try {
        const Part whole = parser.parse();
        if (condition && whole.type && *whole.type != Type::yes_no) {
            build.fault(whole.at, whole.end - whole.at, "A259", {build.written(whole)});
        }
        if (build.faults.empty() && whole.type) {
            return ParsedExpression{std::move(build.expression), *whole.type, whole.is_private};
        }
    } catch (const ExpressionStop&) {
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
