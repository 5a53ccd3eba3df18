// Pieces of the stored form that the whole and the change share. Names, never positions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/binary.h"
#include "engine/state.h"

namespace attune::engine {

// 1: without the language. 2: with it.
constexpr std::uint8_t stored_version = 2;

// Throws BinaryError for a newer version than ours.
std::uint8_t read_version(BinaryReader& in);

int read_int(BinaryReader& in);  // a number that fits an int
Seq read_seq(BinaryReader& in);

void write_value(BinaryWriter& out, const dialog::Value& value);
dialog::Value read_value(BinaryReader& in);

// Unknown fits everywhere.
bool fits(const dialog::Value& value, const dialog::Variable& variable);

// Places of an edition by their names; nothing where there is none of that name.
std::optional<dialog::DialogIndex> find_dialog(const dialog::Edition& edition, BytesView name);
std::optional<dialog::SceneIndex> find_scene(const dialog::Dialog& dialog, BytesView name);
std::optional<dialog::PlaceRef> find_place(
    const dialog::Dialog& dialog, dialog::SceneIndex scene, BytesView name);

// A frame's place: `at` and the name of the question or visit.
void write_place(BinaryWriter& out, const dialog::Dialog& dialog, const Frame& frame);
// Here and below: false if a name does not resolve in the edition. Needs dialog and scene set.
bool read_place(BinaryReader& in, const dialog::Dialog& dialog, Frame& frame);

void write_loops(BinaryWriter& out, const dialog::Dialog& dialog, const Frame& frame);
bool read_loops(BinaryReader& in, const dialog::Dialog& dialog, Frame& frame);

// Names and values, each at most once, into the frame that holds the variables.
bool read_variables(BinaryReader& in, const dialog::Dialog& dialog, Frame& owner);

void write_frame(BinaryWriter& out, const State& state, std::size_t i);
// Appends the frame to the state's.
bool read_frame(BinaryReader& in, State& state);

void write_answered(BinaryWriter& out, const State& state);
// An answer whose question is gone only takes no late line any more.
void read_answered(BinaryReader& in, State& state);

// Entries into scenes, by dialog. Scenes that are gone are dropped.
void write_visits(BinaryWriter& out, const State& state);
void read_visits(BinaryReader& in, State& state);

// Sets the rounds' numbers among the variables from the loops, and looks at what no encode makes:
// false if the frames do not belong to the edition; throws BinaryError if they cannot stand so.
bool settle(State& state);

}  // namespace attune::engine
