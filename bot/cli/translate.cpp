// attune translate LANGUAGE [NAME…]: writes what is to translate, and brings it up to date; as PO
// or CSV for the programs of translators, and back.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/dialogs_at.h"
#include "cli/print_problems.h"
#include "dialog/catalogue_merge.h"
#include "dialog/languages.h"
#include "translate/catalogue_text.h"
#include "translate/csv.h"
#include "translate/import.h"
#include "translate/po.h"

namespace attune::cli {

namespace {

namespace fs = std::filesystem;

struct Wishes {
    std::string language;
    std::vector<std::string> names;
    std::string folder;
    std::string po;
    std::string csv;
    std::string import;
    bool quiet = false;
};

Exit say_problems(const Problems& problems, Console& console) {
    print_problems(problems, console.err, console.err_colours, console);
    console.err << summary(problems) << "\n";
    return Exit::findings;
}

Exit say_wrong(const std::string& what, Console& console) {
    console.err << "attune translate: " << what << "\n";
    return Exit::wrong_use;
}

// The whole file or none of it.
bool write_file(const fs::path& path, const std::string& content) {
    std::error_code error;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
    const fs::path beside = path.string() + ".new";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << content;
    out.close();
    if (!out) return false;
    fs::rename(beside, path, error);
    return !error;
}

std::string path_of(const std::string& language, const std::string& dialog) {
    return std::string(dialog::translations_folder) + language + "/" + dialog + ".json";
}

// From the catalogue's folder up to the dialogs'.
std::string schema_for(const std::string& path) {
    std::string up;
    for (const char c : path) up += c == '/' ? "../" : "";
    return up + "schema/translation.schema.json";
}

struct Work {
    const DialogFiles& files;
    const Wishes& wishes;
    Console& console;
    translate::Catalogues imported = {};

    bool is_wanted(const std::string& dialog) const {
        if (!files.wanted.empty() && files.dialog() != dialog) return false;
        const auto& names = wishes.names;
        return names.empty() || std::find(names.begin(), names.end(), dialog) != names.end();
    }

    // The catalogue that is there, or an empty one; nothing if it cannot be read (reported).
    std::optional<dialog::Catalogue> catalogue_of(const dialog::Script& script) const {
        const std::string path = path_of(wishes.language, script.dialog);
        const auto found = files.sources.find(path);
        dialog::Catalogue catalogue;
        catalogue.schema = schema_for(path);
        if (found != files.sources.end()) {
            const dialog::SourceFile file(files.shown(path), found->second);
            auto parsed = dialog::parse_json(file, found->second);
            dialog::Report report;
            report.add(parsed.problems);
            const dialog::FileReport in_file(report, file);
            auto read = parsed.root ? dialog::read_catalogue(in_file, *parsed.root) : std::nullopt;
            if (report.has_errors() || !read) {
                say_problems(report.sorted(), console);
                return std::nullopt;
            }
            catalogue = std::move(*read);
        }
        catalogue.language = wishes.language;
        const auto came = imported.find(script.dialog);
        if (came == imported.end()) return catalogue;
        return translate::with_imported(catalogue, came->second);
    }

    // Writes it where it differs from what is there.
    Exit write(const dialog::Catalogue& catalogue) const {
        const std::string path = path_of(wishes.language, catalogue.dialog);
        const std::string text = translate::to_json(catalogue);
        const auto found = files.sources.find(path);
        const bool same = found != files.sources.end() && found->second == text;
        if (!same && !write_file(fs::path(files.shown_folder) / path, text)) {
            return say_wrong(files.shown(path) + " cannot be written.", console);
        }
        if (!wishes.quiet) say_state(catalogue, files.shown(path));
        return Exit::fine;
    }

