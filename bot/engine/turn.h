// One turn while it runs: the state that moves, and what was said and done so far.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dialog/scope.h"
#include "engine/engine.h"

namespace attune::engine {

struct Turn {
    Turn(
        const dialog::EditionPtr& live_edition,
        State before,
        const Profile& person,
        Seq last_seq,
        Moment moment);

    const dialog::EditionPtr& live;
    State state;
    const Profile& profile;
    Seq last;  // the newest seq before this turn
    Moment now;

    std::vector<Message> messages;
    std::vector<Effect> effects;
    std::vector<Entered> entered;
    Reading reading;
    std::optional<PauseHint> pause;  // waits for the next message
    int steps = 0;
    int said = 0;  // messages of ours

    // Where it stands. These need a frame.
    Frame& top() { return state.frames.back(); }
    const Frame& top() const { return state.frames.back(); }
    // In the language of the conversation.
    const dialog::Edition& edition() const { return spoken(state); }
    const dialog::Dialog& dialog() const { return edition().dialogs[top().dialog]; }
    const dialog::Scene& scene() const { return dialog().scenes[top().scene]; }

    // What texts and expressions of the top frame see; valid until the next assignment or move.
    dialog::Scope scope() const;
    int visits_of(const Frame& frame) const;

    // Writes a variable of frame `i`. Variables of the person stay as they are: nothing keeps them
    // yet. Words that are overwritten take no late line any more.
    void assign(std::size_t i, dialog::VariableRef variable, dialog::Value value);

    // Appends a message of ours. Throws std::logic_error past the limit of a turn.
    Message& say(std::string text, std::string_view language);
    // Appends a message of hers.
    void hear(std::string text, Seq to, const std::string& input_id);
    Seq next_seq() const { return last + 1 + static_cast<Seq>(messages.size()); }

    // The dialog's language, or the defaults' where nothing is open.
    const std::string& language() const;

    // The profile's values for the edition that runs; to be called when that changes.
    void fit_person();

private:
    std::vector<dialog::Value>
        padded_;  // where the profile has fewer values than the edition wants
};

// No late line is added to the last answer any more.
void close(Answered& answered);

}  // namespace attune::engine
