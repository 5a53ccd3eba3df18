#include "library/library.h"

#include "base/log.h"
#include "dialog/pictures.h"

namespace attune::library {

using dialog::pictures_folder;

Library::Library(Options options, store::Editions& editions)
    : options_(std::move(options)), editions_(editions) {}

Result<dialog::Sources, Problems> Library::sources() const {
    if (options_.folder.empty()) return options_.built_in;
    return dialog::read_folder(options_.folder);
}

Start Library::start() {
    for (const auto& [path, content] : editions_.sources_below(std::string(pictures_folder))) {
        show(path, content);
    }
    const auto found = sources();
    if (!found) return serve_last_good(found.error());
    auto compiled = dialog::compile(*found, options_.shown_folder);
    if (compiled.edition == nullptr) return serve_last_good(std::move(compiled.problems));
    go_live(*found, compiled.edition);
    return {Serves::newest, std::move(compiled.problems)};
}

void Library::go_live(const dialog::Sources& sources, const dialog::EditionPtr& edition) {
    const EditionId id = editions_.keep(edition->hash, sources);
    if (editions_.live() != id) editions_.make_live(id);
    for (const auto& [path, content] : sources) show(path, content);
    compiled_[id] = edition;
    live_ = {id, edition};
}

void Library::show(const std::string& path, const std::string& content) {
    if (!dialog::is_picture(path)) return;
    const std::scoped_lock lock(pictures_mutex_);
    pictures_.try_emplace(dialog::picture_file(path, content), content);
}

std::optional<std::string_view> Library::picture(std::string_view file) const {
    const std::scoped_lock lock(pictures_mutex_);
    const auto found = pictures_.find(file);
    return found == pictures_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

Start Library::serve_last_good(Problems problems) {
    const auto id = editions_.live();
    auto edition = id ? find(*id) : nullptr;
    if (edition == nullptr) return {Serves::nothing, std::move(problems)};
    live_ = {*id, std::move(edition)};
    return {Serves::last_good, std::move(problems)};
}

turns::EditionSource::Held Library::live() {
    return live_;
}

dialog::EditionPtr Library::find(EditionId id) {
    const auto known = compiled_.find(id);
    if (known != compiled_.end()) return known->second;
    const auto stored = editions_.find(id);
    if (!stored) return nullptr;
    auto compiled = dialog::compile(stored->sources, options_.shown_folder);
    if (compiled.edition == nullptr) {
        log(LogLevel::error,
            "an edition that is kept cannot be compiled any more",
            {{"edition", stored->hash}});
    }
    // Also what failed is remembered: it would fail again at every turn.
    compiled_[id] = compiled.edition;
    return compiled.edition;
}

turns::EditionSource::Held Library::find_hash(const std::string& hash) {
    if (hash == live_.edition->hash) return live_;
    const auto id = editions_.find_hash(hash);
    if (!id) return {};
    auto edition = find(*id);
    if (edition == nullptr) return {};
    return {*id, std::move(edition)};
}

}  // namespace attune::library
