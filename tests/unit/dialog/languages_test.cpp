#include "dialog/languages.h"

#include <catch2/catch.hpp>

using namespace attune::dialog;

TEST_CASE("a language of a country is served by that of the country, else by the language") {
    CHECK(best_language("de-AT", {"de", "de-AT"}) == "de-AT");
    CHECK(best_language("de-AT", {"en", "de"}) == "de");
    CHECK(best_language("zh-Hant-TW", {"zh-Hans", "zh-Hant"}) == "zh-Hant");
    CHECK(best_language("DE-at", {"de"}) == "de");
}

TEST_CASE("a bare language is served by a variant, a variant by no other") {
    CHECK(best_language("pt", {"pt-BR"}) == "pt-BR");
    CHECK(best_language("zh-TW", {"zh-Hans"}).empty());
    CHECK(best_language("d", {"de"}).empty());
    CHECK(best_language("", {"de"}).empty());
    CHECK(best_language("-", {"de"}).empty());
}

TEST_CASE("a tag is letters, digits and dashes") {
    CHECK(is_language_tag("pt-BR"));
    for (const char* wrong : {"", "d", "-de", "de_AT", "de/AT", "../de"}) {
        CHECK_FALSE(is_language_tag(wrong));
    }
}
