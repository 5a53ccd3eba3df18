#include "words/slips.h"

#include <catch2/catch.hpp>

#include <set>

#include "words/lists/word_graph.h"
#include "words/phrases.h"

using namespace attune::words;

namespace {

const WordList& list_of(std::string_view language) {
    const WordList* list = WordList::of(language);
    if (!list) throw std::runtime_error("this build has no words of " + std::string(language));
    return *list;
}

// Everything one slip away from `word`, and more: all with one letter more, less, other or swapped.
std::set<std::string> near(const std::string& word) {
    std::set<std::string> all;
    for (std::size_t i = 0; i <= word.size(); ++i) {
        const std::string head = word.substr(0, i);
        const std::string tail = word.substr(i);
        if (!tail.empty()) all.insert(head + tail.substr(1));
        if (tail.size() > 1) all.insert(head + tail[1] + tail[0] + tail.substr(2));
        for (char c = 'a'; c <= 'z'; ++c) {
            all.insert(head + c + tail);
            if (!tail.empty()) all.insert(head + c + tail.substr(1));
        }
    }
    all.erase(word);
    return all;
}

bool found(const PhraseSet& phrases, const std::string& message, const std::string& language) {
    const auto words = split(message, language);
    return !phrases.find(words, Slips(words, WordList::of(language))).empty();
}

PhraseSet phrase(const std::string& words, const std::string& language) {
    PhraseSet set;
    set.add(words, language, 1);
    return set;
}

}  // namespace

TEST_CASE("a slip is one letter more, less, other, or two neighbours swapped") {
    CHECK(is_slip("afriad", "afraid"));
    CHECK(is_slip("afrad", "afraid"));
    CHECK(is_slip("afraaid", "afraid"));
    CHECK(is_slip("afrsid", "afraid"));
    CHECK(is_slip("afraidd", "afraid"));
    CHECK(is_slip("afrai", "afraid"));
    CHECK(is_slip("alon", "alone"));
    CHECK_FALSE(is_slip("afraid", "afraid"));
    CHECK_FALSE(is_slip("afriadd", "afraid"));
    CHECK_FALSE(is_slip("adraif", "afraid"));
    CHECK_FALSE(is_slip("draif", "afraid"));
    CHECK_FALSE(is_slip("braid", "bread"));
    CHECK_FALSE(is_slip("brfaid", "afraid"));
    CHECK_FALSE(is_slip("faraid", "afraid"));
    CHECK_FALSE(is_slip("helo", "help"));
    CHECK_FALSE(is_slip("", "afraid"));
}

TEST_CASE("a word list holds exactly the words it was made of") {
    const std::vector<std::string> some{"able", "abled", "afraid", "bled", "raid", "raids"};
    const auto entries = word_graph(some);
    const WordList list(entries);
    for (const std::string& word : some) CHECK(list.contains(word));
    for (const std::string word :
         {"", "a", "abl", "ables", "afraids", "aid", "raidss", "zebra", "r'aid", "ä"}) {
        CHECK_FALSE(list.contains(word));
    }
    CHECK(list.contains("raid's"));
    CHECK_FALSE(WordList(word_graph({})).contains("raid"));
    CHECK_FALSE(WordList({}).contains("raid"));
}

