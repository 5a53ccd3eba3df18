// Random walks over a dialog: mostly answers that fit, and everything else that people and networks
// do.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace attune::engine {

// Every way of this turn is taken by the seed alone.
class Walker {
public:
    Walker(dialog::EditionPtr edition, std::string dialog, std::uint64_t seed);

    struct Step {
        State before;
        Input input;
        Outcome after;
        Seq last = 0;       // before the step
        bool fits = false;  // the input was made to fit the open question
    };
    Step next();

    const State& state() const { return state_; }

private:
    Input make_input(bool& fits);
    Input fitting_answer(const dialog::Question& question, Seq to);
    Input odd_input();
    std::string some_words();
    Seq some_number();
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }

    dialog::EditionPtr edition_;
    std::string dialog_;
    std::uint64_t seed_;
    std::mt19937_64 random_;
    State state_;
    Seq last_ = 0;
};

// What a turn is taken with everywhere in these walks.
Outcome walk_turn(const dialog::EditionPtr& edition, State state, Seq last, const Input& input);

// The dialogs of the tree, and those of the golden conversations.
std::vector<dialog::EditionPtr> editions_to_walk();

}  // namespace attune::engine
