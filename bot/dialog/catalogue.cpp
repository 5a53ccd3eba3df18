#include "dialog/catalogue.h"

#include "dialog/keys.h"

namespace attune::dialog {

namespace {

class CatalogueReading {
public:
    explicit CatalogueReading(const FileReport& report) : report_(report) {}

    Catalogue read(const Node& root) {
        check_keys(
            report_,
            root,
            {"dialog", "language", "top", "scenes", "hear", "unused"},
            Where::top,
            "a translation");
        Catalogue made;
        made.dialog = required(root, "dialog");
        made.language = required(root, "language");
        made.schema = plain(root, "$schema");
        made.note = plain(root, "note");
        if (const Node* top = value_of(report_, root, "top", Node::Kind::array)) {
            entries(*top, "", made.entries);
        }
        if (const Node* scenes = value_of(report_, root, "scenes", Node::Kind::object)) {
            for (const Member* scene : named_members(*scenes)) {
                if (!is_kind(report_, scene->value, Node::Kind::array, scene->key)) continue;
                entries(scene->value, scene->key, made.entries);
            }
        }
        if (const Node* hear = value_of(report_, root, "hear", Node::Kind::object)) {
            hears(*hear, made);
        }
        if (const Node* unused = value_of(report_, root, "unused", Node::Kind::array)) {
            for (const Node& item : unused->items) unused_item(item, made);
        }
        return made;
    }

private:
    std::string plain(const Node& object, std::string_view key) {
        const Node* value = value_of(object, key);
        return value && value->kind == Node::Kind::string ? value->text : std::string();
    }

    // A remark may be anything; a text is kept.
    std::string remark(const Node& item) {
        const Node* note = value_of(item, "note");
        if (!note) return "";
        Report unread;
        return Lines(FileReport(unread, report_.file()), *note, "note").text();
    }

    std::string required(const Node& root, std::string_view key) {
        if (!root.find(key)) {
            report_.add(
                "A201", root.spot, {"translation", key, "\"…\", as the path of this file says"});
        }
        const Node* value = value_of(report_, root, key, Node::Kind::string);
        return value ? value->text : std::string();
    }

    std::string text(const Node& object, std::string_view key) {
        const Node* value = value_of(object, key);
        if (!value) return "";
        return Lines(report_, *value, key).text();
    }

    std::vector<std::string> list(const Node& object, std::string_view key) {
        std::vector<std::string> made;
        const Node* value = value_of(object, key);
        if (!value) return made;
        if (value->kind == Node::Kind::string) return {value->text};
        if (!is_kind(report_, *value, Node::Kind::array, key)) return made;
        for (const Node& item : value->items) {
            if (is_kind(report_, item, Node::Kind::string, key)) made.push_back(item.text);
        }
        return made;
    }

    void entries(const Node& items, const std::string& scene, std::vector<CatalogueEntry>& to) {
        for (const Node& item : items.items) {
            if (auto made = entry(item)) {
                made->scene = scene;
                to.push_back(std::move(*made));
            }
        }
    }

    std::optional<CatalogueEntry> entry(const Node& item) {
        if (!is_kind(report_, item, Node::Kind::object, "an entry")) return std::nullopt;
        check_keys(
            report_, item, {"say", "as", "meaning", "changed", "at"}, Where::top, "an entry");
        CatalogueEntry made;
        made.spot = item.spot;
        made.say = text(item, "say");
        made.as = text(item, "as");
        made.meaning = text(item, "meaning");
        made.changed = text(item, "changed");
        made.note = remark(item);
        made.at = list(item, "at");
        if (!made.as.empty()) made.rendering = value_of(item, "as");
        if (!made.say.empty()) return made;
        report_.add(
            "A201", item.spot, {"entry", "say", "\"…\", the sentence as the dialog has it"});
        return std::nullopt;
    }

    // { "get reflective / beneath": { "alone": { "say": ["no help"], "as": ["keine hilfe"] } } }
    void hears(const Node& hear, Catalogue& to) {
        for (const Member* place : named_members(hear)) {
            if (!is_kind(report_, place->value, Node::Kind::object, place->key)) continue;
            for (const Member* option : named_members(place->value)) {
                CatalogueHear made;
                made.place = place->key;
                made.option = option->key;
                made.spot = option->key_spot;
                if (heard(option->value, made)) to.hears.push_back(std::move(made));
            }
        }
    }

    bool heard(const Node& node, CatalogueHear& made) {
        if (!is_kind(report_, node, Node::Kind::object, made.option)) return false;
        check_keys(report_, node, {"say", "as", "hear", "option"}, Where::top, "this \"hear\"");
        made.say = list(node, "say");
        made.as = list(node, "as");
        if (!made.as.empty()) made.rendering = value_of(node, "as");
        return true;
    }

    // An entry, or { "hear": "get reflective / beneath", "option": "alone", "say": […], "as": […] }
    void unused_item(const Node& item, Catalogue& to) {
        if (item.kind != Node::Kind::object || !item.find("hear")) {
            if (auto made = entry(item)) to.unused.push_back(std::move(*made));
            return;
        }
        CatalogueHear made;
        made.spot = item.spot;
        made.place = plain(item, "hear");
        made.option = plain(item, "option");
        if (heard(item, made)) to.unused_hears.push_back(std::move(made));
    }

    const FileReport& report_;
};

}  // namespace

std::optional<Catalogue> read_catalogue(const FileReport& report, const Node& root) {
    if (!is_kind(report, root, Node::Kind::object, "a translation")) return std::nullopt;
    return CatalogueReading(report).read(root);
}

std::optional<CatalogueName> catalogue_name(std::string_view path) {
    constexpr std::string_view ending = ".json";
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos || slash == 0 || !path.ends_with(ending)) {
        return std::nullopt;
    }
    const std::string_view dialog = path.substr(slash + 1, path.size() - slash - 1 - ending.size());
    if (dialog.empty()) return std::nullopt;
    return CatalogueName{std::string(path.substr(0, slash)), std::string(dialog)};
}

}  // namespace attune::dialog
