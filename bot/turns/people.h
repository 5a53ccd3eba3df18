// Who was here lately, in memory: whose an address is, and where each of them stands. Everything
// here can be read from the store again. The turn thread alone uses it.
#pragma once

#include <string>

#include "store/store.h"
#include "turns/known.h"
#include "turns/recent.h"

namespace attune::turns {

class People {
public:
    explicit People(std::size_t limit) : owners_(limit), known_(limit) {}

    // No id: not known here; the store may know.
    PersonId owner(const store::AddressKey& address) {
        const PersonId* person = owners_.find(name_of(address));
        return person == nullptr ? PersonId{} : *person;
    }
    void owns(const store::AddressKey& address, PersonId person) {
        owners_.keep(name_of(address), person);
    }

    // Null: not here.
    KnownPtr find(PersonId person) {
        const KnownPtr* known = known_.find(person);
        return known == nullptr ? nullptr : *known;
    }
    void keep(PersonId person, KnownPtr known) { known_.keep(person, std::move(known)); }

    void forget(PersonId person) { known_.forget(person); }
    void forget(const store::AddressKey& address) { owners_.forget(name_of(address)); }

private:
    static std::string name_of(const store::AddressKey& address) {
        return address.transport + '\n' + address.who;
    }

    Recent<std::string, PersonId> owners_;
    Recent<PersonId, KnownPtr> known_;
};

}  // namespace attune::turns
