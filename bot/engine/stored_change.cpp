// A change, after its version byte: 0 and the whole state; or 1, then
//   how many frames there are now, and of each: flags, and what they name
//   the scenes that were entered: frame number + 1 for the dialog, or 0 and its name; scene; count
//   the answer: as it was, that of the question that was open, or a whole one
#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/stored.h"
#include "engine/stored_parts.h"

namespace attune::engine {

namespace {

enum Form : std::uint8_t { whole = 0, parts = 1 };

// What differs in a frame.
enum FrameFlags : std::uint8_t {
    scene_moved = 1,
    place_moved = 2,
    new_number = 4,
    other_tries = 8,
    other_loops = 16,
    other_values = 32,
    new_frame = 128,  // all of it
};

enum AnswerForms : std::uint8_t {
    as_it_was = 0,
    whole_answer = 1,
    of_open_question = 2,  // with the value its variable has now; two more bits for words:
    still_takes_more = 4,
    was_kept = 8,
};

bool is_same_frame(const State& before, const State& after, std::size_t i) {
    if (i >= before.frames.size()) return false;
    const Frame& a = before.frames[i];
    const Frame& b = after.frames[i];
    return a.dialog == b.dialog && a.why == b.why && a.variables.size() == b.variables.size();
}

std::vector<std::size_t> differing_slots(
    const dialog::Dialog& dialog, const Frame& a, const Frame& b) {
    std::vector<std::size_t> slots;
    for (std::size_t slot = 0; slot < b.variables.size(); ++slot) {
        const bool differs = !(a.variables[slot] == b.variables[slot]);
        if (differs && !dialog.variables[slot].is_loop) slots.push_back(slot);
    }
    return slots;
}

void write_frame_change(BinaryWriter& out, const State& before, const State& after, std::size_t i) {
    if (!is_same_frame(before, after, i)) {
        out.byte(new_frame);
        return write_frame(out, after, i);
    }
    const Frame& a = before.frames[i];
    const Frame& b = after.frames[i];
    const dialog::Dialog& dialog = after.edition->dialogs[b.dialog];
    const auto slots = differing_slots(dialog, a, b);
    unsigned flags = 0;
    if (a.scene != b.scene) flags |= scene_moved;
    if (std::tie(a.scene, a.at, a.place) != std::tie(b.scene, b.at, b.place)) flags |= place_moved;
    if (a.asked != b.asked) flags |= new_number;
    if (a.tries != b.tries) flags |= other_tries;
    if (a.loops != b.loops) flags |= other_loops;
    if (!slots.empty()) flags |= other_values;

    out.byte(static_cast<std::uint8_t>(flags));
    if ((flags & scene_moved) != 0) out.bytes(dialog.scenes[b.scene].name);
    if ((flags & place_moved) != 0) write_place(out, dialog, b);
    if ((flags & new_number) != 0) out.number(static_cast<std::uint64_t>(b.asked));
    if ((flags & other_tries) != 0) out.number(static_cast<std::uint64_t>(b.tries));
    if ((flags & other_loops) != 0) write_loops(out, dialog, b);
    if (slots.empty()) return;
    out.number(slots.size());
    for (const std::size_t slot : slots) {
        out.bytes(dialog.variables[slot].name);
        write_value(out, b.variables[slot]);
    }
}

// The frame on top is the one that is changed; those above it were taken off before.
bool read_frame_change(BinaryReader& in, State& state, std::size_t i) {
    const unsigned flags = in.byte();
    if (flags == new_frame) {
        state.frames.resize(i);
        return read_frame(in, state);
    }
    if (flags >= new_frame) throw BinaryError("no change of a frame");
    if (i >= state.frames.size()) throw BinaryError("a change of a frame that is not there");
    Frame& frame = state.frames[i];
    const dialog::Dialog& dialog = state.edition->dialogs[frame.dialog];
    if ((flags & scene_moved) != 0) {
        const auto scene = find_scene(dialog, in.bytes());
        if (!scene) return false;
        frame.scene = *scene;
    }
    if ((flags & place_moved) != 0 && !read_place(in, dialog, frame)) return false;
    if ((flags & new_number) != 0) frame.asked = read_seq(in);
    if ((flags & other_tries) != 0) frame.tries = read_int(in);
    if ((flags & other_loops) != 0 && !read_loops(in, dialog, frame)) return false;
    if ((flags & other_values) == 0) return true;
    return read_variables(in, dialog, frame);
}

const Visits* find_visits(const State& state, const Visits& place) {
    for (const Visits& one : state.visits) {
        if (one.dialog == place.dialog && one.scene == place.scene) return &one;
    }
    return nullptr;
}

bool all_visits_stay(const State& before, const State& after) {
    return std::all_of(before.visits.begin(), before.visits.end(), [&](const Visits& one) {
        return find_visits(after, one) != nullptr;
    });
}

void write_visit_changes(BinaryWriter& out, const State& before, const State& after) {
    const auto is_news = [&](const Visits& one) {
        const Visits* old = find_visits(before, one);
        return old == nullptr || old->count != one.count;
    };
    const auto& visits = after.visits;
    out.number(static_cast<std::uint64_t>(std::count_if(visits.begin(), visits.end(), is_news)));
    for (const Visits& one : visits) {
        if (!is_news(one)) continue;
        const auto frame =
            std::find_if(after.frames.begin(), after.frames.end(), [&](const Frame& any) {
                return any.dialog == one.dialog;
            });
        const dialog::Dialog& dialog = after.edition->dialogs[one.dialog];
        const bool named = frame == after.frames.end();
        out.number(named ? 0 : static_cast<std::uint64_t>(frame - after.frames.begin()) + 1);
        if (named) out.bytes(dialog.name);
        out.bytes(dialog.scenes[one.scene].name);
        out.number(static_cast<std::uint64_t>(one.count));
    }
}

std::optional<dialog::DialogIndex> read_dialog_of_visit(BinaryReader& in, const State& state) {
    const std::uint64_t frame = in.number();
    if (frame == 0) return find_dialog(*state.edition, in.bytes());
    if (frame > state.frames.size()) throw BinaryError("a visit of a frame that is not there");
    return state.frames[frame - 1].dialog;
}

bool read_visit_changes(BinaryReader& in, State& state) {
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        const auto dialog = read_dialog_of_visit(in, state);
        if (!dialog) return false;
        const auto scene = find_scene(state.edition->dialogs[*dialog], in.bytes());
        if (!scene) return false;
        const Visits entry{*dialog, *scene, read_int(in)};
        auto& visits = state.visits;
        const auto at = std::find_if(visits.begin(), visits.end(), [&](const Visits& one) {
            return std::tie(one.dialog, one.scene) >= std::tie(entry.dialog, entry.scene);
        });
        const bool there = at != visits.end() && at->dialog == *dialog && at->scene == *scene;
        if (there) {
            at->count = entry.count;
        } else {
            visits.insert(at, entry);
        }
    }
    return true;
}

// The answer to the question that was open, as its variable holds it after the turn.
struct OpenQuestion {
    std::size_t frame = 0;
    Seq asked = 0;
    dialog::DialogIndex dialog = 0;
    dialog::QuestionIndex index = 0;

