// Problems: A4, what people would meet, and A5, languages.
#include "dialog/problem_rows.h"

namespace attune::dialog {

std::vector<ProblemRow> other_rows() {
    using enum Severity;
    using enum Excerpt;
    return {
        {"A401",
         error,
         steps,
         R"("%1" would mean "%2" and "%3" alike)",
         "Give each option words of its own.",
         R"({ "ask": "How was it?", "as": "how", "answer": { "choose": { "good": "Good", "hard": "Hard" } },
  "hear": { "good": ["so so"], "hard": [«"so so"»] } },
{ "end": "Sleep well." })",
         R"({ "ask": "How was it?", "as": "how", "answer": { "choose": { "good": "Good", "hard": "Hard" } },
  "hear": { "good": ["fine"], "hard": ["so so"] } },
{ "end": "Sleep well." })"},
        {"A501",
         error,
         file,
         "There is no defaults/%1.json, the words the bot says by itself",
         "Copy defaults/en.json and translate it.",
         R"({ "dialog": "example", "title": "Example", "language": «"eo"»,
  "scenes": { "start": [ { "end": "Bonan nokton." } ] } })",
         R"({ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } })"},
        {"A502",
         error,
         defaults,
         R"("%1" is missing)",
         "Add it: the bot needs these words in every dialog.",
         R"("anytime": «{» })",
         R"("anytime": { "skip": ["skip"] })"},
        {"A503",
         error,
         defaults,
         R"(The language is "%1", the file "%2.json")",
         R"(Write "language": "%2", or rename the file.)",
         R"("language": «"de"»)",
         R"("language": "en")"},
        {"A504",
         error,
         files,
         R"(This dialog is in "%1", the others are in "%2")",
         "All files of a folder stay in one language.",
         R"(== welcome.json ==
{ "dialog": "welcome", "title": "Welcome", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== example.json ==
{ "dialog": "example", "title": "Beispiel", "language": «"de"»,
  "scenes": { "start": [ { "end": "Schlaf gut." } ] } })",
         R"(== welcome.json ==
{ "dialog": "welcome", "title": "Welcome", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } })"},
    };
}

}  // namespace attune::dialog
