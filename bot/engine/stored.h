// The stored form of a state: binary, versioned, names only, so that an edited dialog can still
// read it; and the change that one turn made to it.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "engine/state.h"

namespace attune::engine {

// The first byte is the version of the form.
Bytes encode(const State& state);

// Nothing if a name does not resolve in the edition (the state belongs to another one). Throws
// BinaryError for bytes that no encode made, or a newer version of the form.
std::optional<State> decode(BytesView stored, dialog::EditionPtr edition);

// What a turn changed: apply_change(before, encode_change(before, after)) == after. Where the
// edition or the dialog changed it holds the whole. Frames and place, and the variables that
// differ.
Bytes encode_change(const State& before, const State& after);
std::optional<State> apply_change(State before, BytesView change, dialog::EditionPtr edition);

// The JSON view for people (`attune show`), indented.
std::string to_json(const State& state);

}  // namespace attune::engine
