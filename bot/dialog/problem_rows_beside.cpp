// Problems: A264 to A266, what a message shows beside its words.
#include "dialog/problem_rows.h"

namespace attune::dialog {

std::vector<ProblemRow> beside_rows() {
    using enum Severity;
    using enum Excerpt;
    return {
        {"A264",
         error,
         steps,
         R"("%1" is no address that a link can have)",
         "%2",
         R"({ "say": "There is a page.", "link": { "to": «"example.org"», "label": "The page" } },
{ "end": "Sleep well." })",
         R"({ "say": "There is a page.", "link": { "to": "https://example.org", "label": "The page" } },
{ "say": "And a number.", "link": { "to": "tel:+43-1-4000", "label": "Call" } },
{ "end": "Sleep well." })"},
        {"A265",
         error,
         files,
         "This picture cannot be shown: %1",
         "%2",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "say": "Look.", "picture": «"lamp.png"», "shows": "A small lamp" },
    { "end": "Sleep well." } ] } })",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "say": "Look.", "picture": "lamp.webp", "shows": "A small lamp" },
    { "end": "Sleep well." } ] } }
== pictures/lamp.webp ==
RIFF    WEBP)"},
        {"A266",
         hint,
         files,
         "No dialog shows this picture",
         R"(Show it with "picture": "%1", or take it away.)",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [ { "say": "Look." }, { "end": "Sleep well." } ] } }
== pictures/lamp.webp ==
RIFF    WEBP)",
         R"(== example.json ==
{ "dialog": "example", "title": "Example", "language": "en",
  "scenes": { "start": [
    { "say": "Look.", "picture": "lamp.webp", "shows": "A small lamp" },
    { "end": "Sleep well." } ] } }
== pictures/lamp.webp ==
RIFF    WEBP)"},
    };
}

}  // namespace attune::dialog
