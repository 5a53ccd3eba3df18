#include <memory>
#include <set>

#include "dialog/compiler.h"
#include "dialog/flow.h"
#include "dialog/folder_files.h"
#include "dialog/load.h"
#include "dialog/outline.h"
#include "dialog/people.h"
#include "dialog/pictures.h"
#include "dialog/privacy.h"
#include "dialog/translations.h"
#include "dialog/types.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

constexpr std::string_view defaults_folder = "defaults/";
constexpr std::size_t most_dialogs = 60'000;

bool has_ending(std::string_view path, std::string_view ending) {
    return path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
}

bool is_beside(std::string_view path) {
    return has_ending(path, ".test.json") || path.starts_with("schema/") ||
           !has_ending(path, ".json");
}

// One file of the folder, read.
struct File {
    File(std::string its_path, std::string shown, std::string_view content)
        : path(std::move(its_path)), source(std::move(shown), content) {}

    std::string stem() const { return path.substr(0, path.size() - 5); }

    std::string path;
    SourceFile source;
    std::optional<Node> root;
};

class Compilation {
public:
    Compilation(const Sources& sources, const std::string& shown_folder)
        : shown_folder_(shown_folder) {
        for (const auto& [path, content] : sources) {
            if (is_picture(path)) {
                take_picture(path, content);
            } else if (!is_beside(path)) {
                read(path, content);
            }
        }
    }

    Compiled run(const std::string& hash) {
        read_all();
        for (const auto& draft : folder_.drafts) {
            if (draft->root) Outline(*draft, folder_).top();
        }
        check_languages();
        for (const auto& draft : folder_.drafts) {
            if (draft->root) Outline(*draft, folder_).read();
        }
        settle_types(folder_);
        for (const auto& draft : folder_.drafts) {
            if (draft->root) Compiler(*draft, folder_).run();
        }
        hint_at_pictures_nobody_shows();
        settle_labels(folder_);
        settle_privacy(folder_);
        check_flow(folder_);
        check_people(folder_);
        Compiled result;
        if (!report_.has_errors()) {
            const auto translated = translate();
            if (!report_.has_errors()) result.edition = finish(translated, hash);
            for (const auto& draft : folder_.drafts) {
                result.scripts.push_back(std::move(draft->script));
            }
        }
        result.problems = report_.sorted();
        return result;
    }

private:
    void read(const std::string& path, const std::string& content) {
        auto file = std::make_unique<File>(path, shown(path), content);
        auto parsed = parse_json(file->source, content);
        report_.add(parsed.problems);
        if (!parsed.problems.list.empty()) read_whole_ = false;
        file->root = std::move(parsed.root);
        files_.push_back(std::move(file));
    }

    std::string shown(const std::string& path) const {
        return shown_folder_.empty() ? path : shown_folder_ + "/" + path;
    }

    // What is wrong with the file is said there, not at each dialog that shows it.
    void take_picture(const std::string& path, const std::string& content) {
        folder_.pictures[path.substr(pictures_folder.size())] = picture_file(path, content);
        const auto fault = fault_of_picture(path, content);
        if (!fault) return;
        const SourceFile file(shown(path), "");
        FileReport(report_, file).add("A265", Spot{}, {fault->why, fault->mend});
    }

    void hint_at_pictures_nobody_shows() {
        if (!read_whole_) return;  // what could not be read may show them
        std::set<std::string> shown_somewhere;
        for (const auto& draft : folder_.drafts) {
            if (!draft->root || draft->broken()) return;
            shown_somewhere.insert(draft->pictures_shown.begin(), draft->pictures_shown.end());
        }
        for (const auto& [name, picture] : folder_.pictures) {
            if (shown_somewhere.contains(name)) continue;
            const SourceFile file(shown(std::string(pictures_folder) + name), "");
            FileReport(report_, file).add("A266", Spot{}, {name});
        }
    }

    void read_all() {
        for (const auto& file : files_) {
            const FileReport report(report_, file->source);
            if (is_not_yet_known(Where::file, file->path)) {
                report.add("A204", Spot{}, {"files like this one"});
            } else if (file->path.starts_with(defaults_folder)) {
                read_defaults_file(*file, report);
            } else if (file->path.starts_with(translations_folder)) {
                translations_.add(
                    file->path.substr(translations_folder.size()),
                    file->source,
                    file->root ? &*file->root : nullptr);
            } else if (file->path == "person.json") {
                read_person_file(*file, report);
            } else {
                add_dialog(*file, report);
            }
        }
        if (folder_.drafts.empty()) say_folder_empty();
    }

