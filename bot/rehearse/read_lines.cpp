#include "rehearse/read_lines.h"

#include <algorithm>
#include <array>

#include "dialog/keys.h"
#include "rehearse/languages.h"
#include "rehearse/span_of_time.h"

namespace attune::rehearse {

namespace {

using dialog::FileReport;
using dialog::Member;
using dialog::Node;

using Read = std::optional<TalkLine> (*)(const FileReport&, const Member&, const dialog::Edition&);

std::optional<std::string> text_of(const FileReport& report, const Member& member) {
    const dialog::Lines lines(report, member.value, member.key);
    if (!lines.ok()) return std::nullopt;
    return lines.text();
}

// A text, a list of lines, or { "one of": […] }.
std::optional<Wordings> wordings_of(
    const FileReport& report, const Node& node, std::string_view key) {
    const bool varies = node.kind == Node::Kind::object;
    if (!varies) {
        const dialog::Lines lines(report, node, key);
        return lines.ok() ? std::optional(Wordings{lines.text()}) : std::nullopt;
    }
    dialog::check_keys(report, node, {"one of"}, dialog::Where::file, "a wording");
    const Node* list = dialog::value_of(report, node, "one of", Node::Kind::array);
    if (!list) return std::nullopt;
    Wordings wordings;
    for (const Node& item : list->items) {
        const dialog::Lines lines(report, item, "one of");
        if (lines.ok()) wordings.push_back(lines.text());
    }
    return wordings;
}

template <class Line>
std::optional<TalkLine> named(const FileReport& report, const Member& member) {
    auto text = text_of(report, member);
    if (!text) return std::nullopt;
    return TalkLine{member.key_spot, Line{std::move(*text)}, member.value};
}

std::optional<TalkLine> read_them(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    return named<Them>(report, member);
}

std::optional<TalkLine> read_keeps(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    return named<Keeps>(report, member);
}

std::optional<TalkLine> read_taps(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    Taps taps;
    if (member.value.kind == Node::Kind::number) {
        taps.value = parse_decimal(member.value.text);
        return TalkLine{member.key_spot, taps, member.value};
    }
    const bool several = member.value.kind == Node::Kind::array;
    for (const Node& option : several ? member.value.items : std::vector<Node>{member.value}) {
        if (!dialog::is_kind(report, option, Node::Kind::string, "taps")) return std::nullopt;
        taps.options.push_back(option.text);
    }
    return TalkLine{member.key_spot, taps, member.value};
}

std::optional<TalkLine> read_after(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    const auto text = text_of(report, member);
    const auto time = text ? span_of_time(*text) : std::nullopt;
    if (time) return TalkLine{member.key_spot, After{*time}, member.value};
    if (text) {
        report.add("A606", member.value.spot, {*text});
    }
    return std::nullopt;
}

std::optional<TalkLine> read_language(
    const FileReport& report, const Member& member, const dialog::Edition& edition) {
    auto line = named<LanguageLine>(report, member);
    if (!line) return line;
    const std::string& name = std::get<LanguageLine>(line->what).name;
    const auto languages = languages_of(edition);
    if (std::find(languages.begin(), languages.end(), name) != languages.end()) return line;
    report.add(
        "A610", member.value.spot, {name, dialog::listed(languages)}, nearest(name, languages));
    return std::nullopt;
}

std::optional<TalkLine> read_bot(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    auto wordings = wordings_of(report, member.value, "bot");
    if (!wordings) return std::nullopt;
    return TalkLine{member.key_spot, Bot{std::move(*wordings)}, member.value};
}

std::optional<TalkLine> read_bot_says(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    if (!dialog::is_kind(report, member.value, Node::Kind::array, "bot says")) return std::nullopt;
    BotSays says;
    for (const Node& item : member.value.items) {
        if (auto wordings = wordings_of(report, item, "bot says")) {
            says.messages.push_back(std::move(*wordings));
        }
    }
    return TalkLine{member.key_spot, std::move(says), member.value};
}

bool is_scene_or_dialog(const dialog::Edition& edition, const std::string& name) {
    if (edition.find(name) != nullptr) return true;
    return std::any_of(edition.dialogs.begin(), edition.dialogs.end(), [&](const auto& dialog) {
        return dialog.scene_by_name.contains(name);
    });
}

std::optional<TalkLine> read_visits(
    const FileReport& report, const Member& member, const dialog::Edition& edition) {
    auto line = named<VisitsLine>(report, member);
    if (!line || is_scene_or_dialog(edition, std::get<VisitsLine>(line->what).name)) return line;
    std::vector<std::string> names;
    for (const auto& dialog : edition.dialogs) {
        names.push_back(dialog.name);
        for (const auto& scene : dialog.scenes) names.push_back(scene.name);
    }
    const std::string& name = std::get<VisitsLine>(line->what).name;
    report.add("A643", member.value.spot, {name}, nearest(name, names));
    return std::nullopt;
}

std::optional<TalkLine> read_rests_at(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    return named<RestsAt>(report, member);
}

std::optional<TalkLine> read_ends(
    const FileReport& report, const Member& member, const dialog::Edition&) {
    if (!dialog::is_kind(report, member.value, Node::Kind::boolean, "ends")) return std::nullopt;
    return TalkLine{member.key_spot, Ends{member.value.truth}, member.value};
}

struct LineKind {
    std::string_view key;
    Read read;
};

// Adding a line is one function and one row.
constexpr std::array kinds = {
    LineKind{"them", read_them},
    LineKind{"taps", read_taps},
    LineKind{"after", read_after},
    LineKind{"language", read_language},
    LineKind{"bot", read_bot},
    LineKind{"bot says", read_bot_says},
    LineKind{"visits", read_visits},
    LineKind{"keeps", read_keeps},
    LineKind{"rests at", read_rests_at},
    LineKind{"ends", read_ends}};

// What the language has but this version does not.
constexpr std::array not_yet = {"schedules", "tells", "service answers", "with"};

std::optional<TalkLine> unknown(const FileReport& report, const Member& member) {
    const bool later = std::find(not_yet.begin(), not_yet.end(), member.key) != not_yet.end();
    std::vector<std::string> names;
    for (const LineKind& kind : kinds) names.emplace_back(kind.key);
    if (later) {
        report.add("A604", member.key_spot, {member.key});
    } else {
        report.add(
            "A603",
            member.key_spot,
            {member.key, dialog::listed(names)},
            nearest(member.key, names));
    }
    return std::nullopt;
}

}  // namespace

std::optional<TalkLine> read_line(
    const FileReport& report, const Node& line, const dialog::Edition& edition) {
    if (!dialog::is_kind(report, line, Node::Kind::object, "talk")) return std::nullopt;
    const auto members = dialog::named_members(line);
    if (members.size() != 1) {
        report.add("A605", line.spot);
        return std::nullopt;
    }
    const Member& member = *members.front();
    const auto kind = std::find_if(
        kinds.begin(), kinds.end(), [&](const LineKind& one) { return one.key == member.key; });
    return kind == kinds.end() ? unknown(report, member) : kind->read(report, member, edition);
}

}  // namespace attune::rehearse
