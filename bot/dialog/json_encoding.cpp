// Files saved in another encoding than UTF-8.
#include <fmt/format.h>

#include <algorithm>

#include "dialog/json_token_faults.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

// What the byte would be in a file of an older Windows: the sign people can look for.
std::string latin_sign(unsigned char byte) {
    switch (byte) {
        case 0x80:
            return "€";
        case 0x85:
            return "…";
        case 0x91:
            return "‘";
        case 0x92:
            return "’";
        case 0x93:
            return "“";
        case 0x94:
            return "”";
        case 0x96:
            return "–";
        case 0x97:
            return "—";
        default:
            break;
    }
    if (byte < 0xA1) return {};
    std::string sign = byte < 0xC0 ? "\xC2" : "\xC3";
    sign += static_cast<char>(byte < 0xC0 ? byte : byte - 0x40);
    return sign;
}

}  // namespace

std::optional<JsonFault> find_encoding_fault(std::string_view content) {
    const bool wide = content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF");
    const std::size_t zero = content.find('\0');
    const std::size_t good = words::utf8_prefix(content);
    if (wide || zero < 2) return JsonFault{.number = "A131", .whole_file = true};
    if (good == content.size() && zero == std::string_view::npos) return std::nullopt;
    const std::size_t at = std::min(good, zero);
    const auto byte = static_cast<unsigned char>(content[at]);
    const std::string sign = latin_sign(byte);
    const std::string meant = sign.empty() ? "" : fmt::format("; it may be meant as “{}”", sign);
    return fault_at("A106", at, 1, {at + 1, fmt::format("{:02X}", byte), meant});
}

}  // namespace attune::dialog
