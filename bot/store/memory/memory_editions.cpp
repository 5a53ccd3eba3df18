#include "store/memory/memory_editions.h"

#include <set>
#include <stdexcept>

namespace attune::store {

EditionId MemoryEditions::keep(
    const std::string& hash, const std::map<std::string, std::string>& sources) {
    if (const auto there = find_hash(hash)) return *there;
    const std::scoped_lock lock(mutex_);
    const EditionId id{static_cast<std::int64_t>(kept_.size()) + 1};
    kept_.push_back({id, hash, sources});
    return id;
}

void MemoryEditions::make_live(EditionId id) {
    if (!find(id)) throw std::logic_error("an edition that is not kept cannot be live");
    const std::scoped_lock lock(mutex_);
    live_ = id;
}

std::optional<EditionId> MemoryEditions::live() {
    const std::scoped_lock lock(mutex_);
    return live_ ? std::optional(live_) : std::nullopt;
}

std::optional<StoredEdition> MemoryEditions::find(EditionId id) {
    const std::scoped_lock lock(mutex_);
    const auto place = static_cast<std::size_t>(id.value) - 1;
    return place < kept_.size() ? std::optional(kept_[place]) : std::nullopt;
}

std::optional<EditionId> MemoryEditions::find_hash(const std::string& hash) {
    const std::scoped_lock lock(mutex_);
    for (const auto& edition : kept_) {
        if (edition.hash == hash) return edition.id;
    }
    return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> MemoryEditions::sources_below(
    const std::string& folder) {
    const std::scoped_lock lock(mutex_);
    std::set<std::pair<std::string, std::string>> found;
    for (const auto& edition : kept_) {
        for (const auto& source : edition.sources) {
            if (source.first.starts_with(folder)) found.insert(source);
        }
    }
    return {found.begin(), found.end()};
}

}  // namespace attune::store
