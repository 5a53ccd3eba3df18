#include "base/decimal.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace attune;

namespace {

Decimal of(const char* text) {
    return parse_decimal(text).value();
}

constexpr Decimal largest{std::numeric_limits<std::int64_t>::max()};

}  // namespace

TEST_CASE("a number is read and shown in its shortest form") {
    CHECK(to_string(of("7")) == "7");
    CHECK(to_string(of("-0.5")) == "-0.5");
    CHECK(to_string(of("2,125")) == "2.125");
    CHECK(to_string(of("10.50")) == "10.5");
    CHECK(to_string(of("0.007")) == "0.007");
    CHECK(to_string(Decimal{std::numeric_limits<std::int64_t>::min()}) == "-9223372036854775.808");
}

TEST_CASE("digits beyond the third are rounded half away from zero") {
    CHECK(of("0.0005").thousandths == 1);
    CHECK(of("-0.0005").thousandths == -1);
    CHECK(of("0.0004").thousandths == 0);
    CHECK(of("1.9996").thousandths == 2000);
}

TEST_CASE("what is no number is not read as one") {
    for (const char* text : {"", "-", ".5", "1.", "1.2.3", "1a", "1 2", "99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(parse_decimal(text).has_value());
    }
}

TEST_CASE("quotients and products are rounded half away from zero") {
    CHECK(to_string(divide(of("1"), of("3")).value()) == "0.333");
    CHECK(to_string(divide(of("2"), of("3")).value()) == "0.667");
    CHECK(to_string(divide(of("-2"), of("3")).value()) == "-0.667");
    CHECK(to_string(divide(of("1"), of("-2000")).value()) == "-0.001");
    CHECK(to_string(multiply(of("0.5"), of("0.001")).value()) == "0.001");
    CHECK(to_string(multiply(of("-0.5"), of("0.001")).value()) == "-0.001");
}

TEST_CASE("overflow and division by zero give nothing") {
    CHECK_FALSE(add(largest, Decimal{1}).has_value());
    CHECK_FALSE(subtract(Decimal{-2}, largest).has_value());
    CHECK_FALSE(multiply(largest, of("2")).has_value());
    CHECK_FALSE(divide(largest, of("0.5")).has_value());
    CHECK_FALSE(divide(of("1"), of("0")).has_value());
    CHECK(add(largest, Decimal{-1}).has_value());
}