    static std::optional<OpenQuestion> of(const State& state) {
        if (!open_question(state)) return std::nullopt;
        const Frame& top = state.frames.back();
        return OpenQuestion{state.frames.size() - 1, top.asked, top.dialog, top.place};
    }

    Answered answer(const State& after, bool takes_more, bool kept) const {
        Answered answered;
        answered.asked = asked;
        if (takes_more) {
            answered.takes_more = true;
            answered.kept = kept;
            answered.dialog = dialog;
            answered.question = index;
            return answered;
        }
        const auto& question = after.edition->dialogs[dialog].questions[index];
        if (frame >= after.frames.size() || after.frames[frame].dialog != dialog) return answered;
        if (question.variable.of_person) return answered;
        const Frame& owner = after.frames[owner_of_variables(after, frame)];
        answered.value = without_words(owner.variables.at(question.variable.slot));
        return answered;
    }
};

void write_answer_change(BinaryWriter& out, const State& before, const State& after) {
    if (before.answered == after.answered) return out.byte(as_it_was);
    const bool more = after.answered.takes_more;
    const bool kept = after.answered.kept;
    const auto open = OpenQuestion::of(before);
    if (open && open->answer(after, more, kept) == after.answered) {
        unsigned form = of_open_question;
        if (more) form |= still_takes_more;
        if (kept) form |= was_kept;
        return out.byte(static_cast<std::uint8_t>(form));
    }
    out.byte(whole_answer);
    write_answered(out, after);
}

void read_answer_change(BinaryReader& in, const std::optional<OpenQuestion>& open, State& state) {
    const unsigned form = in.byte();
    if (form == as_it_was) return;
    if (form == whole_answer) return read_answered(in, state);
    const bool known =
        (form & of_open_question) != 0 && form <= (of_open_question | still_takes_more | was_kept);
    if (!known || !open) throw BinaryError("no change of an answer");
    const bool more = (form & still_takes_more) != 0;
    if (more) {
        const dialog::Dialog& dialog = state.edition->dialogs[open->dialog];
        const dialog::Question& question = dialog.questions[open->index];
        if (question.variable.of_person || !takes_words(question))
            throw BinaryError("an answer without words takes a late line");
    }
    state.answered = open->answer(state, more, (form & was_kept) != 0);
}

bool can_be_parts(const State& before, const State& after) {
    return before.edition && after.edition && before.edition->hash == after.edition->hash &&
           before.seed == after.seed && before.dialog == after.dialog &&
           before.language == after.language && !after.ended() && !before.ended() &&
           all_visits_stay(before, after);
}

}  // namespace