    void say_state(const dialog::Catalogue& catalogue, const std::string& shown) const {
        const auto& entries = catalogue.entries;
        const auto open = std::count_if(
            entries.begin(), entries.end(), [](const auto& entry) { return entry.as.empty(); });
        const auto changed = std::count_if(entries.begin(), entries.end(), [](const auto& entry) {
            return !entry.changed.empty();
        });
        console.out << shown << ": " << entries.size() << " sentences";
        if (open > 0) console.out << ", " << open << " to translate";
        if (changed > 0) console.out << ", " << changed << " changed";
        const std::size_t unused = catalogue.unused.size() + catalogue.unused_hears.size();
        if (unused > 0) console.out << ", " << unused << " unused";
        console.out << (open + changed == 0 ? ": all done\n" : "\n");
    }
};

Exit export_to(const Wishes& wishes, const std::vector<translate::Row>& rows, Console& console) {
    const bool po = !wishes.po.empty();
    const std::string& path = po ? wishes.po : wishes.csv;
    const std::string text = po ? to_po(rows, wishes.language) : to_csv(rows);
    if (path == "-") {
        console.out << text;
        return Exit::fine;
    }
    if (!write_file(path, text)) return say_wrong(path + " cannot be written.", console);
    if (!wishes.quiet) console.err << path << ": " << rows.size() << " rows\n";
    return Exit::fine;
}

Exit import_from(const Wishes& wishes, const std::vector<dialog::Script>& scripts, Work& work) {
    std::ifstream in(wishes.import, std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(in)), {});
    if (!in) return say_wrong("\"" + wishes.import + "\" cannot be read.", work.console);
    const bool csv = fs::path(wishes.import).extension() == ".csv";
    auto rows = csv ? translate::from_csv(content, wishes.import)
                    : translate::from_po(content, wishes.import);
    if (!rows) return say_problems(rows.error(), work.console);
    work.imported = translate::catalogues_of(*rows, wishes.language);
    for (const auto& [name, catalogue] : work.imported) {
        const bool known = std::any_of(scripts.begin(), scripts.end(), [&](const auto& script) {
            return script.dialog == name;
        });
        if (known) continue;
        return say_wrong(
            wishes.import + " has words for a dialog \"" + name + "\", and there is none.",
            work.console);
    }
    return Exit::fine;
}

Exit translate_all(const std::vector<dialog::Script>& scripts, Work& work) {
    const bool exports = !work.wishes.po.empty() || !work.wishes.csv.empty();
    std::vector<dialog::Catalogue> merged;
    for (const dialog::Script& script : scripts) {
        if (!work.is_wanted(script.dialog)) continue;
        auto catalogue = work.catalogue_of(script);
        if (!catalogue) return Exit::findings;
        merged.push_back(dialog::merge(script, *catalogue).catalogue);
    }
    std::vector<translate::Row> rows;
    for (const dialog::Catalogue& catalogue : merged) {
        if (exports) {
            const auto more = translate::rows_of(catalogue);
            rows.insert(rows.end(), more.begin(), more.end());
        } else if (const Exit done = work.write(catalogue); done != Exit::fine) {
            return done;
        }
    }
    return exports ? export_to(work.wishes, rows, work.console) : Exit::fine;
}

std::optional<std::string> fault_of(
    const Wishes& wishes, const std::vector<dialog::Script>& scripts) {
    const auto knows = [&](const std::string& name) {
        return std::any_of(scripts.begin(), scripts.end(), [&](const auto& script) {
            return script.dialog == name;
        });
    };
    if (!dialog::is_language_tag(wishes.language)) {
        return "\"" + wishes.language + "\" is no language; write it like de, or pt-BR.";
    }
    if (!scripts.empty() && scripts.front().language == wishes.language) {
        return "the dialogs themselves are in \"" + wishes.language + "\".";
    }
    for (const std::string& name : wishes.names) {
        if (knows(name)) continue;
        std::vector<std::string> names;
        for (const auto& script : scripts) names.push_back(script.dialog);
        const std::string near = nearest(name, names);
        return "there is no dialog \"" + name + "\"." +
               (near.empty() ? "" : " Did you mean \"" + near + "\"?");
    }
    return std::nullopt;
}

Exit translate(const Wishes& wishes, Console& console) {
    const std::string folder = wishes.folder.empty() ? "dialogs" : wishes.folder;
    const auto files = dialogs_at(folder);
    if (!files) return say_problems(files.error(), console);
    const auto compiled = dialog::compile(files->sources, files->shown_folder);
    if (compiled.scripts.empty()) return say_problems(compiled.problems, console);
    if (const auto fault = fault_of(wishes, compiled.scripts)) return say_wrong(*fault, console);
    Work work{*files, wishes, console};
    if (!wishes.import.empty()) {
        const Exit read = import_from(wishes, compiled.scripts, work);
        if (read != Exit::fine) return read;
    }
    return translate_all(compiled.scripts, work);
}

}  // namespace

Action declare_translate(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("language", wishes->language, "like de, or pt-BR")->required();
    app.add_option("names", wishes->names, "dialogs (all)");
    app.add_option("--dialogs", wishes->folder, "folder of the dialogs (./dialogs)");
    auto* po = app.add_option("--po", wishes->po, "writes a PO file instead (- for stdout)");
    auto* csv = app.add_option("--csv", wishes->csv, "writes a CSV table instead (- for stdout)");
    app.add_option("--import", wishes->import, "takes in a PO file, or a table that ends in .csv");
    app.add_flag("--quiet", wishes->quiet, "does not say what is left to do");
    po->excludes(csv);
    return [wishes](Console& console) { return translate(*wishes, console); };
}

}  // namespace attune::cli
