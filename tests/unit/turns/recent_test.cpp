#include "turns/recent.h"

#include <catch2/catch.hpp>
#include <string>

using attune::turns::Recent;

TEST_CASE("what was used last stays, the rest goes") {
    Recent<int, std::string> recent(2);
    recent.keep(1, "one");
    recent.keep(2, "two");
    REQUIRE(recent.find(1) != nullptr);
    recent.keep(3, "three");

    CHECK(*recent.find(1) == "one");
    CHECK(recent.find(2) == nullptr);
    CHECK(*recent.find(3) == "three");
}

TEST_CASE("what is kept again is replaced, what is forgotten is gone") {
    Recent<int, std::string> recent(2);
    recent.keep(1, "one");
    recent.keep(1, "uno");
    CHECK(*recent.find(1) == "uno");
    recent.forget(1);
    recent.forget(1);
    CHECK(recent.find(1) == nullptr);
}
