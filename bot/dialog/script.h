// What a dialog says, sentence by sentence, with the place each stands at: what its translations
// render.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::dialog {

// A place is written like "get real / heat": the scene and the question's name; "get real / heat /
// if unclear" or "get real / beneath / old" for what belongs to a question; the scene alone for
// what is said between questions. Above the scenes: "title", "given / moment / …".
struct ScriptLine {
    std::string scene;  // empty: above the scenes
    std::string place;
    std::string sentence;  // lines joined by line breaks
};

// An option of a question, and the other words for it.
struct ScriptHear {
    std::string place;
    std::string option;
    std::vector<std::string> words;  // may be empty
};

struct Script {
    std::string dialog;
    std::string language;
    std::vector<ScriptLine> lines;  // as they are read, top to bottom
    std::vector<ScriptHear> hears;
};

// Whether a text has anything to render: "“{words}”" and "10" are the same in every language.
bool has_words(std::string_view text);

}  // namespace attune::dialog
