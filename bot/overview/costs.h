// What one step costs a person: words to read, taps, and seconds.
#pragma once

#include "dialog/edition.h"
#include "overview/lengths.h"

namespace attune::overview {

// Silent reading in English, of all ages of adults: M. Brysbaert, "How many words do we read per
// minute? A review and meta-analysis of reading rate", Journal of Memory and Language 109 (2019).
constexpr double words_read_a_minute = 238;

// Typing on a phone: K. Palin, A. Feit, S. Kim, P. O. Kristensson and A. Oulasvirta, "How do people
// type on mobile devices?", MobileHCI 2019.
constexpr double words_typed_a_minute = 36;

// The words of a text as they show, at least and at most: forms and values differ.
struct WordCount {
    int least = 0;
    int most = 0;
};
WordCount words_in(const dialog::Text& text);

// Reading one of the wordings.
Lengths cost_of(const dialog::Dialog& dialog, const std::vector<dialog::Utterance>& messages);

// Reading a question with its options, and answering it. Thinking is our own guess, by kind.
Lengths cost_of(const dialog::Dialog& dialog, const dialog::Question& question);

// A pause may be skipped, or waited for.
Lengths cost_of(const PauseHint& pause);

}  // namespace attune::overview
