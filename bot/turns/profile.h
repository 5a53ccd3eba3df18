// The person beside her conversation: what her page says of itself, and the stored form of it.
#pragma once

#include "base/bytes.h"
#include "base/turn_request.h"
#include "engine/engine.h"

namespace attune::turns {

// What the page said now counts; what it left out, or what is no language tag and no zone, stays.
engine::Profile with_manners(engine::Profile profile, const Manners& manners);

// With room for the variables of both editions. Their values are unknown as long as nothing asks.
engine::Profile fitted(
    engine::Profile profile, const dialog::EditionPtr& pinned, const dialog::EditionPtr& live);

// Equal as far as the stored form goes.
bool kept_alike(const engine::Profile& a, const engine::Profile& b);

// The first byte is the version of the form. decode throws BinaryError for bytes that no encode
// made.
Bytes encode_profile(const engine::Profile& profile);
engine::Profile decode_profile(BytesView stored);

}  // namespace attune::turns
