#include "engine/state.h"

namespace attune::engine {

namespace {

std::string_view hash_of(const State& state) {
    return state.edition ? std::string_view(state.edition->hash) : std::string_view();
}

}  // namespace

dialog::Value without_words(dialog::Value value) {
    if (std::holds_alternative<dialog::Words>(value)) return dialog::Unknown{};
    if (auto* set = std::get_if<dialog::OptionSet>(&value)) set->own.clear();
    return value;
}

bool operator==(const State& a, const State& b) {
    return hash_of(a) == hash_of(b) && a.seed == b.seed && a.dialog == b.dialog &&
           a.language == b.language && a.frames == b.frames && a.visits == b.visits &&
           a.answered == b.answered;
}

std::size_t owner_of_variables(const State& state, std::size_t i) {
    while (i > 0 && state.frames[i].why == Why::visit &&
           state.frames[i].dialog == state.frames[i - 1].dialog) {
        --i;
    }
    return i;
}

void speak(State& state, std::string_view wanted) {
    const auto dialog = state.edition->dialog_by_name.find(state.dialog);
    if (dialog == state.edition->dialog_by_name.end()) return state.language.clear();
    state.language = state.edition->language_for(dialog->second, wanted);
}

const dialog::Question* open_question(const State& state) {
    if (state.ended() || state.frames.back().at != At::question) return nullptr;
    const Frame& top = state.frames.back();
    return &spoken(state).dialogs[top.dialog].questions[top.place];
}

std::string place_of(const State& state) {
    if (state.ended()) return "ended";
    const Frame& top = state.frames.back();
    const dialog::Dialog& dialog = state.edition->dialogs[top.dialog];
    const std::string& scene = dialog.scenes[top.scene].name;
    const dialog::Question* question = open_question(state);
    return question ? scene + " / " + question->name : scene;
}

}  // namespace attune::engine
