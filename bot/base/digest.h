// The hash that names content: equal bytes, equal name, on every machine and for ever.
#pragma once

#include <string>

#include "base/bytes.h"

namespace attune {

// BLAKE2b of 32 bytes, as 64 hex digits.
std::string content_hash(BytesView content);

}  // namespace attune
