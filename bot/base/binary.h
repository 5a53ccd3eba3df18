// Writing and reading small binary forms: variable-length whole numbers and counted bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>

#include "base/bytes.h"

namespace attune {

// Appends to the bytes it is given.
class BinaryWriter {
public:
    explicit BinaryWriter(Bytes& out) : out_(out) {}

    void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
    void number(std::uint64_t value);        // LEB128: 1 byte below 128
    void signed_number(std::int64_t value);  // zigzag, then as number
    void bytes(BytesView value);             // length, then the bytes
    void boolean(bool value) { byte(value ? 1 : 0); }

private:
    Bytes& out_;
};

// Thrown by BinaryReader: the bytes are not what their writer made.
struct BinaryError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Reads from bytes that outlive it. Never reads past their end: throws BinaryError instead.
class BinaryReader {
public:
    explicit BinaryReader(BytesView in) : in_(in) {}

    std::uint8_t byte();
    std::uint64_t number();
    std::int64_t signed_number();
    BytesView bytes();  // a view into the input
    bool boolean();
    // A count of things that need at least one byte each: refused if more than what is left.
    std::size_t count();
    bool at_end() const { return in_.empty(); }

private:
    BytesView in_;
};

}  // namespace attune
