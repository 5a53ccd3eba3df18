// Translations as a gettext PO file, which translators' tools read and write, and back. Nothing is
// lost on the way: what PO has no word for stands in the comments of each entry ("#. at: …").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problems.h"
#include "base/result.h"
#include "translate/row.h"

namespace attune::translate {

// `language` is that of the renderings. A changed sentence is marked fuzzy, with the one before it.
std::string to_po(const std::vector<Row>& rows, const std::string& language);

// What a tool made of it. `name` stands in problems. Obsolete entries are passed over.
Result<std::vector<Row>, Problems> from_po(std::string_view content, const std::string& name);

}  // namespace attune::translate
