// The catalogues of a folder, and the folder compiled again in each of their languages.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dialog/catalogue.h"
#include "dialog/draft.h"

namespace attune::dialog {

// A folder in another language. Its drafts stand at the same indexes as the author's.
struct TranslatedFolder {
    Folder folder;
    std::vector<Renderings> renderings;  // beside the drafts
    std::vector<bool> whole;             // beside the drafts (Translation::whole)
};

class Translations {
public:
    explicit Translations(Report& report) : report_(report) {}

    // A file below translations/, by its path there. File and root must outlive this.
    void add(const std::string& path, const SourceFile& file, const Node* root);

    // Once the author's dialogs are compiled, without errors.
    std::vector<std::string> languages() const;
    // `defaults`: null where the language has none that can be used.
    std::unique_ptr<TranslatedFolder> compile(
        const Folder& author, const std::string& language, const Defaults* defaults);
    // What stands in no language or for no dialog.
    void check_names(const Folder& author) const;

private:
    struct File {
        CatalogueName name;
        const SourceFile* source = nullptr;
        Catalogue catalogue;
        const Node* root = nullptr;
    };

    const File* find(const std::string& language, const std::string& dialog) const;
    void report_no_defaults(const std::string& language) const;
    Renderings renderings_of(const Draft& author, const File* file) const;
    void take_errors(const Report& found, const Renderings& renderings);

    Report& report_;
    std::vector<std::unique_ptr<File>> files_;
};

}  // namespace attune::dialog
