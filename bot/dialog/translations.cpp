#include "dialog/translations.h"

#include <algorithm>

#include "dialog/catalogue_checks.h"
#include "dialog/catalogue_merge.h"
#include "dialog/compiler.h"
#include "dialog/languages.h"
#include "dialog/outline.h"
#include "dialog/privacy.h"
#include "dialog/types.h"

namespace attune::dialog {

namespace {

// A text of a catalogue that is wrong by itself, whatever stands beside it.
bool is_of_one_text(const Problem& problem) {
    return problem.number.starts_with("A5") || problem.number.starts_with("A27");
}

// Nothing is said in two languages: a visit into a dialog that is not whole keeps this one from it.
std::vector<bool> with_visits(const Folder& folder, std::vector<bool> whole) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < whole.size(); ++i) {
            if (!whole[i]) continue;
            const auto& visits = folder.drafts[i]->dialog.visits;
            const bool lost = std::any_of(visits.begin(), visits.end(), [&](const Visit& visit) {
                return visit.to_dialog && !whole[visit.target_dialog];
            });
            if (!lost) continue;
            whole[i] = false;
            changed = true;
        }
    }
    return whole;
}

// Those that have a catalogue, and what they visit: nobody is asked to translate all the others.
std::vector<bool> with_visited(const Folder& folder, std::vector<bool> begun) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < begun.size(); ++i) {
            if (!begun[i]) continue;
            for (const Visit& visit : folder.drafts[i]->dialog.visits) {
                if (!visit.to_dialog || begun[visit.target_dialog]) continue;
                begun[visit.target_dialog] = true;
                changed = true;
            }
        }
    }
    return begun;
}

void compile_drafts(Folder& folder, const std::string& language) {
    for (const auto& draft : folder.drafts) {
        Outline outline(*draft, folder);
        outline.top();
        outline.read();
        draft->script.language = draft->dialog.language;
        draft->dialog.language = language;
    }
    settle_types(folder);
    for (const auto& draft : folder.drafts) Compiler(*draft, folder).run();
    settle_labels(folder);
    settle_privacy(folder);
}

}  // namespace

void Translations::add(const std::string& path, const SourceFile& file, const Node* root) {
    const FileReport report(report_, file);
    const auto name = catalogue_name(path);
    if (!name || !is_language_tag(name->language)) {
        report.add("A516", Spot{});
        return;
    }
    if (!root) return;
    auto catalogue = read_catalogue(report, *root);
    if (!catalogue) return;
    check_catalogue_name(report, *root, *name);
    files_.push_back(std::make_unique<File>(File{*name, &file, std::move(*catalogue), root}));
}

std::vector<std::string> Translations::languages() const {
    std::vector<std::string> languages;
    for (const auto& file : files_) languages.push_back(file->name.language);
    std::sort(languages.begin(), languages.end());
    languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
    return languages;
}

const Translations::File* Translations::find(
    const std::string& language, const std::string& dialog) const {
    for (const auto& file : files_) {
        if (file->name.language == language && file->name.dialog == dialog) return file.get();
    }
    return nullptr;
}

void Translations::check_names(const Folder& author) const {
    for (const auto& file : files_) {
        const FileReport report(report_, *file->source);
        if (!author.find(file->name.dialog)) {
            report.add(
                "A508",
                file->root->spot,
                {file->name.dialog},
                nearest(file->name.dialog, author.names()));
        } else if (author.find(file->name.dialog)->dialog.language == file->name.language) {
            report.add("A518", file->root->spot, {file->name.language});
        }
    }
}

void Translations::report_no_defaults(const std::string& language) const {
    const auto file = std::find_if(files_.begin(), files_.end(), [&](const auto& one) {
        return one->name.language == language;
    });
    const Node* spot = value_of(*(*file)->root, "language");
    FileReport(report_, *(*file)->source)
        .add("A512", spot ? spot->spot : (*file)->root->spot, {language});
}

Renderings Translations::renderings_of(const Draft& author, const File* file) const {
    Renderings made;
    if (!file) return made;
    const Merged merged = merge(author.script, file->catalogue);
    check_catalogue(FileReport(report_, *file->source), merged, author.script);
    for (std::size_t i = 0; i < author.script.lines.size(); ++i) {
        const ScriptLine& line = author.script.lines[i];
        const auto& entry = merged.catalogue.entries[merged.entry_of_line[i]];
        if (!entry.rendering) continue;
        made.texts[{line.place, line.sentence}] = {entry.rendering, !entry.changed.empty()};
    }
    for (const CatalogueHear& hear : merged.catalogue.hears) {
        if (hear.rendering) made.hears[{hear.place, hear.option}] = hear.rendering;
    }
    return made;
}

// While sentences are missing, words of two languages stand side by side: what they do to each
// other says nothing.
void Translations::take_errors(const Report& found, const Renderings& renderings) {
    for (const Problem& problem : found.sorted().list) {
        if (problem.severity != Severity::error) continue;
        if (renderings.missing.empty() || is_of_one_text(problem)) report_.add(problem);
    }
}

std::unique_ptr<TranslatedFolder> Translations::compile(
    const Folder& author, const std::string& language, const Defaults* defaults) {
    auto made = std::make_unique<TranslatedFolder>();
    Folder& folder = made->folder;
    folder.index = author.index;
    folder.person = author.person;
    folder.person_index = author.person_index;
    folder.defaults = defaults;
    if (!defaults) report_no_defaults(language);
    std::vector<Report> reports(author.drafts.size());
    made->renderings.resize(author.drafts.size());
    std::vector<const File*> files;
    for (std::size_t i = 0; i < author.drafts.size(); ++i) {
        const Draft& draft = *author.drafts[i];
        const File* file = find(language, draft.name);
        files.push_back(file);
        made->renderings[i] = renderings_of(draft, file);
        const SourceFile& source = file ? *file->source : draft.file;
        folder.drafts.push_back(std::make_unique<Draft>(
            draft.name, source, draft.root, FileReport(reports[i], source)));
        folder.drafts[i]->renderings = &made->renderings[i];
    }
    compile_drafts(folder, language);
    std::vector<bool> begun;
    for (const File* file : files) begun.push_back(file != nullptr);
    begun = with_visited(folder, std::move(begun));
    std::vector<bool> whole;
    for (std::size_t i = 0; i < author.drafts.size(); ++i) {
        const Renderings& renderings = made->renderings[i];
        if (files[i]) take_errors(reports[i], renderings);
        whole.push_back(renderings.missing.empty() && !reports[i].has_errors());
        if (!begun[i]) continue;
        const FileReport report(report_, files[i] ? *files[i]->source : author.drafts[i]->file);
        const Node& root = files[i] ? *files[i]->root : *author.drafts[i]->root;
        report_missing(report, root, author.drafts[i]->script, language, renderings.missing);
    }
    made->whole = with_visits(folder, std::move(whole));
    if (!defaults) std::fill(made->whole.begin(), made->whole.end(), false);
    return made;
}

}  // namespace attune::dialog
