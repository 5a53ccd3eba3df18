// A store that fails, or does not know, at its n-th call, and else is the one it wraps.
#pragma once

#include "store/store.h"

namespace attune::store {

enum class Failure : std::uint8_t {
    error,            // StoreError: nothing of the call happened
    unsure_not_done,  // StoreUnsure at a commit, and it did not happen
    unsure_done,      // StoreUnsure at a commit, and it did happen
};

class FailingStore final : public Store {
public:
    // `at_call` counts from 1, over all calls; an unsure failure waits for the next commit.
    FailingStore(Store& inner, int at_call, Failure failure, Trouble trouble = Trouble::down)
        : inner_(inner), left_(at_call), failure_(failure), trouble_(trouble) {}

    bool has_failed() const { return failed_; }

    std::vector<std::optional<PersonId>> who(std::span<const AddressKey> addresses) override {
        read();
        return inner_.who(addresses);
    }
    std::vector<Snapshot> load(std::span<const Wanted> wanted) override {
        read();
        return inner_.load(wanted);
    }
    std::vector<Fate> commit(std::span<const TurnWrite> writes) override {
        if (--left_ > 0 || failed_) return inner_.commit(writes);
        failed_ = true;
        if (failure_ == Failure::error) throw StoreError(trouble_, "failed as told");
        if (failure_ == Failure::unsure_done) inner_.commit(writes);
        throw StoreUnsure("unsure as told");
    }
    std::vector<TurnRow> turns_after(PersonId person, Seq after, int limit) override {
        read();
        return inner_.turns_after(person, after, limit);
    }
    std::vector<TurnRow> turns_before(PersonId person, Seq before, int limit) override {
        read();
        return inner_.turns_before(person, before, limit);
    }
    std::vector<Bytes> journal(PersonId person) override {
        read();
        return inner_.journal(person);
    }
    std::int64_t greatest_id() override {
        read();
        return inner_.greatest_id();
    }

private:
    void read() {
        if (--left_ > 0 || failed_ || failure_ != Failure::error) return;
        failed_ = true;
        throw StoreError(trouble_, "failed as told");
    }

    Store& inner_;
    int left_;
    Failure failure_;
    Trouble trouble_;
    bool failed_ = false;
};

}  // namespace attune::store
