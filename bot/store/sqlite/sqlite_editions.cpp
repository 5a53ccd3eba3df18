#include "store/sqlite/sqlite_editions.h"

#include <chrono>
#include <set>
#include <stdexcept>
#include <utility>

#include "base/binary.h"
#include "base/seal.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/schema.h"

namespace attune::store {

namespace {

using Manifest = std::map<std::string, Bytes>;  // path → hash of the content

constexpr auto busy_wait = std::chrono::seconds(5);
constexpr int checkpoint_pages = 1000;

// 128 bits that only find the row: a content is kept under it once its bytes were compared.
Bytes content_hash(const std::string& text) {
    Bytes hash;
    for (const std::uint64_t seed : {1, 2}) {
        const std::uint64_t half = keyed_hash(seed, text);
        for (int shift = 0; shift < 64; shift += 8)
            hash += static_cast<char>(half >> shift & 0xffU);
    }
    return hash;
}

Bytes stored(const Manifest& manifest) {
    Bytes bytes;
    BinaryWriter writer(bytes);
    for (const auto& [path, hash] : manifest) {
        writer.bytes(path);
        writer.bytes(hash);
    }
    return bytes;
}

Manifest manifest_in(BytesView bytes) {
    Manifest manifest;
    for (BinaryReader reader(bytes); !reader.at_end();) {
        std::string path(reader.bytes());
        manifest.emplace(std::move(path), reader.bytes());
    }
    return manifest;
}

Connection opened(const std::filesystem::path& path) {
    Connection connection(path, busy_wait);
    set_up(connection, checkpoint_pages);
    return connection;
}

}  // namespace

struct SqliteEditions::File {
    explicit File(const std::filesystem::path& path)
        : connection(opened(path)),
          by_hash(connection, "SELECT id FROM edition WHERE hash = ?"),
          by_id(connection, "SELECT hash, manifest FROM edition WHERE id = ?"),
          manifests(connection, "SELECT manifest FROM edition"),
          add(connection, "INSERT INTO edition(hash, manifest) VALUES(?, ?) RETURNING id"),
          source(connection, "SELECT text FROM source WHERE hash = ?"),
          add_source(connection, "INSERT INTO source VALUES(?, ?)"),
          live(connection, "SELECT edition FROM live"),
          set_live(
              connection,
              "INSERT INTO live SELECT 1, id FROM edition WHERE id = ? "
              "ON CONFLICT(one) DO UPDATE SET edition = excluded.edition") {}

    std::optional<EditionId> id_of(const std::string& hash) {
        const bool found = by_hash.with_text(hash).next();
        const EditionId id{found ? by_hash.number(0) : 0};
        by_hash.stop();
        return found ? std::optional(id) : std::nullopt;
    }

    std::optional<Bytes> text_of(BytesView hash) {
        const bool found = source.with_blob(hash).next();
        std::optional<Bytes> text;
        if (found) text = source.blob(0);
        source.stop();
        return text;
    }

    Connection connection;
    Query by_hash;
    Query by_id;
    Query manifests;
    Query add;
    Query source;
    Query add_source;
    Query live;
    Query set_live;
};

SqliteEditions::SqliteEditions(const std::filesystem::path& path)
    : file_(std::make_unique<File>(path)) {}

SqliteEditions::~SqliteEditions() = default;

Bytes SqliteEditions::keep_source(const std::string& text) {
    Bytes hash = content_hash(text);
    if (const auto there = file_->text_of(hash)) {
        if (*there != text) throw std::logic_error("two sources of one hash");
    } else {
        file_->add_source.with_blob(hash).with_blob(text).run();
    }
    return hash;
}

EditionId SqliteEditions::keep(
    const std::string& hash, const std::map<std::string, std::string>& sources) {
    const std::scoped_lock lock(mutex_);
    if (const auto there = file_->id_of(hash)) return *there;
    file_->connection.begin();
    try {
        Manifest manifest;
        for (const auto& [path, text] : sources) manifest.emplace(path, keep_source(text));
        const Bytes form = stored(manifest);
        file_->add.with_text(hash).with_blob(form).next();
        const EditionId id{file_->add.number(0)};
        file_->add.stop();
        file_->connection.commit();
        return id;
    } catch (const StoreUnsure& unsure) {
        // Doing it again is harmless: the caller need not know more than that it failed.
        throw StoreError(Trouble::down, unsure.what());
    } catch (...) {
        file_->add.stop();
        file_->connection.roll_back();
        throw;
    }
}

void SqliteEditions::make_live(EditionId id) {
    const std::scoped_lock lock(mutex_);
    file_->set_live.with(id.value).run();
    if (file_->set_live.changes() == 0) {
        throw std::logic_error("an edition that is not kept cannot be live");
    }
}

std::optional<EditionId> SqliteEditions::live() {
    const std::scoped_lock lock(mutex_);
    const bool found = file_->live.next();
    const EditionId id{found ? file_->live.number(0) : 0};
    file_->live.stop();
    return found ? std::optional(id) : std::nullopt;
}

std::optional<StoredEdition> SqliteEditions::find(EditionId id) {
    const std::scoped_lock lock(mutex_);
    if (!file_->by_id.with(id.value).next()) return std::nullopt;
    StoredEdition edition{id, file_->by_id.blob(0), {}};
    const Manifest manifest = manifest_in(file_->by_id.view(1));
    file_->by_id.stop();
    for (const auto& [path, hash] : manifest) {
        auto text = file_->text_of(hash);
        if (!text) throw StoreError(Trouble::down, "a source of an edition is missing");
        edition.sources.emplace(path, std::move(*text));
    }
    return edition;
}

std::optional<EditionId> SqliteEditions::find_hash(const std::string& hash) {
    const std::scoped_lock lock(mutex_);
    return file_->id_of(hash);
}

std::vector<std::pair<std::string, std::string>> SqliteEditions::sources_below(
    const std::string& folder) {
    const std::scoped_lock lock(mutex_);
    std::set<std::pair<std::string, Bytes>> named;  // path and hash
    while (file_->manifests.next()) {
        for (auto& [path, hash] : manifest_in(file_->manifests.view(0))) {
            if (path.starts_with(folder)) named.emplace(path, hash);
        }
    }
    file_->manifests.stop();
    std::vector<std::pair<std::string, std::string>> sources;
    for (const auto& [path, hash] : named) {
        auto text = file_->text_of(hash);
        if (!text) throw StoreError(Trouble::down, "a source of an edition is missing");
        sources.emplace_back(path, std::move(*text));
    }
    return sources;
}

}  // namespace attune::store
