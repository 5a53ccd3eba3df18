// Number words of the project's own defaults.
#include <catch2/catch.hpp>

#include "tests/support/edition.h"
#include "words/phrases.h"

using namespace attune;

namespace {

// The numbers of a message, one after another.
std::string numbers(const std::string& message, const std::string& language) {
    std::string found;
    const auto& known = test::own_defaults(language).numbers;
    for (const auto& hit : words::find_numbers(words::split(message, language), known)) {
        found += (found.empty() ? "" : " ") + to_string(hit.value);
    }
    return found;
}

using Names = std::vector<std::string>;

std::string english(int n) {
    static const Names ones{"zero",    "one",     "two",       "three",    "four",
                            "five",    "six",     "seven",     "eight",    "nine",
                            "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const Names tens{
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (n >= 1000)
        return english(n / 1000) + " thousand" + (n % 1000 ? " " + english(n % 1000) : "");
    if (n >= 100)
        return english(n / 100) + " hundred" + (n % 100 ? " and " + english(n % 100) : "");
    if (n >= 20) return tens[n / 10] + (n % 10 ? "-" + ones[n % 10] : "");
    return ones[n];
}

std::string german(int n, bool inside = false) {
    static const Names ones{"null",     "eins",     "zwei",     "drei",     "vier",
                            "fünf",     "sechs",    "sieben",   "acht",     "neun",
                            "zehn",     "elf",      "zwölf",    "dreizehn", "vierzehn",
                            "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
    static const Names tens{
        "",
        "",
        "zwanzig",
        "dreißig",
        "vierzig",
        "fünfzig",
        "sechzig",
        "siebzig",
        "achtzig",
        "neunzig"};
    if (n >= 1000) return german(n / 1000, true) + "tausend" + (n % 1000 ? german(n % 1000) : "");
    if (n >= 100) return german(n / 100, true) + "hundert" + (n % 100 ? german(n % 100) : "");
    if (n >= 20) return (n % 10 ? german(n % 10, true) + "und" : "") + tens[n / 10];
    return n == 1 && inside ? "ein" : ones[n];
}

std::string spanish(int n) {
    static const Names ones{
        "cero",         "uno",         "dos",        "tres",        "cuatro",     "cinco",
        "seis",         "siete",       "ocho",       "nueve",       "diez",       "once",
        "doce",         "trece",       "catorce",    "quince",      "dieciséis",  "diecisiete",
        "dieciocho",    "diecinueve",  "veinte",     "veintiuno",   "veintidós",  "veintitrés",
        "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"};
    static const Names tens{
        "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"};
    static const Names hundreds{
        "",
        "ciento",
        "doscientos",
        "trescientos",
        "cuatrocientos",
        "quinientos",
        "seiscientos",
        "setecientos",
        "ochocientos",
        "novecientos"};
    if (n >= 1000) {
        const std::string thousands = n / 1000 == 1 ? "mil" : spanish(n / 1000) + " mil";
        return thousands + (n % 1000 ? " " + spanish(n % 1000) : "");
    }
    if (n == 100) return "cien";
    if (n > 100) return hundreds[n / 100] + (n % 100 ? " " + spanish(n % 100) : "");
    if (n >= 30) return tens[n / 10] + (n % 10 ? " y " + ones[n % 10] : "");
    return ones[n];
}

}  // namespace

TEST_CASE("all numbers below ten thousand are read as they are said in three languages") {
    std::string wrong;
    for (int n = 0; n < 10'000 && wrong.size() < 500; ++n) {
        const std::string digits = std::to_string(n);
        if (numbers(english(n), "en") != digits) wrong += english(n) + '\n';
        if (numbers(german(n), "de") != digits) wrong += german(n) + '\n';
        if (numbers(spanish(n), "es") != digits) wrong += spanish(n) + '\n';
    }
    CHECK(wrong == "");
}

TEST_CASE("numbers in words are read as people write them") {
    CHECK(numbers("fortytwo or so", "en") == "42");
    CHECK(numbers("neunundvierzig", "de") == "49");
    CHECK(numbers("so EINUNDZWANZIG", "de") == "21");
    CHECK(numbers("hunderteins", "de") == "101");
    CHECK(numbers("tausendundeins", "de") == "1001");
    CHECK(numbers("zweiundzwanzigtausend", "de") == "22000");
    CHECK(numbers("zwei Millionen", "de") == "2000000");
    CHECK(numbers("cuarenta y dos", "es") == "42");
    CHECK(numbers("treinta y una", "es") == "31");
    CHECK(numbers("VEINTIDOS", "es") == "22");
    CHECK(numbers("un millón", "es") == "1000000");
}

TEST_CASE("a half behind a number belongs to it") {
    CHECK(numbers("two and a half hours", "en") == "2.5");
    CHECK(numbers("2 and a half", "en") == "2.5");
    CHECK(numbers("dreieinhalb", "de") == "3.5");
    CHECK(numbers("anderthalb Stunden", "de") == "1.5");
    CHECK(numbers("eineinhalb", "de") == "1.5");
    CHECK(numbers("dos y media", "es") == "2.5");
}

TEST_CASE("words that only look like numbers are none") {
    CHECK(numbers("ein bisschen", "de") == "");
    CHECK(numbers("zwischen fünf und zwanzig", "de") == "5 20");
    CHECK(numbers("achtung", "de") == "");
    CHECK(numbers("undzwei", "de") == "");
    CHECK(numbers("zweiund", "de") == "");
    CHECK(numbers("neunneun", "de") == "");
    CHECK(numbers("un poco", "es") == "");
    CHECK(numbers("between five and twenty", "en") == "5 20");
    CHECK(numbers("oneandandone", "en") == "");
    CHECK(numbers(std::string(5000, 'a'), "en") == "");
    std::string long_one;
    for (int i = 0; i < 1000; ++i) long_one += "ein";
    CHECK(numbers(long_one, "de") == "");
}
