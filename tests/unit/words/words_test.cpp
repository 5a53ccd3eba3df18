#include "words/words.h"

#include <catch2/catch.hpp>
#include <random>

using namespace attune::words;

namespace {

std::vector<std::string> split_words(std::string_view text, std::string_view language = "en") {
    std::vector<std::string> folded;
    for (const Word& word : split(text, language)) folded.push_back(word.folded);
    return folded;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("words are folded for case, accents and compatibility forms") {
    CHECK(fold("  Hello,   WORLD! ", "en") == "hello world");
    CHECK(fold("Café déjà-vu", "en") == "cafe deja vu");
    CHECK(fold("ﬁne Ｆｕｌｌ ①", "en") == "fine full");
    CHECK(fold("Straße", "en") == fold("STRASSE", "en"));
    CHECK(fold("e\u0301te\u0301", "fr") == fold("été", "fr"));
    CHECK(fold("Łódź, Ærø", "pl") == "lodz aero");
    CHECK(fold("Ёлка", "ru") == fold("елка", "ru"));
    CHECK(fold("שָׁלוֹם", "he") == fold("שלום", "he"));
}

TEST_CASE("German umlauts are the two letters that stand for them") {
    CHECK(fold("Größe müde Ähre", "de") == "groesse muede aehre");
    CHECK(fold("GROESSE Muede aehre", "de") == fold("Größe müde Ähre", "de"));
    CHECK(fold("mu\u0308de", "de-AT") == "muede");
    CHECK(fold("müde", "en") == "mude");
}

TEST_CASE("marks that are letters of their script stay") {
    CHECK(fold("が", "ja") == "が");
    CHECK(fold("が", "ja") != fold("か", "ja"));
    CHECK(fold("हिन्दी", "hi") == "हिन्दी");
    CHECK(fold("한국어", "ko") == "한국어");
}

TEST_CASE("invisible signs are removed, inside of words too") {
    CHECK(split_words("y\u200Bes\uFEFF so\u00ADrry \u2060") == List{"yes", "sorry"});
    CHECK(split_words("can\u200B'\u200Bt") == List{"can't"});
}

TEST_CASE("an apostrophe inside a word belongs to it") {
    CHECK(split_words("can't") == List{"can't"});
    CHECK(
        split_words("I CAN’T ‘really’ 'say' the kids'") ==
        List{"i", "can't", "really", "say", "the", "kids"});
    CHECK(split_words("l’été d'août", "fr") == List{"l'ete", "d'aout"});
    CHECK(split_words("can't") != split_words("can"));
}

TEST_CASE("numbers keep the sign and the decimal point that belong to them") {
    CHECK(split_words("-3 and 7.5, 7,5. 8") == List{"-3", "and", "7.5", "7,5", "8"});
    CHECK(split_words("\u22122 .5 2-3") == List{"-2", "0.5", "2", "3"});
    CHECK(split_words("7/10 and/or") == List{"7", "/", "10", "and", "or"});
    CHECK(split_words("8ish b12 2nd ８") == List{"8", "ish", "b12", "2", "nd", "8"});
    CHECK(split_words("٣", "ar") == List{"3"});
    CHECK(split_words("12.5.2026") == List{"12.5.2026"});
}

TEST_CASE("the signs between thousands are dropped as the language writes them") {
    CHECK(
        split_words("1,000 12,345,678 1,000.50 2.125", "en") ==
        List{"1000", "12345678", "1000.50", "2.125"});
    CHECK(
        split_words("1.000 -2.500,75 2,125 0.125", "de") ==
        List{"1000", "-2500,75", "2,125", "0.125"});
    CHECK(split_words("1234,567 1,0000 1,23,456", "en") == List{"1234,567", "1,0000", "1,23,456"});
}

TEST_CASE("an emoji is a word, whatever its colour") {
    CHECK(split_words("👍🏽!") == split_words("👍"));
    CHECK(split_words("yes👍 ❤️") == List{"yes", "👍", "❤"});
}

TEST_CASE("scripts without blanks are cut by the dictionary") {
    CHECK(split_words("สวัสดีครับ", "th") == List{"สวัสดี", "ครับ"});
    CHECK(split_words("我不知道", "zh").size() > 1);
}

TEST_CASE("a word knows its bytes and whether a sentence starts with it") {
    const std::string text = "No. Été, why?\nwell";
    const auto words = split(text, "en");
    REQUIRE(words.size() == 4);
    CHECK(text.substr(words[1].begin, words[1].end - words[1].begin) == "Été");
    CHECK(words[0].starts_sentence);
    CHECK(words[1].starts_sentence);
    CHECK_FALSE(words[2].starts_sentence);
    CHECK(words[3].starts_sentence);
}

TEST_CASE("letters are code points") {
    CHECK(count_letters("") == 0);
    CHECK(count_letters("añ😀") == 3);
}

TEST_CASE("only well-formed UTF-8 is UTF-8") {
    CHECK(is_utf8("aé“😀\U0010FFFF"));
    CHECK(is_utf8(""));
    for (const std::string bad :
         {"\xC0\x80",
          "\xC1\xBF",
          "\xE0\x9F\xBF",
          "\xED\xA0\x80",
          "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80",
          "\x80",
          "\xE2\x80",
          "\xFF",
          "\xC3(",
          "\xE2(\x80"}) {
        CHECK_FALSE(is_utf8(bad));
        CHECK(utf8_prefix("é" + bad) == 2);
    }
}

TEST_CASE("the first words stand as they were written") {
    CHECK(first_words("I yelled, and then I cried.", 3, "en") == "I yelled, and…");
    CHECK(first_words("  I yelled!  ", 2, "en") == "I yelled!");
    CHECK(first_words("“Oh no” she said", 2, "en") == "“Oh no…");
    CHECK(first_words("", 3, "en").empty());
    CHECK(first_words(" \n ", 3, "en").empty());
    CHECK(first_words("one", 0, "en") == "…");
}

TEST_CASE("plural keywords are those of the language") {
    CHECK(plural_keyword("1", "en") == "one");
    CHECK(plural_keyword("0", "en") == "other");
    CHECK(plural_keyword("1.5", "en") == "other");
    CHECK(plural_keyword("0", "fr") == "one");
    CHECK(plural_keyword("1.5", "fr") == "one");
    CHECK(plural_keyword("22", "pl") == "few");
    CHECK(plural_keyword("5", "pl") == "many");
    CHECK(plural_keyword("-1", "en") == "one");
    CHECK(plural_keyword("1", "xx-nothing") == "other");
    const auto polish = plural_keywords("pl");
    CHECK(std::find(polish.begin(), polish.end(), "many") != polish.end());
    CHECK(plural_keywords("en").size() == 2);
}

TEST_CASE("random bytes are split without a crash, in order and inside the text") {
    std::mt19937 random(3);
    for (int round = 0; round < 3'000; ++round) {
        std::string text;
        for (std::size_t n = random() % 40; n > 0; --n) {
            text += random() % 3 == 0 ? static_cast<char>(random())
                                      : "a'1.,-/ \xE2\x80\x99"[random() % 11];
        }
        std::size_t last_end = 0;
        for (const Word& word : split(text, round % 2 == 0 ? "en" : "de")) {
            CHECK(word.begin >= last_end);
            CHECK(word.end > word.begin);
            CHECK(is_utf8(word.folded));
            last_end = word.end;
        }
        CHECK(last_end <= text.size());
        first_words(text, 2, "en");
    }
}
