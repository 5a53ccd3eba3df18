#include "base/input.h"

#include <catch2/catch.hpp>
#include <set>

using namespace attune;

TEST_CASE("inputs that differ in anything have different forms, equal ones the same") {
    const std::vector<Input> inputs = {
        Said{"sad", 3},
        Tapped{{"sad"}, 3},
        Tapped{{"sad"}, 4},
        Tapped{{"sad"}, 3, "hollow"},
        Tapped{{"sad", "hollow"}, 3},
        Tapped{{}, 3, "sad"},
        Valued{Decimal::whole(3), 3},
        Valued{Date{3000}, 3},
        Valued{TimeOfDay{3000}, 3},
        Valued{Date{3001}, 3},
        Act{ActKind::skip, 3}};
    std::set<std::string> forms;
    for (const Input& input : inputs) {
        CHECK(forms.insert(canonical_form(input)).second);
        CHECK(canonical_form(input) == canonical_form(Input(input)));
    }
}
