#include <catch2/catch.hpp>

#include "words/phrases.h"

using namespace attune;
using namespace attune::words;

namespace {

const NumberWords& english() {
    static const NumberWords words{
        {{"zero", 0},
         {"one", 1},
         {"two", 2},
         {"three", 3},
         {"five", 5},
         {"nine", 9},
         {"ten", 10},
         {"eleven", 11},
         {"twelve", 12},
         {"twenty", 20},
         {"forty", 40},
         {"ninety", 90},
         {"hundred", 100},
         {"thousand", 1000},
         {"million", 1'000'000}},
        {"a", "and"},
        {},
        {},
        {}};
    return words;
}

// "value@first+count", one after another.
std::string numbers(std::string_view message, const NumberWords& known = english()) {
    std::string hits;
    for (const NumberHit& hit : find_numbers(split(message, "en"), known)) {
        if (!hits.empty()) hits += ' ';
        hits += to_string(hit.value) + '@' + std::to_string(hit.first) + '+' +
                std::to_string(hit.count);
    }
    return hits;
}

}  // namespace

TEST_CASE("digits are numbers wherever they stand") {
    CHECK(numbers("about 7 or so") == "7@1+1");
    CHECK(numbers("-2.5") == "-2.5@0+1");
    CHECK(numbers("7,5") == "7.5@0+1");
    CHECK(numbers("7/10") == "7@0+1 10@2+1");
    CHECK(numbers("12.5.2026") == "");
    CHECK(numbers("99999999999999999999999") == "");
}

TEST_CASE("number words combine as they are said") {
    CHECK(numbers("nine") == "9@0+1");
    CHECK(numbers("zero") == "0@0+1");
    CHECK(numbers("forty two") == "42@0+2");
    CHECK(numbers("Forty-two!") == "42@0+2");
    CHECK(numbers("a hundred and five") == "105@0+4");
    CHECK(numbers("one hundred five") == "105@0+3");
    CHECK(numbers("twelve hundred") == "1200@0+2");
    CHECK(numbers("a thousand one hundred and forty two") == "1142@0+7");
    CHECK(numbers("two million three hundred thousand and nine") == "2300009@0+7");
    CHECK(numbers("5 thousand") == "5000@0+2");
    CHECK(numbers("2.5 million") == "2500000@0+2");
}

TEST_CASE("words that do not go on are two numbers") {
    CHECK(numbers("three nine") == "3@0+1 9@1+1");
    CHECK(numbers("nine or ten") == "9@0+1 10@2+1");
    CHECK(numbers("two and three") == "2@0+1 3@2+1");
    CHECK(numbers("forty eleven") == "40@0+1 11@1+1");
    CHECK(numbers("ten zero") == "10@0+1 0@1+1");
    CHECK(numbers("two thousand million") == "2000@0+2 1000000@2+1");
    CHECK(numbers("one two three") == "1@0+1 2@1+1 3@2+1");
}

TEST_CASE("joining words alone are no number") {
    CHECK(numbers("a and") == "");
    CHECK(numbers("and a") == "");
    CHECK(numbers("a lot and more") == "");
    CHECK(numbers("forty and so on") == "40@0+1");
    CHECK(numbers("a five") == "5@1+1");
}

TEST_CASE("a spoken number too large to hold is none") {
    const NumberWords huge{{{"two", 2}, {"gazillion", 9'000'000'000'000'000'000}}, {}, {}, {}, {}};
    CHECK(numbers("two gazillion", huge) == "");
}
