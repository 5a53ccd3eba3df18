#include "dialog/ready_lists.h"

#include <algorithm>

#include "dialog/edition.h"
#include "dialog/keys.h"

namespace attune::dialog {

namespace {

bool has_option(const ReadyList& list, const std::string& key) {
    return std::any_of(list.options.begin(), list.options.end(), [&](const auto& option) {
        return option.key == key;
    });
}

void read_option(
    const FileReport& report, const Member& member, const std::string& heading, ReadyList& list) {
    if (!check_name(report, member.key, member.key_spot, "option")) return;
    if (!is_kind(report, member.value, Node::Kind::string, member.key)) return;
    if (has_option(list, member.key)) return report.add("A242", member.key_spot, {member.key});
    if (member.value.text.empty()) {
        return report.add("A223", member.value.spot, {in_quotes(member.key)});
    }
    list.options.push_back({member.key, member.value.text, heading, {}});
}

void read_heard(const FileReport& report, const Member& member, ReadyList& list) {
    const auto option =
        std::find_if(list.options.begin(), list.options.end(), [&](const ReadyList::Option& one) {
            return one.key == member.key;
        });
    if (option == list.options.end()) {
        std::vector<std::string> keys;
        for (const auto& one : list.options) keys.push_back(one.key);
        return report.add(
            "A215",
            member.key_spot,
            {member.key, "this list", listed(keys)},
            nearest(member.key, keys));
    }
    if (!is_kind(report, member.value, Node::Kind::array, member.key)) return;
    for (const Node& phrase : member.value.items) {
        if (is_kind(report, phrase, Node::Kind::string, member.key)) {
            option->hear.push_back(phrase.text);
        }
    }
}

void read_group(const FileReport& report, const Node& group, ReadyList& list) {
    if (!is_kind(report, group, Node::Kind::object, "groups")) return;
    check_keys(report, group, {"heading", "options", "hear"}, Where::top, "a group");
    const Node* heading = value_of(report, group, "heading", Node::Kind::string);
    const Node* options = value_of(report, group, "options", Node::Kind::object);
    if (!options) {
        if (!group.find("options")) {
            report.add("A201", group.spot, {"group", "options", "{ … }"});
        }
        return;
    }
    for (const Member* option : named_members(*options)) {
        read_option(report, *option, heading ? heading->text : "", list);
    }
    const Node* hear = value_of(report, group, "hear", Node::Kind::object);
    if (!hear) return;
    for (const Member* member : named_members(*hear)) read_heard(report, *member, list);
}

ReadyList read_list(const FileReport& report, const Member& member) {
    ReadyList list;
    check_keys(report, member.value, {"groups", "own word"}, Where::top, "a list");
    if (const Node* own = value_of(report, member.value, "own word", Node::Kind::string)) {
        list.own_word = own->text;
    }
    if (const Node* groups = value_of(report, member.value, "groups", Node::Kind::array)) {
        for (const Node& group : groups->items) read_group(report, group, list);
    }
    const bool fits =
        !list.options.empty() && list.options.size() <= static_cast<std::size_t>(max_options);
    if (fits) return list;
    report.add("A211", member.key_spot, {list.options.size(), std::to_string(max_options)});
    list.options.clear();
    return list;
}

}  // namespace

std::map<std::string, ReadyList> read_ready_lists(const FileReport& report, const Node& lists) {
    std::map<std::string, ReadyList> all;
    for (const Member* member : named_members(lists)) {
        if (!is_kind(report, member->value, Node::Kind::object, member->key)) continue;
        ReadyList list = read_list(report, *member);
        if (!list.options.empty()) all[member->key] = std::move(list);
    }
    return all;
}

const Node* list_name_of(const Node& answer) {
    if (answer.kind != Node::Kind::object) return nullptr;
    for (const char* key : {"choose", "choose many"}) {
        const Node* options = value_of(answer, key);
        if (options && options->kind == Node::Kind::string) return options;
    }
    return nullptr;
}

const ReadyList* list_of(const Node& answer, const Defaults* defaults) {
    const Node* name = list_name_of(answer);
    if (!name || !defaults) return nullptr;
    const auto found = defaults->lists.find(name->text);
    return found == defaults->lists.end() ? nullptr : &found->second;
}

}  // namespace attune::dialog
