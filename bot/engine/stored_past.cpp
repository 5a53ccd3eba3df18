// What lies behind a conversation: scenes entered, and the answer given last.
#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/stored_parts.h"

namespace attune::engine {

namespace {

bool before(const Visits& a, const Visits& b) {
    return std::tie(a.dialog, a.scene) < std::tie(b.dialog, b.scene);
}

bool same_place(const Visits& a, const Visits& b) {
    return !before(a, b) && !before(b, a);
}

enum Flags : std::uint8_t { has_value = 1, takes_more = 2, kept = 4 };

// Where a late line goes; nothing if that question is gone.
std::optional<std::pair<dialog::DialogIndex, dialog::QuestionIndex>> read_question(
    BinaryReader& in, const dialog::Edition& edition) {
    const BytesView dialog_name = in.bytes();
    const BytesView scene_name = in.bytes();
    const BytesView name = in.bytes();
    const auto dialog = find_dialog(edition, dialog_name);
    if (!dialog) return std::nullopt;
    const auto scene = find_scene(edition.dialogs[*dialog], scene_name);
    if (!scene) return std::nullopt;
    const auto place = find_place(edition.dialogs[*dialog], *scene, name);
    if (!place || place->is_visit) return std::nullopt;
    const auto& question = edition.dialogs[*dialog].questions[place->index];
    if (question.variable.of_person || !takes_words(question)) return std::nullopt;
    return std::pair(*dialog, place->index);
}

}  // namespace

void write_visits(BinaryWriter& out, const State& state) {
    const auto& visits = state.visits;
    const auto end_of_dialog = [&](std::size_t first) {
        std::size_t end = first;
        while (end < visits.size() && visits[end].dialog == visits[first].dialog) ++end;
        return end;
    };
    std::size_t dialogs = 0;
    for (std::size_t i = 0; i < visits.size(); i = end_of_dialog(i)) ++dialogs;
    out.number(dialogs);
    for (std::size_t i = 0; i < visits.size();) {
        const dialog::Dialog& dialog = state.edition->dialogs[visits[i].dialog];
        const std::size_t end = end_of_dialog(i);
        out.bytes(dialog.name);
        out.number(end - i);
        for (; i < end; ++i) {
            out.bytes(dialog.scenes[visits[i].scene].name);
            out.number(static_cast<std::uint64_t>(visits[i].count));
        }
    }
}

void read_visits(BinaryReader& in, State& state) {
    const std::size_t dialogs = in.count();
    for (std::size_t i = 0; i < dialogs; ++i) {
        const auto dialog = find_dialog(*state.edition, in.bytes());
        const std::size_t scenes = in.count();
        for (std::size_t j = 0; j < scenes; ++j) {
            const BytesView name = in.bytes();
            const int count = read_int(in);
            if (!dialog) continue;
            const auto scene = find_scene(state.edition->dialogs[*dialog], name);
            if (scene) state.visits.push_back(Visits{*dialog, *scene, count});
        }
    }
    auto& visits = state.visits;
    std::sort(visits.begin(), visits.end(), before);
    if (std::adjacent_find(visits.begin(), visits.end(), same_place) != visits.end()) {
        throw BinaryError("a scene is counted twice");
    }
}

void write_answered(BinaryWriter& out, const State& state) {
    const Answered& answered = state.answered;
    out.number(static_cast<std::uint64_t>(answered.asked));
    unsigned flags = 0;
    if (dialog::is_known(answered.value)) flags |= has_value;
    if (answered.takes_more) flags |= takes_more;
    if (answered.kept) flags |= kept;
    out.byte(static_cast<std::uint8_t>(flags));
    if (dialog::is_known(answered.value)) write_value(out, answered.value);
    if (!answered.takes_more) return;
    const dialog::Dialog& dialog = state.edition->dialogs[answered.dialog];
    const dialog::Question& question = dialog.questions[answered.question];
    out.bytes(dialog.name);
    out.bytes(dialog.scenes[question.scene].name);
    out.bytes(question.name);
}

void read_answered(BinaryReader& in, State& state) {
    Answered answered;
    answered.asked = read_seq(in);
    const unsigned flags = in.byte();
    if (flags > (has_value | takes_more | kept)) throw BinaryError("no form of an answer");
    if ((flags & has_value) != 0) answered.value = read_value(in);
    if ((flags & takes_more) != 0) {
        if (const auto question = read_question(in, *state.edition)) {
            answered.takes_more = true;
            answered.kept = (flags & kept) != 0;
            std::tie(answered.dialog, answered.question) = *question;
        }
    }
    state.answered = std::move(answered);
}

}  // namespace attune::engine
