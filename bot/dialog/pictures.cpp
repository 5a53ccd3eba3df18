#include "dialog/pictures.h"

#include <algorithm>
#include <array>

#include "base/digest.h"

namespace attune::dialog {

namespace {

enum class PictureKind : std::uint8_t { png, jpeg, webp };

struct Ending {
    std::string_view ending;
    PictureKind kind;
};
constexpr std::array<Ending, 4> endings = {
    {{".png", PictureKind::png},
     {".jpg", PictureKind::jpeg},
     {".jpeg", PictureKind::jpeg},
     {".webp", PictureKind::webp}}};

std::string_view format_name(PictureKind kind) {
    switch (kind) {
        case PictureKind::png:
            return "PNG";
        case PictureKind::jpeg:
            return "JPEG";
        case PictureKind::webp:
            return "WebP";
    }
    return "";
}

std::string_view usual_ending(PictureKind kind) {
    switch (kind) {
        case PictureKind::png:
            return ".png";
        case PictureKind::jpeg:
            return ".jpg";
        case PictureKind::webp:
            return ".webp";
    }
    return "";
}

char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Cameras write ".JPG".
bool has_picture_ending(std::string_view path, std::string_view ending) {
    if (path.size() <= ending.size()) return false;
    const std::string_view end = path.substr(path.size() - ending.size());
    return std::equal(
        end.begin(), end.end(), ending.begin(), [](char a, char b) { return lower_case(a) == b; });
}

std::optional<PictureKind> kind_by_ending(std::string_view path) {
    for (const Ending& each : endings) {
        if (has_picture_ending(path, each.ending)) return each.kind;
    }
    return std::nullopt;
}

// By the first bytes, which the formats fix.
std::optional<PictureKind> kind_by_content(std::string_view content) {
    using std::string_view_literals::operator""sv;
    if (content.starts_with("\x89PNG\r\n\x1a\n"sv)) return PictureKind::png;
    if (content.starts_with("\xff\xd8\xff"sv)) return PictureKind::jpeg;
    const bool riff = content.starts_with("RIFF"sv) && content.size() >= 12;
    if (riff && content.substr(8, 4) == "WEBP"sv) return PictureKind::webp;
    return std::nullopt;
}

}  // namespace

bool is_picture(std::string_view path) {
    return path.starts_with(pictures_folder) &&
           kind_by_ending(path.substr(pictures_folder.size())).has_value();
}

std::string picture_file(std::string_view path, std::string_view content) {
    const auto kind = kind_by_ending(path);
    return content_hash(content) + std::string(kind ? usual_ending(*kind) : "");
}

std::optional<PictureFault> fault_of_picture(std::string_view path, std::string_view content) {
    if (content.size() > picture_limit_bytes) {
        return PictureFault{
            "it is larger than 512 kB",
            "Save it smaller: 1200 dots across are enough, and many read on a slow line."};
    }
    const auto said = kind_by_ending(path);
    const auto found = kind_by_content(content);
    if (said && found == said) return std::nullopt;
    const std::string name(said ? format_name(*said) : "");
    if (!found) {
        return PictureFault{
            "its ending says " + name + ", but inside is no picture that I know",
            "Save it anew as PNG, JPEG or WebP."};
    }
    return PictureFault{
        "its ending says " + name + ", but inside is a " + std::string(format_name(*found)) +
            " picture",
        "Let its name end in " + std::string(usual_ending(*found)) + "."};
}

}  // namespace attune::dialog
