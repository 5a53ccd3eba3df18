// attune new NAME: a first dialog with its test, to change into one's own.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/embedded.h"
#include "cli/command.h"
#include "cli/first_dialog.h"
#include "dialog/load.h"

namespace attune::cli {

namespace {

namespace fs = std::filesystem;

struct Wishes {
    std::string name;
    std::string folder = "dialogs";
    std::string language;
    bool json = false;
    bool quiet = false;
};

constexpr std::string_view defaults_folder = "defaults/";
constexpr std::string_view json_ending = ".json";

std::string defaults_file(const std::string& language) {
    return std::string(defaults_folder) + language + std::string(json_ending);
}

// "dialogs/a-good-evening.json" is meant as "a-good-evening".
std::string name_meant(const Wishes& wishes) {
    std::string name = wishes.name;
    if (name.starts_with(wishes.folder + "/")) name.erase(0, wishes.folder.size() + 1);
    if (name.ends_with(json_ending)) name.resize(name.size() - json_ending.size());
    return name;
}

class NewDialog {
public:
    NewDialog(const Wishes& wishes, Console& console) : wishes_(wishes), console_(console) {}

    Exit write() {
        name_ = name_meant(wishes_);
        if (const std::string fault = fault_of_name(name_); !fault.empty()) {
            return refuse("\"" + wishes_.name + "\" cannot be a dialog's name. " + fault);
        }
        if (!choose_language()) return Exit::wrong_use;
        files_ = first_dialog(name_, language_);
        for (const auto& [path, content] : files_) {
            if (fs::exists(at(path))) {
                return refuse(
                    at(path).generic_string() + " is there already. Nothing was written.");
            }
        }
        add_what_a_folder_needs();
        for (const auto& [path, content] : files_) {
            if (!write_file(at(path), content)) return say_not_written(at(path));
        }
        say_written();
        return Exit::fine;
    }

private:
    fs::path at(const std::string& path) const { return fs::path(wishes_.folder) / path; }

    Exit refuse(const std::string& why) {
        console_.err << "attune new: " << why << "\n";
        return Exit::wrong_use;
    }

    // The language that the dialogs there are in, or nothing where there are none.
    std::string language_of_folder() const {
        std::error_code error;
        if (!fs::is_directory(wishes_.folder, error)) return "";
        const auto sources = dialog::read_folder(wishes_.folder);
        if (!sources) return "";
        const dialog::Compiled compiled = dialog::compile(*sources, wishes_.folder);
        if (compiled.edition) return compiled.edition->dialogs.front().language;
        // No dialog yet, or broken ones: then its defaults tell.
        std::vector<std::string> languages;
        for (const auto& [path, content] : *sources) {
            if (path.starts_with(defaults_folder)) languages.push_back(fs::path(path).stem());
        }
        return languages.size() == 1 ? languages.front() : "";
    }

    bool has_defaults(const std::string& language) const {
        if (fs::exists(at(defaults_file(language)))) return true;
        const auto built_in = embedded_dialogs();
        return std::any_of(built_in.begin(), built_in.end(), [&](const EmbeddedFile& file) {
            return file.path == defaults_file(language);
        });
    }

    bool choose_language() {
        const std::string folders = language_of_folder();
        const std::string& wished = wishes_.language;
        language_ = !wished.empty() ? wished : !folders.empty() ? folders : "en";
        if (!folders.empty() && language_ != folders) {
            refuse(
                "the dialogs in " + wishes_.folder + " are in \"" + folders +
                "\", and all of a folder are in one language. Name another folder with --dialogs.");
            return false;
        }
        if (has_defaults(language_)) return true;
        refuse(
            "there is no " + defaults_file(language_) +
            ", the words the bot says by itself. Copy defaults/en.json, translate it, and put it "
            "into " +
            wishes_.folder + "/defaults.");
        return false;
    }

    // A new folder gets what a dialog cannot do without, and what an editor completes from.
    void add_what_a_folder_needs() {
        for (const EmbeddedFile& file : embedded_dialogs()) {
            if (file.path == defaults_file(language_)) add_missing(std::string(file.path), file);
        }
        for (const EmbeddedFile& file : embedded_schema()) {
            add_missing("schema/" + std::string(file.path), file);
        }
    }

    void add_missing(const std::string& path, const EmbeddedFile& file) {
        if (!fs::exists(at(path))) files_.emplace(path, file.content);
    }

    static bool write_file(const fs::path& path, const std::string& content) {
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        std::ofstream out(path, std::ios::binary);
        out << content << std::flush;
        return out.good();
    }

    Exit say_not_written(const fs::path& path) {
        console_.err << "attune new: " << path.generic_string()
                     << " cannot be written. Look at its folder, and who may write there.\n";
        return Exit::data;
    }

    void say_written() {
        auto list = nlohmann::json::array();
        for (const auto& [path, content] : files_) list.push_back(at(path).generic_string());
        if (wishes_.json) {
            console_.out << nlohmann::json{{"written", list}}.dump(2) << "\n";
        } else {
            for (const auto& path : list) console_.out << path.get<std::string>() << "\n";
        }
        if (!wishes_.quiet) say_next();
    }

    void say_next() {
        const auto known = first_languages();
        if (std::find(known.begin(), known.end(), language_) == known.end()) {
            console_.err << "There are no first lines in \"" << language_
                         << "\" yet, so these are English: put your own in their place.\n";
        }
        const bool usual = wishes_.folder == "dialogs";
        const std::string file = at(name_ + std::string(json_ending)).generic_string();
        console_.err << "Hear it:    attune chat " << file << "\n"
                     << "Change it:  open " << file << " in a text editor, and save\n"
                     << "Test it:    attune test " << name_
                     << (usual ? "" : " --dialogs " + wishes_.folder) << "\n";
    }

    const Wishes& wishes_;
    Console& console_;
    std::string name_;
    std::string language_;
    std::map<std::string, std::string> files_;  // path below the folder → content
};

}  // namespace

Action declare_new(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("name", wishes->name, "as in a-good-evening, or shared/a-breath")->required();
    app.add_option("--dialogs", wishes->folder, "folder (./dialogs), made where there is none");
    app.add_option("--language", wishes->language, "en, de, es (that of the folder)");
    app.add_flag("--json", wishes->json, "for programs");
    app.add_flag("--quiet", wishes->quiet, "not what to do next");
    return [wishes](Console& console) { return NewDialog(*wishes, console).write(); };
}

}  // namespace attune::cli
