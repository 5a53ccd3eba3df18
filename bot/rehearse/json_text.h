// Pieces of JSON as text: what is put into files that people wrote, and where their values end.
#pragma once

#include <string>
#include <string_view>

#include "dialog/json_tree.h"

namespace attune::rehearse {

// A text in quotes, escaped.
std::string quoted_json(const std::string& text);

// One line: { "heat": 8, "under": [ "fear" ] }
std::string json_line(const dialog::Node& node);

// One past the last byte of the value that begins at `offset`, in a file that parses.
std::size_t end_of_value(std::string_view content, std::size_t offset);

}  // namespace attune::rehearse
