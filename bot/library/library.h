// Which edition of the dialogs is live, and the older ones that people are still in. The folder is
// the workbench; what the store calls live is what serves.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/problems.h"
#include "base/result.h"
#include "dialog/load.h"
#include "store/editions.h"
#include "turns/turns.h"

namespace attune::library {

struct Options {
    std::filesystem::path folder;  // of the dialogs; empty: the built-in ones
    dialog::Sources built_in;
    std::string shown_folder = "dialogs";  // stands before each path in messages
};

enum class Serves {
    newest,     // what the folder holds now
    last_good,  // the folder has errors: the edition that was live before
    nothing,    // it has errors, and there is no edition that could serve instead
};

// How a start went.
struct Start {
    Serves serves = Serves::nothing;
    Problems problems;  // of the folder; warnings and hints too
};

// `start` comes first, on the thread that starts the program; from then on the turn thread alone
// calls (but for `picture`). Store trouble comes as store::StoreError.
class Library final : public turns::EditionSource {
public:
    Library(Options options, store::Editions& editions);

    // Compiles the folder, keeps it in the store and makes it live. With errors the edition that
    // was live serves on, if there is one that still compiles.
    [[nodiscard]] Start start();

    // Needs a start that found something to serve; so does find_hash.
    Held live() override;
    // Compiled from the stored sources at the first call. Null: not kept, or this program refuses
    // what an older one compiled.
    dialog::EditionPtr find(EditionId id) override;
    // Of all that are kept.
    Held find_hash(const std::string& hash) override;

    // The bytes of a picture (its `picture_file`) of any edition that is kept: a talk goes on in
    // its own edition. They stay as long as the library. Any thread.
    std::optional<std::string_view> picture(std::string_view file) const;

private:
    [[nodiscard]] Result<dialog::Sources, Problems> sources() const;
    Start serve_last_good(Problems problems);
    void go_live(const dialog::Sources& sources, const dialog::EditionPtr& edition);
    void show(const std::string& path, const std::string& content);

    Options options_;
    store::Editions& editions_;
    Held live_;
    std::map<EditionId, dialog::EditionPtr> compiled_;
    mutable std::mutex pictures_mutex_;
    std::map<std::string, const std::string, std::less<>> pictures_;  // never taken out of it
};

}  // namespace attune::library
