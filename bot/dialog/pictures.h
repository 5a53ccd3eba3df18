// The pictures of a dialogs folder: which files they are, what they must be, and their name in an
// edition.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune::dialog {

constexpr std::string_view pictures_folder = "pictures/";
constexpr std::size_t picture_limit_bytes = 512 * 1024;

// True for a file below pictures/ with the ending of a PNG, JPEG or WebP picture; others there are
// nobody's business. No SVG: it can carry script.
bool is_picture(std::string_view path);

// By its content: "9f2c….png". Needs is_picture.
std::string picture_file(std::string_view path, std::string_view content);

struct PictureFault {
    std::string why;  // goes on after "This picture cannot be shown: "
    std::string mend;
};

// Why it cannot be shown; nothing: it can. Needs is_picture.
std::optional<PictureFault> fault_of_picture(std::string_view path, std::string_view content);

}  // namespace attune::dialog
