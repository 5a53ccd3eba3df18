#include "words/reading_grade.h"

#include <catch2/catch.hpp>
#include <string>

using namespace attune::words;

namespace {

std::string times(int count, const std::string& sentence) {
    std::string text;
    for (int i = 0; i < count; ++i) text += sentence + " ";
    return text;
}

}  // namespace

// The expected figures are worked out by hand from the published formulas.
TEST_CASE("a text of short words and sentences is easy in every language") {
    // 6 words, 6 syllables a sentence: 0.39 * 6 + 11.8 * 1 - 15.59
    CHECK(*reading_grade(times(12, "The cat sat on the mat."), "en") == Approx(-1.45));
    // No long words; 100 % of one syllable: 0.1672 * 6 - 3.27 - 0.875
    CHECK(*reading_grade(times(12, "Der Hund sitzt auf dem Bett."), "de") == Approx(-3.1418));
    // 5 words, 8 syllables: 20 sentences and 160 syllables in 100 words
    CHECK(
        *reading_grade(times(14, "Come pan negro cada mes."), "es") ==
        Approx(-0.205 * 20 + 0.049 * 160 - 3.407));
}

TEST_CASE("long words and sentences raise it") {
    CHECK(
        *reading_grade(
            times(
                8,
                "Overwhelming exhaustion interferes with compassionate accommodation and "
                "reconciliation."),
            "en") > 15);
    CHECK(
        *reading_grade(
            times(
                8,
                "Unverhofft entstehende Erschöpfungszustände beeinträchtigen mitfühlende "
                "Aufmerksamkeit und Versöhnungsbereitschaft."),
            "de") > 12);
}

TEST_CASE("there is none for a few words, nor for a language without a formula") {
    CHECK_FALSE(reading_grade("The cat sat on the mat.", "en"));
    CHECK_FALSE(reading_grade(times(20, "Le chat dort sur le lit."), "fr"));
    CHECK(reading_formula("fr").empty());
    CHECK(reading_formula("de") == "first Wiener Sachtextformel");
}
