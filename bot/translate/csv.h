// Translations as a CSV table for spreadsheets (RFC 4180), and back, without loss.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "base/result.h"
#include "translate/row.h"

namespace attune::translate {

// With a byte order mark: spreadsheets take it for UTF-8 then.
std::string to_csv(const std::vector<Row>& rows);

// Fields parted by commas, semicolons or tabs, as the first line shows; the columns in any order.
// `name` stands in problems.
Result<std::vector<Row>, Problems> from_csv(std::string_view content, const std::string& name);

}  // namespace attune::translate
