// Editions as the store keeps them: sources once by content hash, manifests, and the live pointer.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"

namespace attune::store {

struct StoredEdition {
    EditionId id;
    std::string hash;                            // hex
    std::map<std::string, std::string> sources;  // path → content
};

// Any thread, one at a time. Throws StoreError.
class Editions {
public:
    virtual ~Editions() = default;

    // Keeps it (nothing happens if the hash is there already) and says its id. Durable on return.
    virtual EditionId keep(
        const std::string& hash, const std::map<std::string, std::string>& sources) = 0;
    virtual void make_live(EditionId id) = 0;
    virtual std::optional<EditionId> live() = 0;
    virtual std::optional<StoredEdition> find(EditionId id) = 0;
    virtual std::optional<EditionId> find_hash(const std::string& hash) = 0;
    // What any edition has at a path that begins so: path and content, each pair once.
    virtual std::vector<std::pair<std::string, std::string>> sources_below(
        const std::string& folder) = 0;
};

}  // namespace attune::store