    void read_defaults_file(const File& file, const FileReport& report) {
        const std::string language = file.stem().substr(defaults_folder.size());
        has_defaults_.push_back(language);
        if (!file.root) return;
        if (auto defaults = read_defaults(report, *file.root, language)) {
            defaults_[language] = std::move(*defaults);
        }
    }

    void read_person_file(const File& file, const FileReport& report) {
        if (!file.root) return;
        folder_.person = read_person(report, *file.root);
        for (std::size_t i = 0; i < folder_.person.size(); ++i) {
            folder_.person_index[folder_.person[i].name] = static_cast<std::uint16_t>(i);
        }
    }

    void add_dialog(const File& file, const FileReport& report) {
        const Node* root = file.root ? &*file.root : nullptr;
        if (root && !is_kind(report, *root, Node::Kind::object, "a dialog")) root = nullptr;
        if (folder_.drafts.size() >= most_dialogs) {
            report.add("A238", Spot{}, {"this folder"});
            return;
        }
        folder_.index[file.stem()] = static_cast<DialogIndex>(folder_.drafts.size());
        folder_.drafts.push_back(std::make_unique<Draft>(file.stem(), file.source, root, report));
    }

    void say_folder_empty() { report_.add(problem_of_file("A202", shown_folder_)); }

    // The language of the folder: that of `welcome`, else of the first dialog that has one.
    std::string language_of_folder() const {
        std::string language;
        for (const auto& draft : folder_.drafts) {
            const std::string& own = draft->dialog.language;
            if (own.empty()) continue;
            if (language.empty() || draft->name == "welcome") language = own;
        }
        return language;
    }

    void check_languages() {
        const std::string language = language_of_folder();
        const auto defaults = defaults_.find(language);
        if (defaults != defaults_.end()) folder_.defaults = &defaults->second;
        for (const auto& draft : folder_.drafts) {
            const std::string& own = draft->dialog.language;
            if (own.empty()) continue;
            const Spot spot = draft->root->find("language")->value.spot;
            if (own != language) {
                draft->report.add("A504", spot, {own, language});
            } else if (!has_defaults(own)) {
                draft->report.add("A501", spot, {own});
            }
        }
    }

    bool has_defaults(const std::string& language) const {
        for (const std::string& known : has_defaults_) {
            if (known == language) return true;
        }
        return false;
    }

    std::vector<std::unique_ptr<TranslatedFolder>> translate() {
        translations_.check_names(folder_);
        std::vector<std::unique_ptr<TranslatedFolder>> made;
        for (const std::string& language : translations_.languages()) {
            if (language == language_of_folder()) continue;
            const auto defaults = defaults_.find(language);
            const bool there = defaults != defaults_.end();
            made.push_back(
                translations_.compile(folder_, language, there ? &defaults->second : nullptr));
        }
        return made;
    }

    EditionPtr finish(
        const std::vector<std::unique_ptr<TranslatedFolder>>& translated, const std::string& hash) {
        auto edition = edition_of(folder_, hash);
        for (const auto& one : translated) {
            if (!one->folder.defaults) continue;
            const std::string& language = one->folder.defaults->language;
            edition->translations[language] = {edition_of(one->folder, hash), one->whole};
        }
        return edition;
    }

    static std::shared_ptr<Edition> edition_of(Folder& folder, const std::string& hash) {
        auto edition = std::make_shared<Edition>();
        edition->hash = hash;
        edition->dialog_by_name = folder.index;
        edition->person = folder.person;
        if (folder.defaults) edition->defaults = *folder.defaults;
        const Defaults& defaults = edition->defaults;
        for (const auto& phrase : defaults.neither)
            edition->neither.add(phrase, defaults.language, 0);
        for (const auto& phrase : defaults.skip) edition->skip.add(phrase, defaults.language, 0);
        for (const auto& word : defaults.negations) {
            edition->negations.push_back(words::fold(word, defaults.language));
        }
        for (const auto& draft : folder.drafts) {
            edition->dialogs.push_back(std::move(draft->dialog));
        }
        return edition;
    }

    std::string shown_folder_;
    Report report_;
    std::vector<std::unique_ptr<File>> files_;
    std::map<std::string, Defaults> defaults_;
    std::vector<std::string> has_defaults_;  // broken ones too
    Translations translations_{report_};
    Folder folder_;
    bool read_whole_ = true;  // no file has broken JSON
};

}  // namespace

Compiled compile(const Sources& sources, const std::string& shown_folder) {
    return Compilation(sources, shown_folder).run(edition_hash(sources));
}

const Dialog* Edition::find(std::string_view name) const {
    const auto found = dialog_by_name.find(std::string(name));
    return found == dialog_by_name.end() ? nullptr : &dialogs[found->second];
}

}  // namespace attune::dialog
