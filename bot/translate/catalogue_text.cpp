#include "translate/catalogue_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace attune::translate {

namespace {

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string list(const std::vector<std::string>& items) {
    std::string text = "[";
    for (const std::string& item : items) text += (text.size() > 1 ? ", " : "") + quoted(item);
    return text + "]";
}

// A text of several lines as a list of lines, each on its own.
std::string lines(const std::string& text, const std::string& indent) {
    if (text.find('\n') == std::string::npos) return quoted(text);
    std::string made = "[";
    for (std::size_t from = 0; from != std::string::npos;) {
        const std::size_t end = text.find('\n', from);
        const std::size_t length = end == std::string::npos ? end : end - from;
        made += "\n" + indent + "  " + quoted(text.substr(from, length));
        made += end == std::string::npos ? " ]" : ",";
        from = end == std::string::npos ? end : end + 1;
    }
    return made;
}

// The members of an object, one a line: { "say": "…",
//                                         "as": "…" }
class Members {
public:
    explicit Members(std::string indent) : indent_(std::move(indent)) {}

    void add(const char* key, const std::string& value) {
        text_ += text_.empty() ? "{ " : ",\n" + indent_ + "  ";
        text_ += quoted(key) + ": " + value;
    }
    void add_if(const char* key, const std::string& text) {
        if (!text.empty()) add(key, lines(text, indent_ + "  "));
    }
    std::string text() const { return indent_ + text_ + " }"; }

private:
    std::string indent_;
    std::string text_;
};

std::string entry_text(const dialog::CatalogueEntry& entry, const std::string& indent) {
    Members members(indent);
    members.add("say", lines(entry.say, indent + "  "));
    members.add("as", lines(entry.as, indent + "  "));
    members.add_if("changed", entry.changed);
    members.add_if("meaning", entry.meaning);
    members.add_if("note", entry.note);
    members.add("at", list(entry.at));
    return members.text();
}

std::string unused_hear(const dialog::CatalogueHear& hear, const std::string& indent) {
    Members members(indent);
    members.add("hear", quoted(hear.place));
    members.add("option", quoted(hear.option));
    members.add("say", list(hear.say));
    members.add("as", list(hear.as));
    return members.text();
}

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ",\n") + item;
    return text;
}

std::string top_text(const dialog::Catalogue& catalogue) {
    std::vector<std::string> items;
    for (const auto& entry : catalogue.entries) {
        if (entry.scene.empty()) items.push_back(entry_text(entry, "    "));
    }
    return items.empty() ? "" : "[\n" + joined(items) + "\n  ]";
}

std::string scenes_text(const dialog::Catalogue& catalogue) {
    std::vector<std::pair<std::string, std::vector<std::string>>> scenes;
    for (const auto& entry : catalogue.entries) {
        if (entry.scene.empty()) continue;
        auto scene = std::find_if(scenes.begin(), scenes.end(), [&](const auto& one) {
            return one.first == entry.scene;
        });
        if (scene == scenes.end()) scene = scenes.insert(scene, {entry.scene, {}});
        scene->second.push_back(entry_text(entry, "      "));
    }
    std::vector<std::string> items;
    for (const auto& [name, entries] : scenes) {
        items.push_back("    " + quoted(name) + ": [\n" + joined(entries) + "\n    ]");
    }
    return items.empty() ? "" : "{\n" + joined(items) + "\n  }";
}

std::string hear_text(const dialog::Catalogue& catalogue) {
    std::vector<std::pair<std::string, std::vector<std::string>>> places;
    for (const auto& hear : catalogue.hears) {
        if (places.empty() || places.back().first != hear.place) places.push_back({hear.place, {}});
        Members members("        ");
        members.add("say", list(hear.say));
        members.add("as", list(hear.as));
        places.back().second.push_back("      " + quoted(hear.option) + ":\n" + members.text());
    }
    std::vector<std::string> items;
    for (const auto& [place, options] : places) {
        items.push_back("    " + quoted(place) + ": {\n" + joined(options) + "\n    }");
    }
    return items.empty() ? "" : "{\n" + joined(items) + "\n  }";
}

std::string unused_text(const dialog::Catalogue& catalogue) {
    std::vector<std::string> items;
    for (const auto& entry : catalogue.unused) items.push_back(entry_text(entry, "    "));
    for (const auto& hear : catalogue.unused_hears) items.push_back(unused_hear(hear, "    "));
    return items.empty() ? "" : "[\n" + joined(items) + "\n  ]";
}

}  // namespace

std::string to_json(const dialog::Catalogue& catalogue) {
    std::string text = "{\n";
    const auto add = [&text](const char* key, const std::string& value) {
        if (value.empty()) return;
        text += (text.size() > 2 ? ",\n  " : "  ") + quoted(key) + ": " + value;
    };
    if (!catalogue.schema.empty()) add("$schema", quoted(catalogue.schema));
    add("dialog", quoted(catalogue.dialog));
    add("language", quoted(catalogue.language));
    if (!catalogue.note.empty()) add("note", quoted(catalogue.note));
    add("top", top_text(catalogue));
    add("scenes", scenes_text(catalogue));
    add("hear", hear_text(catalogue));
    add("unused", unused_text(catalogue));
    return text + "\n}\n";
}

}  // namespace attune::translate
