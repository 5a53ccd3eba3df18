// Editions in the data file of a SqliteStore, on a connection of its own: the turn loop's is never
// waited for.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "store/editions.h"

namespace attune::store {

class SqliteEditions final : public Editions {
public:
    // The file was opened by a SqliteStore of this process, which lives longer. Throws StoreError.
    explicit SqliteEditions(const std::filesystem::path& path);
    ~SqliteEditions() override;

    EditionId keep(
        const std::string& hash, const std::map<std::string, std::string>& sources) override;
    void make_live(EditionId id) override;
    std::optional<EditionId> live() override;
    std::optional<StoredEdition> find(EditionId id) override;
    std::optional<EditionId> find_hash(const std::string& hash) override;
    std::vector<std::pair<std::string, std::string>> sources_below(
        const std::string& folder) override;

private:
    struct File;

    Bytes keep_source(const std::string& text);

    std::mutex mutex_;
    std::unique_ptr<File> file_;
};

}  // namespace attune::store
