// Dialogs in German and Spanish, with the project's own defaults.
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "tests/support/edition.h"
#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

dialog::EditionPtr edition_in(const std::string& language, const std::string& answer) {
    const std::string name = "defaults/" + language + ".json";
    std::ostringstream defaults;
    defaults << std::ifstream(ATTUNE_SOURCE_DIR "/dialogs/" + name).rdbuf();
    return test::edition_of(
        {{name, defaults.str()},
         {"t.json",
          R"({ "dialog": "t", "title": "T", "language": ")" + language + R"(", "scenes": { "s": [
            { "ask": "?", "as": "q", "may skip": true, "answer": )" +
              answer + R"( },
            { "ask": "??", "as": "done", "answer": "text" }, { "end": "." } ] } })"}});
}

// How a message is read at a question of that kind: "yes", "no", "neither", "unclear", a number, …
std::string read(const dialog::EditionPtr& edition, const std::string& text) {
    Talk talk(edition);
    talk.says(text);
    const Reading& reading = talk.turn().reading;
    if (!reading.matched.empty()) return reading.matched;
    if (reading.how == How::skip) return "skip";
    if (reading.how == How::neither) return "neither";
    return reading.how == How::both_fit ? "both" : "unclear";
}

}  // namespace

TEST_CASE("yes, no and neither are heard in German") {
    const auto edition = edition_in("de", "\"yes or no\"");
    for (const char* yes :
         {"ja", "Jo", "ja klar", "na klar", "gerne!", "auf jeden Fall", "na gut"}) {
        INFO(yes);
        CHECK(read(edition, yes) == "yes");
    }
    for (const char* no :
         {"nein",
          "nö",
          "NEE",
          "lieber nicht",
          "heute nicht",
          "noch nicht",
          "passt nicht",
          "auf keinen Fall"}) {
        INFO(no);
        CHECK(read(edition, no) == "no");
    }
    for (const char* neither :
         {"keine Ahnung",
          "weiß nicht",
          "Ich weiss nicht",
          "kommt drauf an",
          "jein",
          "vielleicht"}) {
        INFO(neither);
        CHECK(read(edition, neither) == "neither");
    }
    CHECK(read(edition, "überspringen") == "skip");
    CHECK(read(edition, "der Hund") == "unclear");
    CHECK(read(edition, "ja oder nein") == "both");
    CHECK(read(edition, "natürlcih") == "yes");
}

TEST_CASE("yes, no and neither are heard in Spanish") {
    const auto edition = edition_in("es", "\"yes or no\"");
    for (const char* yes : {"sí", "si", "claro que sí", "vale", "por supuesto", "me gustaría"}) {
        INFO(yes);
        CHECK(read(edition, yes) == "yes");
    }
    for (const char* no : {"no", "todavía no", "claro que no", "mejor no", "no gracias", "NUNCA"}) {
        INFO(no);
        CHECK(read(edition, no) == "no");
    }
    for (const char* neither :
         {"ni idea", "no sé", "No lo se", "depende", "tal vez", "más o menos"}) {
        INFO(neither);
        CHECK(read(edition, neither) == "neither");
    }
    CHECK(read(edition, "saltar") == "skip");
    CHECK(read(edition, "el perro") == "unclear");
    CHECK(read(edition, "por supeusto") == "yes");
}

TEST_CASE("numbers in words answer in German and Spanish") {
    const char* const scale = R"({ "scale": [0, 50], "low": "a", "high": "b" })";
    const auto german = edition_in("de", scale);
    CHECK(read(german, "neunundvierzig") == "49");
    CHECK(read(german, "so um die sieben") == "7");
    CHECK(read(german, "ein bisschen") == "unclear");
    CHECK(read(german, "möchte ich nicht sagen") == "skip");
    CHECK(read(german, "keine Ahnung, fünf") == "neither");
    const auto spanish = edition_in("es", scale);
    CHECK(read(spanish, "cuarenta y dos") == "42");
    CHECK(read(spanish, "un siete") == "7");
    CHECK(read(spanish, "prefiero no decirlo") == "skip");
    CHECK(read(spanish, "un poco") == "unclear");
}
