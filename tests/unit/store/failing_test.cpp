// The same promises hold where a call fails, or nobody knows whether it did.
#include "tests/unit/store/failing_store.h"

#include <catch2/catch.hpp>

#include "tests/unit/store/sender.h"
#include "tests/unit/store/twins.h"

namespace attune::store {

TEMPLATE_TEST_CASE("whatever call fails, each input is kept once", "[store]", ATTUNE_STORE_TWINS) {
    const auto failure = GENERATE(Failure::error, Failure::unsure_not_done, Failure::unsure_done);
    for (int call = 1; call <= 24; ++call) {
        TestType twin;
        FailingStore store(twin.store(), call, failure);
        Desk desk;
        Sender ann(store, PersonId{11}, desk);
        Sender ben(store, PersonId{12}, desk);
        for (Version n = 1; n <= 6; ++n) {
            ann.send(n);
            ben.send(n);
        }
        CAPTURE(call);
        CHECK(store.has_failed());
        const int unsure = failure == Failure::error ? 0 : 1;
        CHECK(ann.unsure + ben.unsure == unsure);
        CHECK(ann.errors + ben.errors == 1 - unsure);
        check_talk(store, PersonId{11}, 6);
        check_talk(store, PersonId{12}, 6);
    }
}

TEST_CASE("a failing store says what went wrong, once", "[store]") {
    MemoryStore inner;
    FailingStore store(inner, 2, Failure::error, Trouble::full);
    CHECK_FALSE(load_one(store, PersonId{1}).known);
    try {
        load_one(store, PersonId{1});
        FAIL("the second call must fail");
    } catch (const StoreError& error) {
        CHECK(error.trouble == Trouble::full);
    }
    CHECK_FALSE(load_one(store, PersonId{1}).known);
}

}  // namespace attune::store
