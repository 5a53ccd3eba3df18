#include "base/binary.h"

namespace attune {

void BinaryWriter::number(std::uint64_t value) {
    while (value >= 128) {
        byte(static_cast<std::uint8_t>(value) | 128U);
        value >>= 7U;
    }
    byte(static_cast<std::uint8_t>(value));
}

void BinaryWriter::signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void BinaryWriter::bytes(BytesView value) {
    number(value.size());
    out_.append(value);
}

std::uint8_t BinaryReader::byte() {
    if (in_.empty()) throw BinaryError("ends too early");
    const auto value = static_cast<std::uint8_t>(in_.front());
    in_.remove_prefix(1);
    return value;
}

std::uint64_t BinaryReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::uint8_t next = byte();
        if (shift == 63 && next > 1) break;
        value |= static_cast<std::uint64_t>(next & 127U) << shift;
        if (next < 128) return value;
    }
    throw BinaryError("a number is too long");
}

std::int64_t BinaryReader::signed_number() {
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

BytesView BinaryReader::bytes() {
    const std::uint64_t size = number();
    if (size > in_.size()) throw BinaryError("ends too early");
    const BytesView value = in_.substr(0, size);
    in_.remove_prefix(size);
    return value;
}

bool BinaryReader::boolean() {
    const std::uint8_t value = byte();
    if (value > 1) throw BinaryError("neither true nor false");
    return value == 1;
}

std::size_t BinaryReader::count() {
    const std::uint64_t value = number();
    if (value > in_.size()) throw BinaryError("a count is larger than what follows");
    return value;
}

}  // namespace attune
