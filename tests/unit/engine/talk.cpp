#include "tests/unit/engine/talk.h"

#include <map>
#include <stdexcept>
#include <utility>

#include "engine/stored.h"
#include "tests/support/edition.h"

namespace attune::engine {

namespace {

// The lines that tests look for; the words of people are those of everyday.
const char* const defaults = R"({
  "language": "en", "name": "English",
  "yes": ["yes", "yeah", "of course"], "no": ["no", "nope"],
  "yes label": "Yes", "no label": "No",
  "neither": ["no idea", "not sure", "it depends"],
  "negations": ["not", "no", "never", "don't"],
  "numbers": { "zero": 0, "one": 1, "two": 2, "three": 3, "seven": 7, "nine": 9, "ten": 10, "forty": 40 },
  "joining": ["and"],
  "dates": { "days": { "yesterday": -1 }, "weekdays": [["monday"], ["tuesday"], ["wednesday"],
             ["thursday"], ["friday"], ["saturday"], ["sunday"]], "last": ["last"] },
  "times": { "minutes": { "half": 30 }, "past": ["past"], "am": ["am"], "pm": ["pm"],
             "evening": ["evening", "in the evening"] },
  "anytime": { "skip": ["skip", "rather not say"] },
  "if unclear": {
    "yes or no": ["Yes or no?", "Just yes or no."], "choose": ["One of {options}?"],
    "choose many": ["Some of {options}?"], "scale": ["From {low} to {high}."],
    "number": ["A number?"], "text": ["Some words?"], "long text": ["Some words?"],
    "contact": ["A contact?"] },
  "lists": { "feelings": { "own word": "My own word", "groups": [
    { "heading": "Heated", "options": { "angry": "Angry" }, "hear": { "angry": ["mad"] } },
    { "heading": "Heavy", "options": { "sad": "Sad", "worn_out": "Worn out" } } ] } },
  "says": {
    "cannot skip": "This one I need.", "stale tap": "That question is over.",
    "both fit": "Which: {options}?", "too long": "At most {limit} letters.",
    "not in range": "Between {low} and {high}.", "choose at least": "At least {n}.",
    "choose at most": "At most {n}.", "something broke": "Something broke.",
    "skipped": "Skipped.", "kept after end": "I keep that for you.", "the end": "The end.",
    "none chosen": "None of these", "no e-mail": "Like name@example.org.",
    "no phone number": "6 to 15 digits." }
})";

}  // namespace

dialog::EditionPtr edition_of_dialogs(
    const std::vector<std::pair<std::string, std::string>>& dialogs) {
    std::map<std::string, std::string> files{{"defaults/en.json", defaults}};
    for (const auto& [name, source] : dialogs) files[name + ".json"] = source;
    return test::edition_of(files);
}

dialog::EditionPtr edition_with(const std::string& scenes) {
    return edition_of_dialogs(
        {{"t", R"({"dialog": "t", "title": "T", "language": "en", "scenes": {)" + scenes + "}}"}});
}

Talk::Talk(dialog::EditionPtr edition, std::uint64_t seed, Start start)
    : live_(std::move(edition)), seed_(seed) {
    turn_.next.edition = live_;
    if (start == Start::at_once) begin();
}

Talk& Talk::begin(const std::string& dialog) {
    return take(Begin{dialog, seed_});
}
Talk& Talk::says(const std::string& text, Seq to) {
    return take(Said{text, to});
}
Talk& Talk::taps(const std::string& option, Seq to) {
    return take(Tapped{{option}, to});
}
Talk& Talk::taps_many(std::vector<std::string> options, Seq to) {
    return take(Tapped{std::move(options), to});
}
Talk& Talk::sets(PickedValue value, Seq to) {
    return take(Valued{value, to});
}
Talk& Talk::skips(Seq to) {
    return take(Act{ActKind::skip, to});
}

Talk& Talk::take(const Input& input) {
    auto before = decode(encode(turn_.next), turn_.next.edition);
    if (!before || !(*before == turn_.next)) throw std::runtime_error("the stored form differs");
    turn_ = take_turn(live_, std::move(*before), profile_, last_, input, "id", Moment{});
    if (!turn_.messages.empty()) last_ = turn_.messages.back().seq;
    return *this;
}

std::vector<std::string> Talk::bot() const {
    std::vector<std::string> lines;
    for (const Message& message : turn_.messages) {
        if (message.from == Speaker::attune) lines.push_back(message.text);
    }
    return lines;
}

std::vector<std::string> Talk::kept() const {
    std::vector<std::string> entries;
    for (const Effect& effect : turn_.effects) entries.push_back(std::get<Keep>(effect).text);
    return entries;
}

dialog::Value Talk::value(const std::string& name) const {
    const State& state = turn_.next;
    const auto& dialog = state.edition->dialogs[state.frames.back().dialog];
    const Frame& owner = state.frames[owner_of_variables(state, state.frames.size() - 1)];
    return owner.variables.at(dialog.variable_by_name.at(name));
}

}  // namespace attune::engine
