#include <catch2/catch.hpp>
#include <random>

#include "some_names.h"

using namespace attune;
using namespace attune::dialog;

namespace {

const SomeNames names;

std::string faults_of(std::string_view source) {
    const auto parsed = parse_condition(source, names);
    if (parsed) return "none";
    const Faults faults = parsed.error();
    for (const Fault& fault : faults.list) {
        CHECK_FALSE(fault.words.what.empty());
        CHECK_FALSE(fault.words.mend.empty());
        CHECK(fault.at <= source.size());
    }
    return told(faults);
}

std::string mend_of(std::string_view source) {
    const auto parsed = parse_condition(source, names);
    return parsed ? "none" : parsed.error().list.at(0).words.mend;
}

std::string known_if(std::string_view source) {
    const auto parsed = parse_condition(source, names);
    REQUIRE(parsed.has_value());
    std::string all;
    for (const VariableRef ref : known_when_true(parsed->expression)) {
        all += (all.empty() ? "" : " ") + names.variable(ref).name;
    }
    return all;
}

bool is_private(std::string_view source) {
    const auto parsed = parse_expression(source, names);
    REQUIRE(parsed.has_value());
    return parsed->is_private;
}

}  // namespace

TEST_CASE("the type of a value follows from its parts") {
    const auto type = [](std::string_view source) {
        const auto parsed = parse_expression(source, names);
        REQUIRE(parsed.has_value());
        return parsed->type;
    };
    CHECK(type("tries + 1") == Type::number);
    CHECK(type("beneath") == Type::option);
    CHECK(type("feelings") == Type::option_set);
    CHECK(type("'tired'") == Type::words);
    CHECK(type("first words(story, 3)") == Type::words);
    CHECK(type("today") == Type::date);
    CHECK(type("heat > 3") == Type::yes_no);
    CHECK(type("yes") == Type::yes_no);
}

TEST_CASE("an unknown name gets the nearest right one") {
    CHECK(faults_of("haet > 3") == "A252 0+4");
    CHECK(mend_of("haet > 3") == "Did you mean \"heat\"?");
    CHECK(faults_of("beneath is olld") == "A256 11+4");
    CHECK(mend_of("beneath is olld") == "Did you mean \"old\"?");
    CHECK(mend_of("beneath is xxxxxxxx") == "It has: alone, unseen, old.");
    CHECK(faults_of("child is Peter") == "A299 9+5");
    CHECK(mend_of("child is Peter") == "Words stand in single quotes: 'Peter'.");
}

TEST_CASE("all unknown names are told at once") {
    CHECK(
        faults_of("haet > 3 and beneath is olld or xyz is known") ==
        "A252 0+4 | A256 24+4 | A252 32+3");
}

TEST_CASE("a word that is an option and a variable is refused") {
    CHECK(faults_of("beneath is unseen") == "A257 11+6");
    CHECK(faults_of("beneath is one of old, unseen") == "A257 23+6");
    CHECK(faults_of("heat is tries") == "none");
}

TEST_CASE("comparisons are never chained") {
    CHECK(faults_of("3 < heat < 7") == "A254 9+1");
    CHECK(faults_of("heat is 3 is yes") == "A254 10+2");
    CHECK(faults_of("heat is known is yes") == "A254 14+2");
    CHECK(faults_of("3 < heat and heat < 7") == "none");
    CHECK(faults_of("(heat is 3) is yes") == "none");
}

TEST_CASE("unequal types cannot be compared") {
    CHECK(faults_of("heat is 'hot'") == "A255 0+13");
    CHECK(faults_of("heat is yes") == "A255 0+11");
    CHECK(faults_of("beneath is 'old'") == "A255 0+16");
    CHECK(mend_of("beneath is 'old'") == "Write an option without quotes: alone, unseen, old.");
    CHECK(faults_of("beneath is 3") == "A255 0+12");
    CHECK(faults_of("feelings is sad") == "A255 0+15");
    CHECK(mend_of("feelings is sad") == "Write \"contains\" instead of \"is\".");
    CHECK(faults_of("story < 3") == "A255 0+9");
    CHECK(faults_of("today > 3") == "A255 0+9");
    CHECK(faults_of("heat is one of 1, 'two'") == "A255 0+23");
    CHECK(faults_of("heat contains 3") == "A280 0+15");
    CHECK(faults_of("feelings contains 'sad'") == "A280 0+23");
}

TEST_CASE("what a sign or function cannot take is refused") {
    CHECK(faults_of("story + 1 > 2") == "A258 0+5");
    CHECK(faults_of("beneath > old") == "A281 0+13");
    CHECK(faults_of("story < child") == "A281 0+13");
    CHECK(faults_of("heat and come_back") == "A258 0+4");
    CHECK(faults_of("not heat") == "A258 4+4");
    CHECK(faults_of("-story is 3") == "A258 1+5");
    CHECK(faults_of("length(heat) > 3") == "A258 7+4");
    CHECK(faults_of("count(story) > 3") == "A258 6+5");
    CHECK(faults_of("days since heat > 3") == "A258 11+4");
    CHECK(faults_of("first words(heat, 3) is known") == "A258 12+4");
}

TEST_CASE("a condition must be yes or no") {
    CHECK(faults_of("heat + 1") == "A259 0+8");
    CHECK(faults_of("beneath") == "A259 0+7");
    CHECK(faults_of("come_back") == "none");
    CHECK(parse_expression("heat + 1", names).has_value());
}

