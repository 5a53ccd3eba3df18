// Problems: A240 to A244, kinds of answer and ready lists.
#include "dialog/problem_rows.h"

namespace attune::dialog {

std::vector<ProblemRow> answer_rows() {
    using enum Severity;
    using enum Excerpt;
    return {
        {"A240",
         error,
         steps,
         R"(The defaults (%1) have no words for a "%2" that was not understood)",
         R"(Add "%3" to "%4" there.)",
         R"({ «"ask"»: "When was it?", "as": "day", "answer": "date" },
{ "end": "Sleep well." })",
         R"({ "ask": "When was it?", "as": "day", "answer": "date", "if unclear": ["Which day was it?"] },
{ "end": "Sleep well." })"},
        {"A241",
         error,
         steps,
         R"(There is no ready list called "%1")",
         "The defaults (%3) have %2; or write the options out.",
         R"({ "ask": "What was there?", "as": "felt", "answer": { "choose many": «"feelings"» } },
{ "end": "Sleep well." })",
         R"({ "ask": "What was there?", "as": "felt", "answer": { "choose many": { "sad": "Sad" } } },
{ "end": "Sleep well." })"},
        {"A242",
         error,
         defaults,
         R"("%1" stands twice in this list)",
         "Keep it in one of the groups.",
         R"("lists": { "feelings": { "groups": [
  { "heading": "Heated", "options": { "angry": "Angry" } },
  { "heading": "Heavy", "options": { «"angry"»: "Cross", "sad": "Sad" } } ] } })",
         R"("lists": { "feelings": { "groups": [
  { "heading": "Heated", "options": { "angry": "Angry" } },
  { "heading": "Heavy", "options": { "sad": "Sad" } } ] } })"}};
}

}  // namespace attune::dialog
