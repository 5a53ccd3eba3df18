// An answer that a test gives beforehand ("with"): JSON into a value of the variable's type.
#pragma once

#include <optional>

#include "dialog/edition.h"
#include "dialog/report.h"

namespace attune::rehearse {

// Nothing if it does not fit (reported, A607).
std::optional<dialog::Value> given_answer(
    const dialog::FileReport& report, const dialog::Node& node, const dialog::Variable& variable);

}  // namespace attune::rehearse
