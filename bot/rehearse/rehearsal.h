// A talk without a store: the engine, a clock that is moved by hand, and all that was said. What
// conversation tests and the talk in the terminal run on. Between any two inputs the state goes
// through its stored form, as it does in the server.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/input.h"
#include "base/message.h"
#include "base/moment.h"
#include "engine/engine.h"
#include "rehearse/standing.h"

namespace attune::rehearse {

// What one input did.
struct Step {
    std::vector<Message> messages;     // hers first, where the input is one
    std::vector<std::string> kept;     // entries for the journal
    std::vector<std::string> entered;  // dialogs and scenes, in order: "dialog", "dialog / scene"
    engine::Reading reading;
    std::string explained;  // how the input was read, in lines for people
    std::string asked;      // the question it was for, "dialog: scene / as"; empty: none was open
    std::string language;   // that question was asked in
};

class Rehearsal {
public:
    // `seed` decides which wording of `one of` is heard.
    Rehearsal(dialog::EditionPtr edition, Instant now, std::string zone, std::uint64_t seed);

    // From the first line of a dialog. It must exist.
    Step begin(const std::string& dialog);
    // From any place, with given answers.
    Step begin_at(const Standing& standing);
    Step take(const Input& input);

    // The person's language from here on (BCP 47): that of the talk too, if it is had in that one.
    void speak(const std::string& language);
    // The one that our last words were in.
    const std::string& language() const;

    // Time passes; nothing is sent.
    void wait(std::chrono::milliseconds time) { now_ += time; }

    const engine::State& state() const { return state_; }
    // Null: nothing is open.
    const dialog::Question* open() const { return engine::open_question(state_); }
    Seq asked() const { return state_.ended() ? 0 : state_.frames.back().asked; }
    AnswerForm form() const;  // needs an open question
    Instant now() const { return now_; }

    const std::vector<Message>& said() const { return said_; }  // all, hers too
    const std::vector<std::string>& journal() const { return journal_; }

private:
    Moment moment() const { return moment_in(now_, profile_.zone); }
    Step finish(engine::Outcome outcome, const engine::State& before);

    dialog::EditionPtr edition_;
    engine::State state_;
    engine::Profile profile_;
    Instant now_;
    Seq last_ = 0;
    std::vector<Message> said_;
    std::vector<std::string> journal_;
};

// The options that an answer was read as.
std::vector<std::string> matched_options(const engine::Reading& reading);

// "shared/older-than-today: footing / footing", for people.
std::string full_place_of(const engine::State& state);

}  // namespace attune::rehearse
