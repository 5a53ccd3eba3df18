// Everything the bot says by itself, and the words it understands in every dialog, for one
// language: dialogs/defaults/<language>.json.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "words/dates.h"
#include "words/phrases.h"

namespace attune::dialog {

// Options that stand ready for many questions.
struct ReadyList {
    struct Option {
        std::string key;
        std::string label;
        std::string heading;  // of its group
        std::vector<std::string> hear;
    };
    std::vector<Option> options;
    std::string own_word;  // the label that opens a word of her own; empty: there is none
};

//   {
//     "language": "en", "name": "English",
//     "yes": ["yes", "yeah", "y"], "no": ["no", "nope", "n"],
//     "yes label": "Yes", "no label": "No",
//     "neither": ["no idea", "not sure", "it depends"],
//     "negations": ["not", "no", "never", "don't"],
//     "numbers": { "zero": 0, "one": 1, "forty": 40, "hundred": 100 }, "joining": ["and"],
//     "inside numbers": {}, "and a half": ["and a half"], "one and a half": [],
//     "dates": { "order": "either", "days": { "yesterday": -1 }, "weekdays": [["monday"], …],
//                "months": [["january"], …], "units": { "day": ["day", "days"], … }, … },
//     "times": { "clock times": { "noon": "12:00" }, "past": ["past"], "evening": ["evening"], … },
//     "anytime": { "skip": ["skip", "rather not say"] },
//     "if unclear": { "yes or no": ["…"], "choose": ["…"], "choose many": ["…"], "scale": ["…"],
//                     "number": ["…"], "text": ["…"], "long text": ["…"], "date": ["…"],
//                     "time": ["…"], "contact": ["…"] },
//     "says": { "cannot skip": "…", "stale tap": "…", "both fit": "…", "too long": "…",
//               "not in range": "…", "choose at least": "…", "choose at most": "…",
//               "something broke": "…", "skipped": "…", "kept after end": "…", "the end": "…",
//               "none chosen": "…", "no e-mail": "…", "no phone number": "…" },
//     "style": { "avoid": ["you missed"], "reading grade": 5 },
//     "lists": { "feelings": { "own word": "My own word", "groups": [
//       { "heading": "Heated", "options": { "angry": "Angry" }, "hear": { "angry": ["mad"] } } ] }
//       }
//   }
// Those for date, time and contact may be left out where no dialog asks for one.
// `lists` may be left out too. In `if unclear` and `says` the places {low}, {high}, {options},
// {limit}, {n} may stand, where the question has them. From `joining` to `times` all may be left
// out: then only plain number words, and days and times in exact forms, are read. words/phrases.h
// and words/dates.h say what each is good for.
struct Defaults {
    std::string language;
    std::string name;
    std::vector<std::string> yes;
    std::vector<std::string> no;
    std::string yes_label;
    std::string no_label;
    std::vector<std::string> neither;
    std::vector<std::string> negations;
    words::NumberWords numbers;
    words::DateWords dates;
    words::TimeWords times;
    std::vector<std::string> skip;
    std::map<AnswerKind, std::vector<std::string>> if_unclear;
    std::map<std::string, std::string> says;
    // For the checker alone: words that no dialog should say, and years of school.
    std::vector<std::string> avoid;
    std::optional<int> reading_grade;
    std::map<std::string, ReadyList> lists;
};

}  // namespace attune::dialog
