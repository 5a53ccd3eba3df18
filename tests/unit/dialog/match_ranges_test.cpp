#include "dialog/match_ranges.h"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::dialog;

namespace {

std::vector<NumberCase> ranges(const std::vector<std::string>& written) {
    std::vector<NumberCase> made;
    for (const std::string& text : written) made.push_back(read_range(text).value());
    return made;
}

std::string gap(const std::vector<std::string>& written, int from, int to) {
    const auto found = first_gap(ranges(written), Decimal::whole(from), Decimal::whole(to));
    return found ? to_string(*found) : "none";
}

}  // namespace

TEST_CASE("a range is one number, both ends, or one end") {
    CHECK(to_string(read_range("5").value()) == "5");
    CHECK(to_string(read_range("0..3").value()) == "0..3");
    CHECK(to_string(read_range("8..").value()) == "8..");
    CHECK(to_string(read_range("..2").value()) == "..2");
    CHECK(to_string(read_range(" -1 .. 2.5 ").value()) == "-1..2.5");
    for (const char* wrong : {"", "..", "3..1", "a..b", "1..x", "1-3", "1...3"}) {
        INFO(wrong);
        CHECK_FALSE(read_range(wrong).has_value());
    }
}

TEST_CASE("ranges overlap where they have a number in common") {
    const auto overlaps = [](const char* a, const char* b) {
        return overlap(*read_range(a), *read_range(b));
    };
    CHECK(overlaps("0..3", "3..5"));
    CHECK(overlaps("..2", "0..1"));
    CHECK(overlaps("..2", "2.."));
    CHECK_FALSE(overlaps("0..3", "4..5"));
    CHECK_FALSE(overlaps("..2", "3.."));
}

TEST_CASE("the first gap of whole numbers is found wherever it is") {
    CHECK(gap({"0..3", "4..10"}, 0, 10) == "none");
    CHECK(gap({"4..10", "0..3"}, 0, 10) == "none");
    CHECK(gap({"..3", "4.."}, 0, 10) == "none");
    CHECK(gap({"0..3", "5..10"}, 0, 10) == "4");
    CHECK(gap({"2..3", "5..10"}, 0, 10) == "0..1");
    CHECK(gap({"0..8"}, 0, 10) == "9..10");
    CHECK(gap({"0..3.5", "4..10"}, 0, 10) == "none");
    CHECK(gap({"0..3", "4.5..10"}, 0, 10) == "4");
    CHECK(gap({"-10..-6", "-5..-1"}, -10, 0) == "0");
    CHECK(gap({}, 1, 3) == "1..3");
    CHECK(gap({"20..30"}, 0, 10) == "0..10");
}