TEST_CASE("what is missing or too much is shown at its place") {
    CHECK(faults_of("") == "A261 0+1");
    CHECK(faults_of("   ") == "A261 3+1");
    CHECK(faults_of("heat >") == "A296 6+1");
    CHECK(faults_of("heat > = 3") == "A293 7+1");
    CHECK(faults_of("heat is and yes") == "A296 8+3");
    CHECK(faults_of("> 3") == "A296 0+1");
    CHECK(faults_of("heat 3") == "A253 5+1");
    CHECK(faults_of("(heat > 3") == "A262 0+1");
    CHECK(faults_of("heat > 3)") == "A253 8+1");
    CHECK(faults_of("length heat") == "A295 7+4");
    CHECK(faults_of("length(story > 3") == "A255 7+9");
    CHECK(faults_of("first words(story, 0) is known") == "A279 19+1");
    CHECK(faults_of("first words(story, 2.5) is known") == "A279 19+3");
    CHECK(faults_of("first words(story) is known") == "A295 17+1");
    CHECK(faults_of("length(story is 3") == "A255 7+10");
    CHECK(faults_of("length(story") == "A295 12+1");
    CHECK(faults_of("days born") == "A295 5+4");
    CHECK(faults_of("beneath is one of") == "A296 17+1");
    CHECK(faults_of("beneath is one of old,") == "A296 22+1");
    CHECK(faults_of("heat is one of 1 + 1, 3") == "A294 15+5");
}

TEST_CASE("signs of other languages get the right word") {
    CHECK(faults_of("heat == 3") == "A293 5+2");
    CHECK(mend_of("heat == 3") == "Write is instead.");
    CHECK(mend_of("heat != 3") == "Write is not instead.");
    CHECK(mend_of("heat <> 3") == "Write is not instead.");
    CHECK(mend_of("come_back && yes") == "Write and instead.");
    CHECK(mend_of("!come_back") == "Write not instead.");
    CHECK(mend_of("heat ≥ 3") == "Write >= instead.");
    CHECK(faults_of("child is \"Ann\"") == "A297 9+1 | A297 13+1");
    CHECK(faults_of("child is “Ann”") == "A297 9+3 | A297 15+3");
    CHECK(faults_of("child is 'Ann") == "A251 9+4");
    CHECK(faults_of("heat > 3x") == "A292 7+2");
    CHECK(faults_of("heat > 1.2.3") == "A292 7+5");
    CHECK(faults_of("heat > 99999999999999999999") == "A292 7+20");
}

TEST_CASE("nesting has a limit") {
    const std::string fine = std::string(40, '(') + "come_back" + std::string(40, ')');
    CHECK(faults_of(fine) == "none");
    CHECK(faults_of(std::string(100'000, '(')).starts_with("A260"));
    CHECK(faults_of(std::string(100'000, '-') + "1 < 2").starts_with("A260"));
    std::string nots;
    for (int i = 0; i < 50'000; ++i) nots += "not ";
    CHECK(faults_of(nots + "yes").starts_with("A260"));
}

TEST_CASE("what is computed from private words is private, but whether they are known is not") {
    CHECK(is_private("story"));
    CHECK(is_private("length(story) > 3"));
    CHECK(is_private("heat > 3 and story contains 'x'"));
    CHECK(is_private("child is one of 'a', story"));
    CHECK_FALSE(is_private("story is known"));
    CHECK_FALSE(is_private("story is not known or heat > 3"));
    CHECK_FALSE(is_private("child is 'Ann'"));
}

TEST_CASE("a condition that holds makes variables known") {
    CHECK(known_if("heat is known") == "heat");
    CHECK(known_if("heat >= 8 and beneath is old") == "heat beneath");
    CHECK(known_if("heat >= 8 or beneath is old") == "");
    CHECK(known_if("heat >= 8 or heat < tries") == "heat");
    CHECK(known_if("heat is not known") == "");
    CHECK(known_if("not (heat is not known)") == "heat");
    CHECK(known_if("not (heat is not known or tries is not known)") == "heat tries");
    CHECK(known_if("not heat > 3") == "heat");
    CHECK(known_if("heat + tries is known") == "heat tries");
    CHECK(known_if("beneath is one of old, mood") == "beneath");
    CHECK(known_if("length(story) > 3 and zone is known") == "story zone");
    CHECK(known_if("hour > 20 and visits is 1") == "");
}

TEST_CASE("random words and bytes never crash the parser") {
    const std::vector<std::string> parts{
        "heat",  "beneath", "old",  "is",    "not",   "one",      "of",       "known",
        "and",   "or",      "(",    ")",     ",",     "+",        "-",        "*",
        "/",     "<",       ">=",   "3",     "0.5",   "'x'",      "length",   "count",
        "first", "words",   "days", "since", "today", "feelings", "contains", "yes",
        "story", "'",       "\"",   "ä",     "“",     "=",        "."};
    std::mt19937 random(42);
    for (int round = 0; round < 20'000; ++round) {
        std::string source;
        for (std::size_t n = random() % 12; n > 0; --n) {
            source += parts[random() % parts.size()];
            if (random() % 8 == 0) source += static_cast<char>(random());
            source += ' ';
        }
        const auto parsed = parse_expression(source, names);
        INFO(source);
        if (parsed) {
            evaluate(parsed->expression, names.scope());
            known_when_true(parsed->expression);
        } else {
            CHECK_FALSE(parsed.error().list.empty());
        }
    }
}
