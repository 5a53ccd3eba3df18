// Where a conversation stands. In memory it names places of one edition by index; its stored form
// (stored.h) holds names only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "dialog/edition.h"
#include "dialog/value.h"

namespace attune::engine {

enum class Why : std::uint8_t { main = 0, visit = 1, interrupt = 2 };

struct LoopCount {
    dialog::LoopIndex loop = 0;
    int round = 0;

    bool operator==(const LoopCount&) const = default;
};

// At a resting place (a question), in a visit that waits for its target, or nowhere yet.
enum class At : std::uint8_t { start = 0, question = 1, visit = 2 };

struct Frame {
    dialog::DialogIndex dialog = 0;
    dialog::SceneIndex scene = 0;
    At at = At::start;
    std::uint16_t place = 0;  // question or visit index, by `at`
    Why why = Why::main;
    Seq asked = 0;                         // the open question's number
    int tries = 0;                         // rungs of the unclear ladder used
    std::vector<LoopCount> loops;          // outermost first
    std::vector<dialog::Value> variables;  // by slot; empty in a frame that shares those of the
                                           // frame below it (a visit to a scene of the same dialog)

    bool operator==(const Frame&) const = default;
};

struct Visits {
    dialog::DialogIndex dialog = 0;
    dialog::SceneIndex scene = 0;
    int count = 0;

    bool operator==(const Visits&) const = default;
};

// The question answered last: a double tap is compared with it, a late line is added to it.
struct Answered {
    Seq asked = 0;        // its number; 0: nothing was answered yet
    dialog::Value value;  // but for her words; unknown where it was skipped
    bool takes_more =
        false;  // it was words, and a late line may still be added; then these say where:
    dialog::DialogIndex dialog = 0;
    dialog::QuestionIndex question = 0;
    bool kept = false;  // an entry that is just this answer went into the journal

    bool operator==(const Answered&) const = default;
};

// What of an answer is held beside its variable: nothing that she wrote herself.
dialog::Value without_words(dialog::Value value);

// A conversation: one is open for each person. No frames: it has ended (or never began).
struct State {
    dialog::EditionPtr edition;  // pinned
    std::uint64_t seed = 0;
    std::string dialog;          // the one that is open, or the one that ended last
    std::string language;        // in which it is held; empty: the author's own
    std::vector<Frame> frames;   // main first, the one that runs last
    std::vector<Visits> visits;  // entries into scenes, sorted by (dialog, scene)
    Answered answered;

    bool ended() const { return frames.empty(); }
};

// The values compare; the edition is compared by its hash.
bool operator==(const State& a, const State& b);

// The frame that holds the variables of frame `i`: itself, or one below (a scene of the same dialog
// visited from there shares them).
std::size_t owner_of_variables(const State& state, std::size_t i);

// The edition as the conversation hears it: its texts, labels and words in its language. Places,
// variables and options are those of `state.edition`. Needs an edition.
inline const dialog::Edition& spoken(const State& state) {
    return state.edition->in(state.language);
}

// From here on in the language of the dialog's translations that suits `wanted` best (BCP 47), or
// in the author's own. Needs an edition.
void speak(State& state, std::string_view wanted);

// The open question in the language of the conversation, or nothing.
const dialog::Question* open_question(const State& state);

// True for a question that any words answer; a late line may be added to those.
inline bool takes_words(const dialog::Question& question) {
    return question.kind == AnswerKind::text || question.kind == AnswerKind::long_text;
}

// "get real / heat", "ended": for logs of programs, `place` columns and tests.
std::string place_of(const State& state);

}  // namespace attune::engine
