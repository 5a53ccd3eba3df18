// A talk that is under way: her first answer is given, "What happened?" is open (number 4).
#pragma once

#include <string>

#include "store/memory/memory_store.h"
#include "tests/unit/turns/house.h"

namespace attune::turns {

inline const std::string ana = "ana's token";

struct Evening {
    explicit Evening(Options options = House::test_options())
        : house(store, editions, std::move(options)),
          person(arrive(house, ana, Valued{Decimal::whole(7), 2}).person) {}

    Accepted says(const std::string& id, Input input) {
        return house.ask_for<Accepted>(sends(ana, id, std::move(input)));
    }
    // Answers what is left of the dialog.
    void finish() {
        says("seen", Said{"I yelled", 4});
        says("better", Tapped{{"yes"}, 6});
    }

    store::MemoryStore store;
    EditionShelf editions{evening_files()};
    House house;
    PersonId person;
};

}  // namespace attune::turns
