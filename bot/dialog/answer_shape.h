// The kind of an answer as people write it: in `answer`, in `given`, in person.json.
//   "yes or no" · {"choose": {"old": "It felt older"}} · {"choose many": {…}, "at least": 1}
//   {"scale": [0, 10], "low": "cool", "high": "boiling"} · "number" · {"number": [0, 240]}
//   {"choose many": "feelings"}, a ready list of the defaults
//   "text" · "long text" · "date" · "time" · "contact"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/message.h"
#include "dialog/defaults.h"
#include "dialog/report.h"
#include "dialog/value.h"

namespace attune::dialog {

struct AnswerShape {
    struct Option {
        std::string key;
    };
    AnswerKind kind = AnswerKind::text;
    std::vector<Option> options;
    int at_least = 1;
    int at_most = 0;
    std::optional<Decimal> min;
    std::optional<Decimal> max;
    std::string low;
    std::string high;
    bool own_word = false;  // choose many of a ready list that has room for one
};

// Nothing if it cannot be understood; all that is wrong is reported (A208 to A213, A241).
// `defaults` have the ready lists; without them none is looked up, and nothing is said about it.
std::optional<AnswerShape> read_answer(
    const FileReport& report, const Node& answer, const Defaults* defaults);

Type type_of(AnswerKind kind);

// Words and days are private unless the file says otherwise.
bool is_private_by_itself(const AnswerShape& shape);

}  // namespace attune::dialog
