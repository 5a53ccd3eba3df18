#include "engine/stored.h"

#include <utility>

#include "engine/stored_parts.h"

namespace attune::engine {

Bytes encode(const State& state) {
    Bytes bytes;
    bytes.reserve(512);
    BinaryWriter out(bytes);
    out.byte(stored_version);
    out.number(state.seed);
    out.bytes(state.dialog);
    out.bytes(state.language);
    out.number(state.frames.size());
    for (std::size_t i = 0; i < state.frames.size(); ++i) write_frame(out, state, i);
    write_visits(out, state);
    write_answered(out, state);
    return bytes;
}

std::optional<State> decode(BytesView stored, dialog::EditionPtr edition) {
    BinaryReader in(stored);
    const std::uint8_t version = read_version(in);
    State state;
    state.edition = std::move(edition);
    state.seed = in.number();
    state.dialog = in.bytes();
    if (version >= 2) state.language = in.bytes();
    const std::size_t frames = in.count();
    for (std::size_t i = 0; i < frames; ++i) {
        if (!read_frame(in, state)) return std::nullopt;
    }
    read_visits(in, state);
    read_answered(in, state);
    if (!in.at_end()) throw BinaryError("more than a state");
    if (!settle(state)) return std::nullopt;
    return state;
}

}  // namespace attune::engine
