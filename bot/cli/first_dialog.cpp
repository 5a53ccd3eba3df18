#include "cli/first_dialog.h"

#include <algorithm>
#include <cctype>

#include "base/embedded.h"

namespace attune::cli {

namespace {

constexpr std::size_t longest_name = 80;

bool fits_name(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
           letter == '/';
}

// "My Evening" → "my-evening".
std::string as_name(const std::string& written) {
    std::string name;
    for (const char letter : written) {
        const auto small = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        if (fits_name(small)) name += small;
        if ((letter == ' ' || letter == '_') && !name.empty() && name.back() != '-') name += '-';
    }
    return name;
}

// Folders and files that hold something else than dialogs.
bool is_taken(const std::string& name) {
    const std::vector<std::string> folders = {
        "defaults", "translations", "schema", "care", "anytime"};
    const std::string first = name.substr(0, name.find('/'));
    const bool folder = first != name;
    if (folder) return std::find(folders.begin(), folders.end(), first) != folders.end();
    return name == "person" || name == "directory";
}

// "shared/a-good-evening" → "A good evening".
std::string title_of(const std::string& name) {
    std::string title = name.substr(name.rfind('/') + 1);
    std::replace(title.begin(), title.end(), '-', ' ');
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return title;
}

std::string_view template_called(const std::string& path) {
    for (const EmbeddedFile& file : embedded_first_dialog()) {
        if (file.path == path) return file.content;
    }
    return {};
}

std::string filled(
    std::string text,
    const std::string& name,
    const std::string& language,
    const std::string& schema) {
    std::string up;
    for (const char letter : name) up += letter == '/' ? "../" : "";
    const std::vector<std::pair<std::string, std::string>> places = {
        {"\"SCHEMA\"", "\"" + up + "schema/" + schema + ".schema.json\""},
        {"\"NAME\"", "\"" + name + "\""},
        {"\"TITLE\"", "\"" + title_of(name) + "\""},
        {"\"language\": \"en\"", "\"language\": \"" + language + "\""}};
    for (const auto& [place, words] : places) {
        const std::size_t at = text.find(place);
        if (at != std::string::npos) text.replace(at, place.size(), words);
    }
    return text;
}

}  // namespace

std::string fault_of_name(const std::string& name) {
    const bool letters = std::all_of(name.begin(), name.end(), fits_name);
    if (name.empty() || !letters) {
        const std::string near = as_name(name);
        const std::string mend = fault_of_name(near.empty() ? "x" : near).empty() && !near.empty()
                                     ? " Try \"" + near + "\"."
                                     : "";
        return "A name has small letters a to z, digits and \"-\"." + mend;
    }
    if (name.size() > longest_name) return "This name is too long. Two or three words will do.";
    const bool empty_part = name.front() == '/' || name.back() == '/' ||
                            name.find("//") != std::string::npos || name.front() == '-' ||
                            name.find("/-") != std::string::npos;
    if (empty_part) return "A name begins with a letter, as in \"shared/a-good-evening\".";
    if (is_taken(name)) return "That place is for something else than dialogs. Take another name.";
    return "";
}

std::vector<std::string> first_languages() {
    std::vector<std::string> languages;
    for (const EmbeddedFile& file : embedded_first_dialog()) {
        const std::string path(file.path);
        if (!path.ends_with(".test.json")) languages.push_back(path.substr(0, path.find('.')));
    }
    return languages;
}

std::map<std::string, std::string> first_dialog(
    const std::string& name, const std::string& language) {
    const auto known = first_languages();
    const bool has = std::find(known.begin(), known.end(), language) != known.end();
    const std::string lines = has ? language : "en";
    const std::string dialog(template_called(lines + ".json"));
    const std::string test(template_called(lines + ".test.json"));
    return {
        {name + ".json", filled(dialog, name, language, "dialog")},
        {name + ".test.json", filled(test, name, language, "test")}};
}

}  // namespace attune::cli
