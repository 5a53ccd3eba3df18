// Faults that a sign of a JSON file shows by itself, wherever it stands.
#pragma once

#include "dialog/json_diagnosis.h"
#include "dialog/json_scanner.h"

namespace attune::dialog {

JsonFault fault_at(const char* number, std::size_t at, std::size_t length, Values values = {});
JsonFault fault_at(const char* number, const Token& token, Values values = {});

// The sign as it stands in the file; a long one is cut.
std::string written(std::string_view content, const Token& token);

// A line break, a wrong escape, or no end.
std::optional<JsonFault> inside_text(std::string_view content, const Token& token);

// A text that began straight and was meant to end with a curly quote: the one before a , : ] } or
// the end of the line.
std::optional<JsonFault> curly_quote_within(std::string_view content, const Token& text);

// A sign that may stand nowhere in JSON.
std::optional<JsonFault> odd_sign(std::string_view content, const Token& token);

}  // namespace attune::dialog
