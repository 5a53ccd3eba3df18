// Expressions: small typed sentences ("heat >= 8 and not (beneath is old)"), compiled to postfix.
// Unknown spreads; and/or/not are Kleene's; only `is known` always answers.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "dialog/scope.h"

namespace attune::dialog {

enum class Operator : std::uint8_t {
    // two values
    is,
    is_not,
    less,
    less_equal,
    greater,
    greater_equal,
    contains,
    logical_and,
    logical_or,
    plus,
    minus,
    times,
    divided,
    // one value
    logical_not,
    negate,
    is_known,
    length,
    count,
    days_since,
    // no value
    today,
    weekday,
    hour,
    visits,
};

struct Push {
    Value value;  // a constant: number, option, words, yes or no
};
struct Read {
    VariableRef variable;
};
struct IsOneOf {
    std::vector<Value> choices;  // of the value on top
};
struct FirstWords {
    int how_many = 0;  // of the words on top
};
struct Apply {
    Operator what = Operator::is;
};

struct Expression {
    std::vector<std::variant<Push, Read, IsOneOf, FirstWords, Apply>> steps;
};

// Total: an expression that was compiled never fails, it is at worst unknown.
Value evaluate(const Expression& expression, const Scope& scope);

// True only for a known yes.
bool holds(const Expression& condition, const Scope& scope);

}  // namespace attune::dialog
