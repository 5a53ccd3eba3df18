// Why a file is no JSON, in words for people who write dialogs: the first fault, where it truly is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "dialog/json_tree.h"

namespace attune::dialog {

struct JsonFault {
    std::size_t at = 0;  // bytes of the file
    std::size_t length = 1;
    const char* number = "";
    Values values;
    bool whole_file = false;  // no line of it is to blame
    // Where the part begins before which an open list should have been closed; 0: not known.
    std::size_t closes_at = 0;
};

// Bytes that are no UTF-8, or no text at all.
std::optional<JsonFault> find_encoding_fault(std::string_view content);

// `content` is valid UTF-8; nothing if it is valid JSON (with comments).
std::optional<JsonFault> find_json_fault(const SourceFile& file, std::string_view content);

}  // namespace attune::dialog
