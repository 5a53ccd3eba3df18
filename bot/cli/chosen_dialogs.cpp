#include "cli/chosen_dialogs.h"

#include <filesystem>
#include <ostream>

#include "cli/dialogs_at.h"
#include "cli/print_problems.h"

namespace attune::cli {

namespace {

class Choosing {
public:
    Choosing(const DialogWish& wish, std::string_view command, Console& console, Exit& out)
        : wish_(wish), command_(command), console_(console), out_(out) {}

    std::optional<std::vector<ChosenDialog>> run() {
        if (wish_.words.empty()) return all();
        std::vector<ChosenDialog> chosen;
        for (const std::string& word : wish_.words) {
            const auto one = is_file(word) ? by_file(word) : by_name(word);
            if (!one) return std::nullopt;
            chosen.push_back(*one);
        }
        return chosen;
    }

private:
    static bool is_file(const std::string& word) { return word.ends_with(".json"); }

    std::optional<std::vector<ChosenDialog>> all() {
        if (!read_folder()) return std::nullopt;
        std::vector<ChosenDialog> chosen;
        for (std::size_t i = 0; i < folder_->dialogs.size(); ++i) {
            chosen.push_back({folder_, static_cast<dialog::DialogIndex>(i)});
        }
        return chosen;
    }

    std::optional<ChosenDialog> by_file(const std::string& file) {
        const auto files = dialogs_at(file);
        const auto edition = compiled(files);
        if (!edition) return std::nullopt;
        return named(edition, files->dialog(), file);
    }

    std::optional<ChosenDialog> by_name(const std::string& name) {
        if (!read_folder()) return std::nullopt;
        return named(folder_, name, name);
    }

    std::optional<ChosenDialog> named(
        const dialog::EditionPtr& edition, const std::string& name, const std::string& written) {
        const auto found = edition->dialog_by_name.find(name);
        if (found != edition->dialog_by_name.end()) return ChosenDialog{edition, found->second};
        std::vector<std::string> names;
        for (const auto& dialog : edition->dialogs) names.push_back(dialog.name);
        const std::string near = nearest(name, names);
        console_.err << "attune " << command_ << ": there is no dialog \"" << written << "\"."
                     << (near.empty() ? "" : " Did you mean \"" + near + "\"?") << "\n";
        out_ = Exit::wrong_use;
        return std::nullopt;
    }

    bool read_folder() {
        if (folder_) return true;
        folder_ = compiled(wish_.folder.empty() ? dialogs_nearby() : dialogs_at(wish_.folder));
        return folder_ != nullptr;
    }

    dialog::EditionPtr compiled(const Result<DialogFiles, Problems>& files) {
        if (!files) return say(files.error());
        dialog::Compiled compiled = dialog::compile(files->sources, files->shown_folder);
        return compiled.edition ? compiled.edition : say(compiled.problems);
    }

    dialog::EditionPtr say(const Problems& problems) {
        print_problems(problems, console_.err, console_.err_colours, console_);
        console_.err << summary(problems) << "\n";
        out_ = Exit::findings;
        return nullptr;
    }

    const DialogWish& wish_;
    std::string_view command_;
    Console& console_;
    Exit& out_;
    dialog::EditionPtr folder_;
};

}  // namespace

std::optional<std::vector<ChosenDialog>> choose_dialogs(
    const DialogWish& wish, std::string_view command, Console& console, Exit& out) {
    return Choosing(wish, command, console, out).run();
}

}  // namespace attune::cli
