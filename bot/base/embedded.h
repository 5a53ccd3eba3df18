// Files that were built into the program (bot/embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace attune {

struct EmbeddedFile {
    std::string_view path;  // below the folder they came from, "strings/en.js"
    std::string_view content;
};

// Each is defined by the target that embeds it.
std::span<const EmbeddedFile> embedded_widget();
std::span<const EmbeddedFile> embedded_dialogs();
std::span<const EmbeddedFile> embedded_first_dialog();
std::span<const EmbeddedFile> embedded_schema();

}  // namespace attune
