#include "cli/console.h"

#include <catch2/catch.hpp>

using namespace attune::cli;

TEST_CASE("lines are broken at blanks, counted in letters") {
    CHECK(wrapped("one two three", 12, "  ") == "  one two\n  three");
    CHECK(wrapped("äöü äöü äöü", 12, "") == "äöü äöü äöü");
    CHECK(wrapped("averyverylongword so", 12, "") == "averyverylongword\nso");
}

TEST_CASE("line breaks of the text stay") {
    CHECK(wrapped("one\ntwo", 40, "- ") == "- one\n- two");
}
