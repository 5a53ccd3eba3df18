// Puts the steps of an expression together and sees that types fit.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/parse.h"

namespace attune::dialog {

// A part of an expression whose steps stand at the end of those built so far.
struct Part {
    std::size_t first_step = 0;
    std::optional<Type> type;             // none: something in it is a fault already
    std::optional<VariableRef> variable;  // if it is nothing but this variable
    bool is_private = false;
    std::size_t at = 0;  // bytes of the source
    std::size_t end = 0;
};

class ExpressionBuilder {
public:
    ExpressionBuilder(std::string_view source, const Names& names)
        : source_(source), names_(names) {}

    Part constant(Value value, Type type, std::size_t at, std::size_t end);
    Part read(VariableRef variable, std::size_t at, std::size_t end);
    Part now(Operator what, Type type, std::size_t at, std::size_t end);
    // Stands for what could not be read; nothing more is said about it.
    Part broken(std::size_t at, std::size_t end);

    Part arithmetic(Operator what, Part left, Part right);
    Part compare(Operator what, Part left, Part right);  // is, is not, <, <=, >, >=, contains
    Part logical(Operator what, Part left, Part right);
    Part opposite(Part part);  // not
    Part negated(Part part);
    Part known(Part part);
    Part of_type(Operator what, Part part, Type wanted, Type gives);  // length, count, days since
    Part first_words(Part part, int how_many);
    // `values` are constants, `variables` stand beside them: true if `left` is any of them.
    Part one_of(Part left, std::vector<Value> values, std::vector<VariableRef> variables);

    // What a bare word means as the answer to `left`: its option, yes or no, or a variable.
    std::optional<Value> option_of(const Part& left, std::string_view word) const;
    std::vector<std::string> options_of(const Part& part) const;
    std::string written(const Part& part) const;

    void fault(
        std::size_t at,
        std::size_t length,
        const char* number,
        const Values& values = {},
        std::string_view near = {});

    Expression expression;
    std::vector<Fault> faults;

private:
    Part made(Part left, std::size_t end, std::optional<Type> type, bool is_private);
    void apply(Operator what) { expression.steps.emplace_back(Apply{what}); }
    bool needs(const Part& part, Type wanted, std::string_view because);
    bool fit(Operator what, const Part& left, const Part& right);
    bool same_type(const Part& left, const Part& right);
    bool contains_fits(const Part& left, const Part& right);

    std::string_view source_;
    const Names& names_;
};

}  // namespace attune::dialog
