// From what a facilitator wrote inside a string to a compiled expression or text, with types
// checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dialog/edition.h"
#include "dialog/expression.h"
#include "dialog/problem_wording.h"
#include "dialog/text.h"

namespace attune::dialog {

// What is wrong inside one string, and where (bytes of the decoded string).
struct Fault {
    std::size_t at = 0;
    std::size_t length = 1;
    std::string number;  // "A2…"
    Wording words;
};

struct Faults {
    Faults() = default;
    explicit Faults(std::vector<Fault> found) : list(std::move(found)) {}
    std::vector<Fault> list;
};

// The names that may be used: variables of the dialog first, then the person's.
class Names {
public:
    virtual ~Names() = default;
    virtual std::optional<VariableRef> find(std::string_view name) const = 0;
    virtual const Variable& variable(VariableRef ref) const = 0;
    virtual std::vector<std::string> all() const = 0;  // for "did you mean"
};

struct ParsedExpression {
    Expression expression;
    Type type = Type::yes_no;
    bool is_private = false;  // computed from private words (`is known` aside)
};

// A value of any type.
Result<ParsedExpression, Faults> parse_expression(std::string_view source, const Names& names);

// Must be a condition: anything but yes or no is a fault.
Result<ParsedExpression, Faults> parse_condition(std::string_view source, const Names& names);

struct ParsedText {
    Text text;
    bool is_private = false;
    // Bare {x}: an error where x may be unknown. The caller knows the flow.
    struct Bare {
        VariableRef variable;
        std::size_t at = 0;
        std::size_t length = 1;
    };
    std::vector<Bare> bare;
};

Result<ParsedText, Faults> parse_text(
    std::string_view source, const Names& names, std::string_view language);

// The variables that are surely known when the condition holds (`x is known`, `x >= 8`, joined by
// and).
std::vector<VariableRef> known_when_true(const Expression& condition);

}  // namespace attune::dialog