Bytes encode_change(const State& before, const State& after) {
    Bytes bytes;
    bytes.reserve(128);
    BinaryWriter out(bytes);
    out.byte(stored_version);
    if (!can_be_parts(before, after)) {
        out.byte(whole);
        return bytes + encode(after);
    }
    out.byte(parts);
    out.number(after.frames.size());
    std::size_t i = 0;
    for (; i < after.frames.size() && is_same_frame(before, after, i); ++i) {
        write_frame_change(out, before, after, i);
    }
    for (; i < after.frames.size(); ++i) {  // a new frame, and all that stand upon it
        out.byte(new_frame);
        write_frame(out, after, i);
    }
    write_visit_changes(out, before, after);
    write_answer_change(out, before, after);
    return bytes;
}

std::optional<State> apply_change(State before, BytesView change, dialog::EditionPtr edition) {
    BinaryReader in(change);
    read_version(in);
    const std::uint8_t form = in.byte();
    if (form == whole) return decode(change.substr(2), std::move(edition));
    if (form != parts) throw BinaryError("no form of change");
    if (!before.edition || before.edition->hash != edition->hash) return std::nullopt;

    const auto open = OpenQuestion::of(before);
    State state = std::move(before);
    const std::size_t frames = in.count();
    if (frames == 0) throw BinaryError("a change to no frames");
    if (frames < state.frames.size()) state.frames.resize(frames);
    for (std::size_t i = 0; i < frames; ++i) {
        if (!read_frame_change(in, state, i)) return std::nullopt;
    }
    if (!read_visit_changes(in, state)) return std::nullopt;
    read_answer_change(in, open, state);
    if (!in.at_end()) throw BinaryError("more than a change");
    if (!settle(state)) return std::nullopt;
    return state;
}

}  // namespace attune::engine
