// How one input is read at the open question: label, `hear`, number or position, then *skip*, for a
// closed one; *skip* alone as the whole message, else the answer, for an open one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/edition.h"
#include "engine/engine.h"

namespace attune::engine {

struct Understood {
    Reading reading;
    dialog::Value value;  // what answers the question, where something does
};

// True if the reading has a value that answers.
bool answers(How how);

Understood read_words(
    const dialog::Edition& edition,
    const dialog::Dialog& dialog,
    const dialog::Question& question,
    std::string_view text,
    const Moment& now);
Understood read_tap(const dialog::Question& question, const Tapped& tapped);
// A value of a scale, a slider or a picker: unclear at a question of another kind.
Understood read_picked(const dialog::Question& question, const PickedValue& value);

// Parts of read_words.
Understood read_closed(
    const dialog::Edition& edition,
    const dialog::Dialog& dialog,
    const dialog::Question& question,
    std::string_view text);
Understood read_day_or_time(
    const dialog::Edition& edition,
    const dialog::Dialog& dialog,
    const dialog::Question& question,
    std::string_view text,
    const Moment& now);
// The whole message as an e-mail address or a phone number.
Understood read_contact(std::string_view text);
// Options by index, as an answer to a question that has options; `own` is a word of hers beside
// them.
Understood choose(
    const dialog::Question& question, std::vector<int> options, How how, std::string own = {});
// A number as the answer of a scale or number question.
Understood weigh(const dialog::Question& question, Decimal number, How how);

// Longer than the question takes words.
bool is_too_long(const dialog::Question& question, std::string_view text);

// Blanks and line breaks at either end do not count.
std::string_view trimmed(std::string_view text);

}  // namespace attune::engine
