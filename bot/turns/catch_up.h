// Her messages after a number, or before one: from memory where they are, else from the store.
#pragma once

#include <string>
#include <vector>

#include "base/turn_request.h"
#include "store/store.h"
#include "turns/known.h"

namespace attune::turns {

constexpr std::size_t page_after = 64;
constexpr std::size_t page_before = 50;

// Whose messages are read, and where.
struct Shelf {
    store::Store& store;
    PersonId person;
    const PersonKey& key;
};

// Up to 64 messages with seq > after. Throws StoreError, Unreadable; so do the others.
Page read_on(const Shelf& shelf, Seq after);
// Up to 50 messages with seq < before, the newest of them.
Page read_back(const Shelf& shelf, Seq before);
// The words of one message; empty where it is not there any more.
std::string words_of(const Shelf& shelf, Seq seq);

// The same from what the loop remembers of her; nothing if that does not reach from `after` on.
std::optional<Page> read_on_in_memory(const Known& known, Seq after);

}  // namespace attune::turns
