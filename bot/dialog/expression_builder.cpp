#include "dialog/expression_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace attune::dialog {

namespace {

std::string_view holding(Type type) {
    switch (type) {
        case Type::yes_no:
            return "yes or no";
        case Type::option:
            return "an option";
        case Type::option_set:
            return "a list of options";
        case Type::number:
            return "a number";
        case Type::words:
            return "words";
        case Type::date:
            return "a date";
        case Type::time:
            return "a time of day";
    }
    return "";
}

}  // namespace

Part ExpressionBuilder::constant(Value value, Type type, std::size_t at, std::size_t end) {
    Part part{expression.steps.size(), type, std::nullopt, false, at, end};
    expression.steps.emplace_back(Push{std::move(value)});
    return part;
}

Part ExpressionBuilder::read(VariableRef variable, std::size_t at, std::size_t end) {
    const Variable& known = names_.variable(variable);
    Part part{expression.steps.size(), known.type, variable, known.is_private, at, end};
    expression.steps.emplace_back(Read{variable});
    return part;
}

Part ExpressionBuilder::now(Operator what, Type type, std::size_t at, std::size_t end) {
    Part part{expression.steps.size(), type, std::nullopt, false, at, end};
    apply(what);
    return part;
}

Part ExpressionBuilder::broken(std::size_t at, std::size_t end) {
    Part part{expression.steps.size(), std::nullopt, std::nullopt, false, at, end};
    expression.steps.emplace_back(Push{});
    return part;
}

Part ExpressionBuilder::made(
    Part left, std::size_t end, std::optional<Type> type, bool is_private) {
    return {left.first_step, type, std::nullopt, is_private, left.at, end};
}

Part ExpressionBuilder::arithmetic(Operator what, Part left, Part right) {
    constexpr std::string_view because = "only numbers can be reckoned with";
    const bool left_fits = needs(left, Type::number, because);
    const bool right_fits = needs(right, Type::number, because);
    apply(what);
    const auto type = left_fits && right_fits ? std::optional(Type::number) : std::nullopt;
    return made(left, right.end, type, left.is_private || right.is_private);
}

Part ExpressionBuilder::compare(Operator what, Part left, Part right) {
    const bool fits = !left.type || !right.type || fit(what, left, right);
    apply(what);
    const auto type = fits && left.type && right.type ? std::optional(Type::yes_no) : std::nullopt;
    return made(left, right.end, type, left.is_private || right.is_private);
}

Part ExpressionBuilder::logical(Operator what, Part left, Part right) {
    constexpr std::string_view because = "\"and\" and \"or\" join conditions";
    const bool left_fits = needs(left, Type::yes_no, because);
    const bool right_fits = needs(right, Type::yes_no, because);
    apply(what);
    const auto type = left_fits && right_fits ? std::optional(Type::yes_no) : std::nullopt;
    return made(left, right.end, type, left.is_private || right.is_private);
}

Part ExpressionBuilder::opposite(Part part) {
    const bool fits = needs(part, Type::yes_no, "\"not\" turns a condition round");
    apply(Operator::logical_not);
    return made(part, part.end, fits ? part.type : std::nullopt, part.is_private);
}

Part ExpressionBuilder::negated(Part part) {
    const bool fits = needs(part, Type::number, "only numbers can be negative");
    apply(Operator::negate);
    return made(part, part.end, fits ? part.type : std::nullopt, part.is_private);
}

Part ExpressionBuilder::known(Part part) {
    apply(Operator::is_known);
    const auto type = part.type ? std::optional(Type::yes_no) : std::nullopt;
    return made(part, part.end, type, false);
}

Part ExpressionBuilder::of_type(Operator what, Part part, Type wanted, Type gives) {
    std::string_view because = "\"length\" counts the letters of words";
    if (what == Operator::count) because = "\"count\" counts the options that were chosen";
    if (what == Operator::days_since) because = "\"days since\" counts from a date";
    const bool fits = needs(part, wanted, because);
    apply(what);
    return made(part, part.end, fits ? std::optional(gives) : std::nullopt, part.is_private);
}

Part ExpressionBuilder::first_words(Part part, int how_many) {
    const bool fits = needs(part, Type::words, "\"first words\" cuts words");
    expression.steps.emplace_back(FirstWords{how_many});
    return made(part, part.end, fits ? part.type : std::nullopt, part.is_private);
}

