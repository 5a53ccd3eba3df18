#include "base/digest.h"

#include <sodium.h>

#include <array>

namespace attune {

std::string content_hash(BytesView content) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(content.data()),
        content.size(),
        nullptr,
        0);
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : hash) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace attune
