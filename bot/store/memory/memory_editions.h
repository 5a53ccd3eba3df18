// Editions in memory, for tests and for talks without a store.
#pragma once

#include <mutex>

#include "store/editions.h"

namespace attune::store {

class MemoryEditions final : public Editions {
public:
    EditionId keep(
        const std::string& hash, const std::map<std::string, std::string>& sources) override;
    void make_live(EditionId id) override;
    std::optional<EditionId> live() override;
    std::optional<StoredEdition> find(EditionId id) override;
    std::optional<EditionId> find_hash(const std::string& hash) override;
    std::vector<std::pair<std::string, std::string>> sources_below(
        const std::string& folder) override;

private:
    std::mutex mutex_;
    std::vector<StoredEdition> kept_;  // id = place + 1
    EditionId live_;
};

}  // namespace attune::store
