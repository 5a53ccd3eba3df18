// A store that hands every call on: tests change the one call that matters to them.
#pragma once

#include "store/store.h"

namespace attune::turns {

class PassingStore : public store::Store {
public:
    explicit PassingStore(Store& inner) : inner_(inner) {}

    std::vector<std::optional<PersonId>> who(
        std::span<const store::AddressKey> addresses) override {
        before_call();
        return inner_.who(addresses);
    }
    std::vector<store::Snapshot> load(std::span<const store::Wanted> wanted) override {
        before_call();
        return inner_.load(wanted);
    }
    std::vector<store::Fate> commit(std::span<const store::TurnWrite> writes) override {
        before_call();
        before_commit(writes);
        return inner_.commit(writes);
    }
    std::vector<store::TurnRow> turns_after(PersonId person, Seq after, int limit) override {
        before_call();
        return inner_.turns_after(person, after, limit);
    }
    std::vector<store::TurnRow> turns_before(PersonId person, Seq before, int limit) override {
        before_call();
        return inner_.turns_before(person, before, limit);
    }
    std::vector<Bytes> journal(PersonId person) override { return inner_.journal(person); }
    std::int64_t greatest_id() override { return inner_.greatest_id(); }

protected:
    virtual void before_call() {}
    virtual void before_commit(std::span<const store::TurnWrite>) {}

private:
    Store& inner_;
};

}  // namespace attune::turns
