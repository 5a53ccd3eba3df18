#include "turns/profile.h"

#include <catch2/catch.hpp>

#include "base/binary.h"

using namespace attune;
using namespace attune::turns;

TEST_CASE("what the page says of itself counts, what it leaves out stays") {
    const auto first = with_manners({}, {"de-AT", "Europe/Vienna"});
    CHECK(first.language == "de-AT");
    CHECK(first.zone == "Europe/Vienna");

    const auto later = with_manners(first, {"", "America/Lima"});
    CHECK(later.language == "de-AT");
    CHECK(later.zone == "America/Lima");
}

TEST_CASE("what is no language tag and no zone changes nothing") {
    const auto before = with_manners({}, {"de-AT", "Europe/Vienna"});
    const auto after = with_manners(before, {"<script>", "Moon/Crater"});
    CHECK(kept_alike(before, after));
    CHECK(kept_alike(before, with_manners(before, {std::string(100, 'a'), "../etc/passwd"})));
}

TEST_CASE("a profile comes back as it was kept") {
    const auto profile = with_manners({}, {"de-AT", "Europe/Vienna"});
    CHECK(kept_alike(decode_profile(encode_profile(profile)), profile));
}

TEST_CASE("bytes that are no profile are refused") {
    const auto stored = encode_profile(with_manners({}, {"de-AT", "Europe/Vienna"}));
    CHECK_THROWS_AS(decode_profile(""), BinaryError);
    CHECK_THROWS_AS(decode_profile("\x02" + stored.substr(1)), BinaryError);
    CHECK_THROWS_AS(decode_profile(stored + "x"), BinaryError);
    CHECK_THROWS_AS(decode_profile(stored.substr(0, 4)), BinaryError);
}