TEST_CASE("words of many lengths go into a list and nothing else comes out") {
    std::set<std::string> words;
    for (unsigned n = 1; n < 5000; ++n) {
        std::string word;
        for (unsigned rest = n * 2654435761U; rest > 0; rest /= 5)
            word += static_cast<char>('a' + rest % 5);
        words.insert(word);
    }
    const auto entries = word_graph({words.begin(), words.end()});
    const WordList list(entries);
    std::size_t wrong = 0;
    for (const std::string& word : words) {
        if (!list.contains(word)) ++wrong;
        if (list.contains(word + 'a') != words.contains(word + 'a')) ++wrong;
        if (list.contains(word.substr(1)) != words.contains(word.substr(1))) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("the lists of this build know the words of their languages with their endings") {
    for (const char* word :
         {"yelled", "hits", "afraid", "shouting", "mother's", "children", "colour"}) {
        INFO(word);
        CHECK(list_of("en").contains(word));
    }
    for (const char* word : {"Ängste", "geschrien", "müder", "allein", "Kindern", "weiß"}) {
        INFO(word);
        CHECK(list_of("de").contains(fold(word, "de")));
    }
    for (const char* word : {"grité", "gritaba", "asustadas", "niños", "cansada", "corazón"}) {
        INFO(word);
        CHECK(list_of("es").contains(fold(word, "es")));
    }
    for (const char* language : {"en", "de", "es"}) {
        CHECK_FALSE(list_of(language).contains("afriad"));
    }
    CHECK(WordList::of("de-AT") == WordList::of("de"));
    CHECK(WordList::of("tlh") == nullptr);
}

TEST_CASE("a mistyped word is forgiven and no word of the language is ever taken for another") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> languages{
        {"en",
         {"afraid",
          "alone",
          "angry",
          "lonely",
          "scared",
          "mother",
          "father",
          "tired",
          "guilty",
          "shame",
          "hungry",
          "unseen",
          "hurt",
          "other",
          "never",
          "worried",
          "bored"}},
        {"de",
         {"allein",
          "wuetend",
          "traurig",
          "muede",
          "mutter",
          "vater",
          "angst",
          "ueberfordert",
          "schuld",
          "niemand",
          "leer"}},
        {"es",
         {"triste",
          "asustada",
          "cansado",
          "culpa",
          "miedo",
          "madre",
          "enojada",
          "vacio",
          "nadie"}}};
    for (const auto& [language, meant] : languages) {
        for (const std::string& word : meant) {
            const PhraseSet phrases = phrase(word, language);
            std::size_t forgiven = 0;
            for (const std::string& typed : near(word)) {
                const bool is_word = list_of(language).contains(typed);
                const bool allowed = !is_word && is_slip(typed, word);
                INFO(language << ": " << typed << " for " << word);
                REQUIRE(found(phrases, typed, language) == allowed);
                if (allowed) ++forgiven;
            }
            CHECK((word.size() < 5 || forgiven > 100));
        }
    }
}

TEST_CASE("what could do harm is not forgiven") {
    CHECK(found(phrase("afraid", "en"), "I was afriad of him", "en"));
    CHECK_FALSE(found(phrase("lonely", "en"), "a lovely evening", "en"));
    CHECK_FALSE(found(phrase("scared", "en"), "his scarred hand", "en"));
    CHECK_FALSE(found(phrase("hits", "en"), "hit", "en"));
    // A name inside a sentence; a shouted message has none.
    CHECK(found(phrase("alone", "en"), "it was Alone", "en"));
    CHECK_FALSE(found(phrase("alone", "en"), "it was Alonne", "en"));
    CHECK(found(phrase("alone", "en"), "I WAS ALONNE", "en"));
    // German writes all its nouns so.
    CHECK(found(phrase("Mutter", "de"), "wegen meiner Muttter", "de"));
    // A language without a list, and numbers.
    CHECK_FALSE(found(phrase("afraid", "xx"), "afriad", "xx"));
    CHECK_FALSE(found(phrase("a12345", "en"), "a12354", "en"));
}

TEST_CASE("every word of a phrase may have a slip, and the phrase stays whole words in order") {
    const PhraseSet phrases = phrase("nobody helped me", "en");
    CHECK(found(phrases, "nobdy helpped me", "en"));
    CHECK(found(phrases, "nobody helpd me", "en"));
    CHECK_FALSE(found(phrases, "helpd nobody me", "en"));
    CHECK_FALSE(found(phrases, "nobdyy helped me", "en"));
    const auto words = split("nobdy helped me", "en");
    const auto whole = phrases.whole(words, Slips(words, WordList::of("en")));
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].meant->at(0) == "nobody");
}
