#include <algorithm>
#include <utility>

#include "engine/stored_parts.h"

namespace attune::engine {

namespace {

void write_variables(BinaryWriter& out, const dialog::Dialog& dialog, const Frame& frame) {
    const auto is_written = [&](std::size_t slot) {
        return !dialog.variables[slot].is_loop && dialog::is_known(frame.variables[slot]);
    };
    std::size_t count = 0;
    for (std::size_t slot = 0; slot < frame.variables.size(); ++slot) count += is_written(slot);
    out.number(count);
    for (std::size_t slot = 0; slot < frame.variables.size(); ++slot) {
        if (!is_written(slot)) continue;
        out.bytes(dialog.variables[slot].name);
        write_value(out, frame.variables[slot]);
    }
}

// The loops that stand around an operation, outermost first, are those of the frame.
bool loops_fit(const dialog::Dialog& dialog, const Frame& frame, dialog::OpIndex op) {
    std::size_t around = 0;
    for (const dialog::Loop& loop : dialog.loops) {
        around += loop.scene == frame.scene && loop.body <= op && op < loop.after;
    }
    if (around != frame.loops.size()) return false;
    dialog::OpIndex outer = 0;
    for (const LoopCount& count : frame.loops) {
        const dialog::Loop& loop = dialog.loops[count.loop];
        if (loop.scene != frame.scene || op < loop.body || op >= loop.after) return false;
        if (loop.body <= outer) return false;
        outer = loop.body;
    }
    return true;
}

bool frame_fits(const dialog::Dialog& dialog, const Frame& frame) {
    for (const LoopCount& loop : frame.loops) {
        if (loop.round < 1) throw BinaryError("a loop without a round");
    }
    switch (frame.at) {
        case At::start:
            throw BinaryError("a frame that stands nowhere");
        case At::question:
            return loops_fit(dialog, frame, dialog.questions[frame.place].op);
        case At::visit:
            return loops_fit(dialog, frame, dialog.visits[frame.place].op);
    }
    return false;
}

// A frame above a visit is the dialog that is visited.
bool stands_on(const State& state, std::size_t i) {
    const Frame& frame = state.frames[i];
    if (i == 0) return frame.why == Why::main;
    const Frame& below = state.frames[i - 1];
    if (frame.why == Why::interrupt) return below.at == At::question;
    if (frame.why != Why::visit || below.at != At::visit) return false;
    const dialog::Visit& visit = state.edition->dialogs[below.dialog].visits[below.place];
    return frame.dialog == (visit.to_dialog ? visit.target_dialog : below.dialog);
}

void set_rounds(State& state) {
    for (Frame& frame : state.frames) {
        const auto& variables = state.edition->dialogs[frame.dialog].variables;
        for (std::size_t slot = 0; slot < frame.variables.size(); ++slot) {
            if (variables[slot].is_loop) frame.variables[slot] = dialog::Unknown{};
        }
    }
    for (std::size_t i = 0; i < state.frames.size(); ++i) {
        const dialog::Dialog& dialog = state.edition->dialogs[state.frames[i].dialog];
        Frame& owner = state.frames[owner_of_variables(state, i)];
        for (const LoopCount& loop : state.frames[i].loops) {
            const std::size_t slot = dialog.loops[loop.loop].variable.slot;
            owner.variables.at(slot) = Decimal::whole(loop.round);
        }
    }
}

}  // namespace

void write_frame(BinaryWriter& out, const State& state, std::size_t i) {
    const Frame& frame = state.frames[i];
    const dialog::Dialog& dialog = state.edition->dialogs[frame.dialog];
    out.bytes(dialog.name);
    out.byte(static_cast<std::uint8_t>(frame.why));
    out.bytes(dialog.scenes[frame.scene].name);
    write_place(out, dialog, frame);
    out.number(static_cast<std::uint64_t>(frame.asked));
    out.number(static_cast<std::uint64_t>(frame.tries));
    write_loops(out, dialog, frame);
    if (owner_of_variables(state, i) == i) write_variables(out, dialog, frame);
}

bool read_variables(BinaryReader& in, const dialog::Dialog& dialog, Frame& owner) {
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        const auto found = dialog.variable_by_name.find(std::string(in.bytes()));
        if (found == dialog.variable_by_name.end()) return false;
        dialog::Value value = read_value(in);
        if (!fits(value, dialog.variables[found->second])) return false;
        if (found->second >= owner.variables.size()) throw BinaryError("a variable too many");
        owner.variables[found->second] = std::move(value);
    }
    return true;
}

bool read_frame(BinaryReader& in, State& state) {
    if (state.frames.size() > dialog::max_visit_depth) throw BinaryError("too many frames");
    const auto index = find_dialog(*state.edition, in.bytes());
    if (!index) return false;
    const dialog::Dialog& dialog = state.edition->dialogs[*index];

    Frame frame;
    frame.dialog = *index;
    const std::uint8_t why = in.byte();
    if (why > static_cast<std::uint8_t>(Why::interrupt)) throw BinaryError("no reason of a frame");
    frame.why = static_cast<Why>(why);
    const auto scene = find_scene(dialog, in.bytes());
    if (!scene) return false;
    frame.scene = *scene;
    if (!read_place(in, dialog, frame)) return false;
    frame.asked = read_seq(in);
    frame.tries = read_int(in);
    if (!read_loops(in, dialog, frame)) return false;

    state.frames.push_back(std::move(frame));
    const std::size_t i = state.frames.size() - 1;
    if (owner_of_variables(state, i) != i) return true;
    state.frames[i].variables.resize(dialog.variables.size());
    return read_variables(in, dialog, state.frames[i]);
}

bool settle(State& state) {
    for (std::size_t i = 0; i < state.frames.size(); ++i) {
        const Frame& frame = state.frames[i];
        if (!stands_on(state, i)) return false;
        if (!frame_fits(state.edition->dialogs[frame.dialog], frame)) return false;
    }
    if (!state.ended() && state.frames.back().at != At::question) {
        throw BinaryError("a conversation that does not rest");
    }
    set_rounds(state);
    return true;
}

}  // namespace attune::engine
