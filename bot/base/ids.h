// Ids that are distinct types, and the maker of new ones.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

#include "base/moment.h"

namespace attune {

// The number of a person's message, hers too: 1, 2, 3, … and only ever grows. 0: none yet.
using Seq = std::int64_t;

// The number of turns of a person so far; her state's version.
using Version = std::int64_t;

template <class Tag>
struct Id {
    std::int64_t value = 0;  // 0 names nothing

    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

using PersonId = Id<struct PersonTag>;
using TurnId = Id<struct TurnTag>;
using EditionId = Id<struct EditionTag>;

// Makes ids of 63 bits: 41 of time (ms since 2025), 6 of node, 16 of count. Each is greater than
// the last one made and than `floor`, also when the clock steps back. Not thread-safe: one owner.
class IdMaker {
public:
    explicit IdMaker(unsigned node = 0, std::int64_t floor = 0) : node_(node & 63U), last_(floor) {}

    // Ids made from now on are greater than `id` (the newest one that a store holds).
    void go_past(std::int64_t id) {
        if (id > last_) last_ = id;
    }

    std::int64_t next(Instant now);

    template <class AnyId>
    AnyId make(Instant now) {
        return AnyId{next(now)};
    }

private:
    unsigned node_;
    std::int64_t last_;
};

}  // namespace attune

template <class Tag>
struct std::hash<attune::Id<Tag>> {
    std::size_t operator()(const attune::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
