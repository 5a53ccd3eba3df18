// What is said: the wording that is picked, places filled in, options by their labels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/turn.h"

namespace attune::engine {

// A text of the top frame's dialog, filled in.
std::string rendered(const Turn& turn, dialog::TextIndex text);

// Says a text, or an utterance in the wording that (seed, dialog, scene, first wording, visits,
// loop counts) picks: the same on every machine. A text that comes out empty is not said.
void say_text(Turn& turn, dialog::TextIndex text);
void say_utterance(Turn& turn, const dialog::Utterance& utterance);

// What {low}, {high}, {options}, {limit}, {n} stand for in a line of the defaults.
struct LinePlaces {
    std::string low;
    std::string high;
    std::string options;
    std::string limit;
    std::string n;
};
std::string fill(std::string_view pattern, const LinePlaces& places);
LinePlaces places_of(const dialog::Question& question);  // all but {options}

// Says the line of the defaults; false where they have none of that name.
bool say_line(Turn& turn, const std::string& name, const LinePlaces& places = {});

// How an option shows; its key where the question has no such option.
std::string label_of(const Turn& turn, const dialog::Question& question, std::string_view key);

// A picked value as her message shows it: a day and a time are written out.
std::string written(const PickedValue& value, std::string_view language);

// “One”, “Two”
std::string quoted_labels(
    const Turn& turn, const dialog::Question& question, const std::vector<std::string>& keys);

}  // namespace attune::engine
