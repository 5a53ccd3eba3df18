// Writes a person's file as a whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace attune::cli {

// False: it stands as it was. Who may read it stays.
bool write_whole(const std::filesystem::path& file, std::string_view content);

}  // namespace attune::cli
