#include "tests/support/edition.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "dialog/load.h"

namespace attune::test {

dialog::EditionPtr edition_of(std::map<std::string, std::string> files) {
    files.try_emplace("defaults/en.json", small_defaults());
    const dialog::Compiled compiled = dialog::compile(files, "dialogs");
    if (compiled.edition) return compiled.edition;
    std::string text = "The dialogs of this test do not compile:\n";
    for (const Problem& problem : compiled.problems.list) text += to_text(problem);
    throw std::runtime_error(text);
}

dialog::EditionPtr edition_with(const std::string& steps, const std::string& name) {
    return edition_of({{name + ".json", dialog_file(name, "\"start\": [ " + steps + " ]")}});
}

std::string dialog_file(const std::string& name, const std::string& scenes) {
    return "{ \"dialog\": \"" + name +
           "\", \"title\": \"A talk\", \"language\": \"en\",\n  \"scenes\": { " + scenes + " } }\n";
}

std::string small_defaults() {
    return R"({
  "language": "en", "name": "English",
  "yes": ["yes", "yeah", "y"], "no": ["no", "nope", "n"],
  "yes label": "Yes", "no label": "No",
  "neither": ["no idea", "not sure", "it depends"],
  "negations": ["not", "no", "never", "don't"],
  "numbers": { "zero": 0, "one": 1, "two": 2, "three": 3, "five": 5, "eight": 8, "nine": 9, "ten": 10,
               "twenty": 20, "forty": 40, "hundred": 100 },
  "joining": ["and"],
  "anytime": { "skip": ["skip", "rather not say"] },
  "if unclear": {
    "yes or no": ["Yes or no?"], "choose": ["One of these: {options}"],
    "choose many": ["Some of these: {options}"], "scale": ["A number from {low} to {high}."],
    "number": ["A number from {low} to {high}.", "A number."]
  },
  "says": {
    "cannot skip": "This one cannot be skipped.", "stale tap": "To change that answer, say back.",
    "both fit": "These fit: {options}", "too long": "At most {limit} letters.",
    "not in range": "From {low} to {high}.", "choose at least": "Choose at least {n}.",
    "choose at most": "Choose at most {n}.", "something broke": "Something broke on our side.",
    "skipped": "Skipped.", "kept after end": "I put it into your journal.", "the end": "The end.",
    "none chosen": "None of these"
  }
})";
}

const dialog::Defaults& own_defaults(const std::string& language) {
    static std::map<std::string, dialog::EditionPtr> kept;
    dialog::EditionPtr& edition = kept[language];
    if (!edition) {
        const std::string name = "defaults/" + language + ".json";
        std::ostringstream file;
        file << std::ifstream(ATTUNE_SOURCE_DIR "/dialogs/" + name).rdbuf();
        std::string talk = dialog_file("talk", R"("start": [ { "end": "Bye." } ])");
        talk.replace(talk.find("\"en\""), 4, '"' + language + '"');
        edition = edition_of({{name, file.str()}, {"talk.json", talk}});
    }
    return edition->defaults;
}

std::string german_defaults() {
    std::string text = small_defaults();
    const std::pair<const char*, const char*> words[] = {
        {R"("language": "en", "name": "English")", R"("language": "de", "name": "Deutsch")"},
        {R"("yes": ["yes")", R"("yes": ["ja")"},
        {R"("no": ["no")", R"("no": ["nein")"},
        {R"("yes label": "Yes", "no label": "No")", R"("yes label": "Ja", "no label": "Nein")"},
        {R"("nine": 9)", R"("neun": 9)"},
        {R"("skip", "rather not say")", R"("weiter")"},
        {"A number from {low} to {high}.", "Eine Zahl von {low} bis {high}."},
        {"To change that answer, say back.", "Die Frage ist vorbei."},
        {"Something broke on our side.", "Bei uns ist etwas kaputt."}};
    for (const auto& [english, german] : words) {
        const std::size_t at = text.find(english);
        if (at == std::string::npos) throw std::runtime_error("no such words in the defaults");
        text.replace(at, std::string(english).size(), german);
    }
    return text;
}

std::string german(
    const std::string& dialog, const std::vector<std::pair<std::string, std::string>>& renderings) {
    std::string text = "{ \"dialog\": \"" + dialog + "\", \"language\": \"de\", \"top\": [\n";
    for (const auto& [sentence, rendering] : renderings) {
        if (&sentence != &renderings.front().first) text += ",\n";
        text += "  { \"say\": \"" + sentence + "\", \"as\": \"" + rendering + "\" }";
    }
    return text + " ] }\n";
}

}  // namespace attune::test
