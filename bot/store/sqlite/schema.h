// The tables of the data file, and whether a file has them.
#pragma once

#include <filesystem>
#include <optional>

#include "store/sqlite/connection.h"
#include "store/sqlite/open_error.h"

namespace attune::store {

// What this program writes, and the newest it reads.
constexpr std::int64_t schema_version = 1;

// "Attn": marks an SQLite file as ours.
constexpr std::int64_t application_id = 0x4174746e;

// How every connection to a data file of ours behaves: it writes a log ahead, synced at each
// commit; deleted bytes are zeroed.
void set_up(Connection& connection, int checkpoint_pages);

// Makes the tables in an empty file, in one transaction. Refused, and not touched: a file of a
// newer program, or of another one. Throws StoreError.
std::optional<OpenError> ensure_schema(Connection& connection, const std::filesystem::path& file);

}  // namespace attune::store