// Without variables one step does it; else the left side stands again before each of them, and "or"
// joins the lot.
Part ExpressionBuilder::one_of(
    Part left, std::vector<Value> values, std::vector<VariableRef> variables) {
    const auto begin = expression.steps.begin() + static_cast<std::ptrdiff_t>(left.first_step);
    const std::vector left_steps(begin, expression.steps.end());
    expression.steps.emplace_back(IsOneOf{std::move(values)});
    bool is_private = left.is_private;
    for (const VariableRef variable : variables) {
        expression.steps.insert(expression.steps.end(), left_steps.begin(), left_steps.end());
        expression.steps.emplace_back(Read{variable});
        apply(Operator::is);
        apply(Operator::logical_or);
        is_private = is_private || names_.variable(variable).is_private;
    }
    const auto type = left.type ? std::optional(Type::yes_no) : std::nullopt;
    return made(left, left.end, type, is_private);
}

std::vector<std::string> ExpressionBuilder::options_of(const Part& part) const {
    const bool has_options = part.type == Type::option || part.type == Type::option_set;
    if (!has_options || !part.variable) return {};
    return names_.variable(*part.variable).options;
}

std::optional<Value> ExpressionBuilder::option_of(const Part& left, std::string_view word) const {
    const auto options = options_of(left);
    if (std::find(options.begin(), options.end(), word) == options.end()) return std::nullopt;
    return Option{std::string(word)};
}

std::string ExpressionBuilder::written(const Part& part) const {
    return std::string(source_.substr(part.at, part.end - part.at));
}

bool ExpressionBuilder::needs(const Part& part, Type wanted, std::string_view because) {
    if (!part.type) return false;
    if (*part.type == wanted) return true;
    std::string what_to_do = fmt::format("It needs {} here: {}.", holding(wanted), because);
    if (wanted == Type::yes_no && part.variable) {
        what_to_do = "Compare it (is, <, >=, contains, …), or ask whether it is known.";
    }
    fault(
        part.at,
        part.end - part.at,
        "A258",
        {written(part), holding(*part.type), holding(wanted), what_to_do});
    return false;
}

bool ExpressionBuilder::fit(Operator what, const Part& left, const Part& right) {
    if (what == Operator::contains) return contains_fits(left, right);
    if (!same_type(left, right)) return false;
    const bool equality = what == Operator::is || what == Operator::is_not;
    const bool ordered =
        *left.type == Type::number || *left.type == Type::date || *left.type == Type::time;
    if (equality || ordered) return true;
    fault(left.at, right.end - left.at, "A281", {holding(*left.type)});
    return false;
}

bool ExpressionBuilder::same_type(const Part& left, const Part& right) {
    if (*left.type == *right.type) return true;
    std::string how = "Compare things of one kind.";
    if (*left.type == Type::option_set) how = "Write \"contains\" instead of \"is\".";
    if (*left.type == Type::option && *right.type == Type::words) {
        how = fmt::format("Write an option without quotes: {}.", fmt::join(options_of(left), ", "));
    }
    if (*left.type == Type::yes_no) how = "It can be compared with yes and no.";
    if (*left.type == Type::number) how = "It can be compared with a number, without quotes.";
    if (*left.type == Type::date) {
        how = "It can be compared with another date, or with today; \"days since\" makes a number.";
    }
    if (*left.type == Type::time) how = "It can be compared with another time of day.";
    if (*left.type == Type::words) how = "Words stand in single quotes: 'tired'.";
    fault(
        left.at,
        right.end - left.at,
        "A255",
        {written(left), holding(*left.type), written(right), holding(*right.type), how});
    return false;
}

bool ExpressionBuilder::contains_fits(const Part& left, const Part& right) {
    const bool options = *left.type == Type::option_set && *right.type == Type::option;
    const bool words = *left.type == Type::words && *right.type == Type::words;
    if (options || words) return true;
    std::string behind = "Left of \"contains\" stands a choose-many answer or words.";
    if (*left.type == Type::option_set) {
        behind =
            fmt::format("Behind it one of these may stand: {}.", fmt::join(options_of(left), ", "));
    }
    if (*left.type == Type::words) behind = "Behind it words in single quotes may stand.";
    fault(
        left.at,
        right.end - left.at,
        "A280",
        {written(left), holding(*left.type), written(right), behind});
    return false;
}

void ExpressionBuilder::fault(
    std::size_t at,
    std::size_t length,
    const char* number,
    const Values& values,
    std::string_view near) {
    faults.push_back(
        {at, std::max<std::size_t>(length, 1), number, in_words(number, values, near)});
}

}  // namespace attune::dialog
