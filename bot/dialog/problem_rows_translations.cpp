// Problems: A5, what is said of translations.
#include "dialog/problem_rows.h"

namespace attune::dialog {

std::vector<ProblemRow> translation_rows() {
    using enum Severity;
    using enum Excerpt;
    return {
        {"A505",
         hint,
         files,
         R"(%1 of %2 sentences are not yet in "%3", so the talk stays in "%4"; the first is %5)",
         "Run attune translate %3 %6, and write the words.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": «"de"», "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "" } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
        {"A506",
         hint,
         files,
         "The sentence has changed since it was translated: %1",
         R"(Look whether the words still fit, mend them, and take "changed" out.)",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  «{» "say": "Sleep well.", "as": "Schlaf gut.", "changed": "Good night." } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
        {"A507",
         error,
         files,
         "The sentence has %1 to fill in, and this has %2",
         "Put in what the sentence has, and nothing else.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "How many?", "as": "times", "answer": "number", "may skip": true },
    { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}" },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "How many?", "as": "Wie viele?" },
  { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}",
    "as": «"Einige davon."» } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "How many?", "as": "times", "answer": "number", "may skip": true },
    { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}" },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "How many?", "as": "Wie viele?" },
  { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}",
    "as": "{times, plural, one {Eins.} other {{times or \"Einige\"} davon.}}" } ] })"},
        {"A508",
         warning,
         files,
         R"(There is no dialog "%1" for this translation)",
         "Name the file like its dialog, or take it away.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] }
== translations/de/night.json ==
«{» "dialog": "night", "language": "de" })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
        {"A509",
         warning,
         files,
         "The dialog does not say this any more: %1",
         "Run attune translate: it keeps these words as unused.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." },
  «{» "say": "Good night.", "as": "Gute Nacht." } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
        {"A510",
         error,
         files,
         R"("%1" is no option of "%2")",
         "Its options are %3.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "Which?", "as": "which", "answer": { "choose": { "calm": "Calm", "tired": "Tired" } }, "may skip": true },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Which?", "as": "Wie?" },
  { "say": "Calm", "as": "Ruhig" },
  { "say": "Tired", "as": "Müde" } ],
  "hear": { "start / which": { «"worn"»: { "say": [], "as": ["kaputt"] } } } })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "Which?", "as": "which", "answer": { "choose": { "calm": "Calm", "tired": "Tired" } }, "may skip": true },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Which?", "as": "Wie?" },
  { "say": "Calm", "as": "Ruhig" },
  { "say": "Tired", "as": "Müde" } ],
  "hear": { "start / which": { "tired": { "say": [], "as": ["kaputt"] } } } })"},
        {"A511",
         warning,
         files,
         R"("%1" is no question with options)",
         "Mend its name, or run attune translate: it keeps these words as unused.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "Which?", "as": "which", "answer": { "choose": { "calm": "Calm", "tired": "Tired" } }, "may skip": true },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Which?", "as": "Wie?" },
  { "say": "Calm", "as": "Ruhig" },
  { "say": "Tired", "as": "Müde" } ],
  "hear": { "start / what": { «"tired"»: { "say": [], "as": ["kaputt"] } } } })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "Which?", "as": "which", "answer": { "choose": { "calm": "Calm", "tired": "Tired" } }, "may skip": true },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Which?", "as": "Wie?" },
  { "say": "Calm", "as": "Ruhig" },
  { "say": "Tired", "as": "Müde" } ],
  "hear": { "start / which": { "tired": { "say": [], "as": ["kaputt"] } } } })"},
        {"A512",
         hint,
         files,
         "There is no defaults/%1.json, the words the bot says by itself, so nobody is offered "
         "this language",
         "Copy the defaults of another language and translate them.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/eo/example.json ==
{ "dialog": "example", "language": «"eo"», "top": [
  { "say": "Example", "as": "Ekzemplo" },
  { "say": "Sleep well.", "as": "Bonan nokton." } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
        {"A513",
         error,
         files,
         "This plural lacks the form %1 of this language",
         "Add %2 {…} to it.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "How many?", "as": "times", "answer": "number", "may skip": true },
    { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}" },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "How many?", "as": "Wie viele?" },
  { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}",
    "as": «"{times, plural, other {{times or \"Einige\"} davon.}}"» } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "How many?", "as": "times", "answer": "number", "may skip": true },
    { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}" },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "How many?", "as": "Wie viele?" },
  { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}",
    "as": "{times, plural, one {Eins.} other {{times or \"Einige\"} davon.}}" } ] })"},
        {"A514",
         error,
         files,
         R"(The %1 is "%2" here, and by the file's place it is "%3")",
         R"(Write "%1": "%3", or move the file.)",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": «"fr"», "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
        {"A516",
         error,
         files,
         "A translation stands in a folder that is named by its language",
         "Put it at translations/de/welcome.json, with your language and dialog.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/example.json ==
{ "dialog": "example", "language": "de" })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
        {"A517",
         error,
         files,
         R"("%1" may be unknown here, and then there are no words for it)",
         R"(Write {%1 or "…"}, as the sentence does.)",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "How many?", "as": "times", "answer": "number", "may skip": true },
    { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}" },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "How many?", "as": "Wie viele?" },
  { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}",
    "as": «"{times} davon."» } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "ask": "How many?", "as": "times", "answer": "number", "may skip": true },
    { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}" },
    { "end": true } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "How many?", "as": "Wie viele?" },
  { "say": "{times, plural, one {One.} other {{times or \"Some\"} of them.}}",
    "as": "{times, plural, one {Eins.} other {{times or \"Einige\"} davon.}}" } ] })"},
        {"A518",
         warning,
         files,
         R"(The dialog itself is in "%1")",
         "Take this file away: nobody reads it.",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/en/example.json ==
«{» "dialog": "example", "language": "en", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "end": "Sleep well." } ] } }
== translations/de/example.json ==
{ "dialog": "example", "language": "de", "top": [
  { "say": "Example", "as": "Beispiel" },
  { "say": "Sleep well.", "as": "Schlaf gut." } ] })"},
    };
}

}  // namespace attune::dialog
