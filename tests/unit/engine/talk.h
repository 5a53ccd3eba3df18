// A talk with the engine in tests. Between any two inputs the state goes through its stored form.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"

namespace attune::engine {

// Dialog `t` with these scenes, as JSON ("\"start\": [ … ]").
dialog::EditionPtr edition_with(const std::string& scenes);
// Whole dialog files by name: {"t", "{…}"}; the defaults are added.
dialog::EditionPtr edition_of_dialogs(
    const std::vector<std::pair<std::string, std::string>>& dialogs);

class Talk {
public:
    enum class Start { at_once, not_yet };
    // Begins dialog `t` at once, unless told not to.
    explicit Talk(dialog::EditionPtr edition, std::uint64_t seed = 1, Start start = Start::at_once);
    explicit Talk(const std::string& scenes) : Talk(edition_with(scenes)) {}

    // What her page says of her language, before a dialog begins.
    Talk& wants(const std::string& language) {
        profile_.language = language;
        return *this;
    }
    Talk& begin(const std::string& dialog = "t");
    Talk& says(const std::string& text, Seq to = 0);
    Talk& taps(const std::string& option, Seq to = 0);
    Talk& taps_many(std::vector<std::string> options, Seq to = 0);
    Talk& sets(PickedValue value, Seq to = 0);
    Talk& skips(Seq to = 0);
    Talk& take(const Input& input);

    // Of the last turn: what we said, in order.
    std::vector<std::string> bot() const;
    std::vector<std::string> kept() const;
    const Outcome& turn() const { return turn_; }
    const State& state() const { return turn_.next; }
    How how() const { return turn_.reading.how; }
    std::string place() const { return place_of(state()); }
    Seq asked() const { return state().frames.back().asked; }
    Seq last() const { return last_; }
    // A variable of the frame on top, by name.
    dialog::Value value(const std::string& name) const;

    // Begins a new dialog in another edition from now on.
    void live(dialog::EditionPtr edition) { live_ = std::move(edition); }

private:
    dialog::EditionPtr live_;
    std::uint64_t seed_;
    Profile profile_;
    Outcome turn_;
    Seq last_ = 0;
};

using Lines = std::vector<std::string>;

}  // namespace attune::engine
