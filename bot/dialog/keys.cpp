#include "dialog/keys.h"

#include <algorithm>
#include <optional>

#include "base/decimal.h"

namespace attune::dialog {

namespace {

bool contains(const std::vector<std::string_view>& known, std::string_view key) {
    return std::find(known.begin(), known.end(), key) != known.end();
}

std::optional<int> whole_number(const Node& node) {
    if (node.kind != Node::Kind::number) return std::nullopt;
    const auto number = parse_decimal(node.text);
    if (!number || !number->is_whole()) return std::nullopt;
    const std::int64_t whole = number->thousandths / 1000;
    if (whole < -1'000'000'000 || whole > 1'000'000'000) return std::nullopt;
    return static_cast<int>(whole);
}

}  // namespace

bool is_remark(std::string_view key) {
    return key == "note" || key == "$schema";
}

std::vector<const Member*> named_members(const Node& object) {
    std::vector<const Member*> members;
    for (const Member& member : object.members) {
        if (!is_remark(member.key)) members.push_back(&member);
    }
    return members;
}

void check_keys(
    const FileReport& report,
    const Node& object,
    const std::vector<std::string_view>& known,
    Where where,
    std::string_view of_what) {
    for (const Member* member : named_members(object)) {
        if (contains(known, member->key)) continue;
        if (is_not_yet_known(where, member->key)) {
            report.add("A204", member->key_spot, {in_quotes(member->key)});
            continue;
        }
        const std::vector<std::string> candidates(known.begin(), known.end());
        report.add(
            "A203",
            member->key_spot,
            {member->key, of_what, listed(candidates)},
            nearest(member->key, candidates));
    }
}

const Node* value_of(const Node& object, std::string_view key) {
    const Member* member = object.find(key);
    return member ? &member->value : nullptr;
}

const Node* value_of(
    const FileReport& report, const Node& object, std::string_view key, Node::Kind kind) {
    const Node* value = value_of(object, key);
    if (!value || !is_kind(report, *value, kind, key)) return nullptr;
    return value;
}

bool is_kind(const FileReport& report, const Node& node, Node::Kind kind, std::string_view key) {
    if (node.kind == kind) return true;
    report.add("A205", node.spot, {key, name_of(kind), name_of(node.kind)});
    return false;
}

bool truth_of(const FileReport& report, const Node& object, std::string_view key) {
    const Node* value = value_of(report, object, key, Node::Kind::boolean);
    return value && value->truth;
}

int whole_of(
    const FileReport& report,
    const Node& object,
    std::string_view key,
    int least,
    int most,
    int otherwise) {
    const Node* value = value_of(object, key);
    if (!value) return otherwise;
    const auto number = whole_number(*value);
    if (number && *number >= least && *number <= most) return *number;
    report.add("A206", value->spot, {key, std::to_string(least), std::to_string(most)});
    return otherwise;
}

Lines::Lines(const FileReport& report, const Node& node, std::string_view key) {
    if (node.kind != Node::Kind::array) {
        add(report, node, key);
        return;
    }
    for (const Node& item : node.items) add(report, item, key);
}

void Lines::add(const FileReport& report, const Node& node, std::string_view key) {
    if (node.kind != Node::Kind::string) {
        report.add("A205", node.spot, {key, "a text or a list of lines", name_of(node.kind)});
        ok_ = false;
        return;
    }
    if (!lines_.empty()) text_ += "\n";
    lines_.push_back({text_.size(), &node});
    text_ += node.text;
}

Spot Lines::spot(const SourceFile& file, std::size_t at, std::size_t length) const {
    if (lines_.empty()) return {};
    auto line = std::find_if(lines_.rbegin(), lines_.rend(), [at](const Line& candidate) {
        return candidate.start <= at;
    });
    if (line == lines_.rend()) --line;
    const std::size_t inside = at - line->start;
    const std::size_t room = line->node->text.size() - std::min(inside, line->node->text.size());
    return file.inside(*line->node, inside, std::min(length, std::max<std::size_t>(room, 1)));
}

}  // namespace attune::dialog
