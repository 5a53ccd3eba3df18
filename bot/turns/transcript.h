// The stored form of the messages of a turn: binary, its first byte is its version.
#pragma once

#include <vector>

#include "base/bytes.h"
#include "base/message.h"

namespace attune::turns {

Bytes encode_transcript(const std::vector<Message>& messages);

// Throws BinaryError for bytes that no encode made, or a newer version.
std::vector<Message> decode_transcript(BytesView stored);

}  // namespace attune::turns
