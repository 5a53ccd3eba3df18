#include "cli/config_file.h"

#include <fstream>
#include <iterator>

namespace attune::cli {

namespace {

using dialog::Node;

std::vector<std::string> names_of_keys() {
    std::vector<std::string> names;
    for (const ConfigKey& key : config_keys()) names.emplace_back(key.name);
    return names;
}

std::string_view wanted(KeyShape shape) {
    switch (shape) {
        case KeyShape::text:
            return "a text in quotes";
        case KeyShape::whole:
            return "a number";
        case KeyShape::yes_no:
            return "true or false";
        case KeyShape::list:
            return "a list of texts";
    }
    return "";
}

bool is_of(KeyShape shape, const Node& value) {
    switch (shape) {
        case KeyShape::text:
            return value.kind == Node::Kind::string;
        case KeyShape::whole:
            return value.kind == Node::Kind::number;
        case KeyShape::yes_no:
            return value.kind == Node::Kind::boolean;
        case KeyShape::list:
            break;
    }
    if (value.kind != Node::Kind::array) return false;
    for (const Node& item : value.items) {
        if (item.kind != Node::Kind::string) return false;
    }
    return true;
}

std::vector<std::string> texts_of(const Node& value) {
    if (value.kind == Node::Kind::boolean) return {value.truth ? "true" : "false"};
    if (value.kind != Node::Kind::array) return {value.text};
    std::vector<std::string> texts;
    for (const Node& item : value.items) texts.push_back(item.text);
    return texts;
}

void take(ConfigFile& file, const dialog::Member& member) {
    if (member.key == "note" || member.key == "$schema") return;
    const auto add = [&](dialog::Spot spot, std::string what, std::string mend) {
        file.problems.list.push_back(
            file.source->problem("", spot, {Severity::error, std::move(what), std::move(mend)}));
    };
    const ConfigKey* key = find_config_key(member.key);
    if (key == nullptr) {
        const std::string near = nearest(member.key, names_of_keys());
        add(member.key_spot,
            "\"" + member.key + "\" is no key of the configuration.",
            near.empty() ? "attune serve --help lists them all."
                         : "Did you mean \"" + near + "\"?");
    } else if (!is_of(key->shape, member.value)) {
        add(member.value.spot,
            "\"" + member.key + "\" needs " + std::string(wanted(key->shape)) + ", not " +
                std::string(name_of(member.value.kind)) + ".",
            "In words: " + std::string(key->sentence) + ".");
    } else {
        file.settings.push_back({key, texts_of(member.value), member.value.spot});
    }
}

}  // namespace

Problem ConfigFile::problem(const Setting& setting, std::string what, std::string mend) const {
    return source->problem("", setting.spot, {Severity::error, std::move(what), std::move(mend)});
}

ConfigFile read_config_file(const std::filesystem::path& path) {
    ConfigFile file;
    const std::string shown = path.generic_string();
    std::ifstream in(path, std::ios::binary);
    file.content = std::make_unique<std::string>(
        std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!in.is_open() || in.bad()) {
        file.problems.list.push_back(
            {Severity::error,
             "",
             Place{shown, 0, 0, 1},
             "This file does not open.",
             "Look at its name and who may read it.",
             ""});
        return file;
    }
    file.source = std::make_unique<dialog::SourceFile>(shown, *file.content);
    dialog::ParsedJson parsed = dialog::parse_json(*file.source, *file.content);
    file.problems = std::move(parsed.problems);
    if (!parsed.root) return file;
    if (parsed.root->kind != Node::Kind::object) {
        file.problems.list.push_back(file.source->problem(
            "",
            parsed.root->spot,
            {Severity::error,
             "The configuration is one object.",
             "Put everything between { and }."}));
        return file;
    }
    for (const dialog::Member& member : parsed.root->members) take(file, member);
    return file;
}

}  // namespace attune::cli
