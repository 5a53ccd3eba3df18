// The cases of a `match` on a number: "5", "0..3", "8..", "..2"; both ends are included.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace attune::dialog {

struct NumberCase {
    std::optional<Decimal> from;  // none: open
    std::optional<Decimal> to;
};

// Nothing if it is no range, or its ends are the wrong way round.
std::optional<NumberCase> read_range(std::string_view text);

// Whether two cases have a number in common.
bool overlap(const NumberCase& a, const NumberCase& b);

// The first gap of whole numbers from..to that no case covers.
std::optional<NumberCase> first_gap(const std::vector<NumberCase>& cases, Decimal from, Decimal to);

// "4", "4..6"
std::string to_string(const NumberCase& range);

}  // namespace attune::dialog
