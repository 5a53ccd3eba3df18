// One turn: values in, values out. No clock, no disk, no socket, no chance but a keyed hash.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/input.h"
#include "base/message.h"
#include "base/moment.h"
#include "engine/state.h"
#include "words/slips.h"

namespace attune::engine {

// The person beside her conversation. Values of person.json's variables by slot of Edition::person.
struct Profile {
    std::string language;  // BCP 47; empty: the edition's
    std::string zone;      // IANA
    std::vector<dialog::Value> variables;
};

// An entry for the journal that she owns.
struct Keep {
    std::string text;
};
using Effect = std::variant<Keep>;

// How an input was understood; what --explain prints.
enum class How : std::uint8_t {
    begun,        // a dialog was opened
    tapped,       // an option, by tap
    value_given,  // a number, a day or a time, by slider, scale or picker
    label,
    heard,  // `hear`, or yes and no words
    number,
    position,
    day_or_time,
    own_word,   // of a ready list: nothing else fitted
    open_text,  // text and long text take anything
    skip,       // the anytime word or act
    cannot_skip,
    why,       // the act: why the question is asked was said, and the question stays open
    unclear,   // nothing fitted
    both_fit,  // words of two options at one rank
    neither,   // "no idea"
    check_failed,
    no_email,         // contact: an @, but no address
    no_phone_number,  // contact: digits, but no number to call
    too_long,
    not_in_range,
    too_few,  // choose many: fewer than `at least`
    too_many,
    stale,         // a tap or an act for a question that is not open: the state is as it was
    late_line,     // words for the question just answered, added to that answer
    out_of_place,  // words for a question that is over: kept in the transcript only
    nothing_open,  // after the end
};

struct Reading {
    How how = How::unclear;
    std::string matched;               // the option's key or the number, where there is one
    std::vector<std::string> options;  // both_fit: which
    std::vector<words::MendedWord> mended = {};
};

// The same in words, with the order of trials: lines for people.
std::string explain(const Reading& reading, const dialog::Question* asked);

// A scene that was entered, in the edition that ran.
struct Entered {
    dialog::DialogIndex dialog = 0;
    dialog::SceneIndex scene = 0;
};

struct Outcome {
    State next;
    std::vector<Message> messages;  // hers first where the input is a message; seq from last + 1
    std::vector<Effect> effects;
    Reading reading;
    std::vector<Entered> entered;  // in order; also what `next` forgot because the talk ended
};

// `live` is where a newly begun dialog starts; everything else runs in state.edition. `last` is the
// newest seq of this person. `input_id` goes onto her message. Total: what was not understood is a
// state, not an error; throws std::logic_error for a bug only.
Outcome take_turn(
    const dialog::EditionPtr& live,
    State state,
    const Profile& profile,
    Seq last,
    const Input& input,
    const std::string& input_id,
    Moment now);

// The open question as it was last shown (for `welcome`): its number and form. Needs an open
// question.
AnswerForm form_of_open_question(const State& state, const Profile& profile, Moment now);

}  // namespace attune::engine
