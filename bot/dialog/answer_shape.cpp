#include "dialog/answer_shape.h"

#include <algorithm>
#include <array>

#include "dialog/edition.h"
#include "dialog/keys.h"
#include "dialog/ready_lists.h"

namespace attune::dialog {

namespace {

const std::vector<std::string> all_kinds = {
    "yes or no",
    "choose",
    "choose many",
    "scale",
    "number",
    "text",
    "long text",
    "date",
    "time",
    "contact"};

// Those that stand alone, without { }.
constexpr std::array plain_kinds = {
    AnswerKind::yes_no,
    AnswerKind::number,
    AnswerKind::text,
    AnswerKind::long_text,
    AnswerKind::date,
    AnswerKind::time,
    AnswerKind::contact};

void refuse_kind(const FileReport& report, Spot spot, const std::string& written) {
    report.add("A208", spot, {written, listed(all_kinds)}, nearest(written, all_kinds));
}

std::optional<AnswerShape> read_word(const FileReport& report, const Node& answer) {
    AnswerShape shape;
    for (const AnswerKind kind : plain_kinds) {
        if (answer.text != name_of(kind)) continue;
        shape.kind = kind;
        return shape;
    }
    if (answer.text == "choose" || answer.text == "choose many") {
        report.add("A209", answer.spot, {answer.text});
        return std::nullopt;
    }
    if (answer.text == "scale") {
        report.add("A210", answer.spot, {"scale", "whole numbers"});
        return std::nullopt;
    }
    refuse_kind(report, answer.spot, answer.text);
    return std::nullopt;
}

// The options of a ready list.
bool read_list(
    const FileReport& report, const Node& answer, const Defaults* defaults, AnswerShape& shape) {
    if (!defaults) return false;
    const ReadyList* list = list_of(answer, defaults);
    if (!list) {
        const Node& name = *list_name_of(answer);
        std::vector<std::string> names;
        for (const auto& [known, its] : defaults->lists) names.push_back(known);
        const std::string known = names.empty() ? "none" : listed(names);
        report.add(
            "A241",
            name.spot,
            {name.text, known, defaults->language + ".json"},
            nearest(name.text, names));
        return false;
    }
    for (const auto& option : list->options) shape.options.push_back({option.key});
    shape.own_word = shape.kind == AnswerKind::choose_many && !list->own_word.empty();
    return true;
}

bool read_options(
    const FileReport& report,
    const Node& answer,
    const Member& kind,
    const Defaults* defaults,
    AnswerShape& shape) {
    if (kind.value.kind == Node::Kind::string) return read_list(report, answer, defaults, shape);
    if (!is_kind(report, kind.value, Node::Kind::object, kind.key)) return false;
    bool fine = true;
    for (const Member* option : named_members(kind.value)) {
        fine = check_name(report, option->key, option->key_spot, "option") && fine;
        shape.options.push_back({option->key});
    }
    if (shape.options.empty() || shape.options.size() > static_cast<std::size_t>(max_options)) {
        report.add(
            "A211",
            kind.key_spot,
            {std::to_string(shape.options.size()), std::to_string(max_options)});
        return false;
    }
    return fine;
}

void read_how_many(const FileReport& report, const Node& answer, AnswerShape& shape) {
    const int all = static_cast<int>(shape.options.size()) + (shape.own_word ? 1 : 0);
    shape.at_least = whole_of(report, answer, "at least", 0, all, 1);
    shape.at_most = whole_of(report, answer, "at most", 1, all, 0);
    if (shape.at_most == 0 || shape.at_most >= shape.at_least) return;
    report.add("A212", answer.find("at most")->value.spot, {std::to_string(shape.at_least)});
}

// [low, high], two numbers in rising order; whole ones for a scale.
bool read_range(const FileReport& report, const Member& kind, AnswerShape& shape) {
    const bool scale = shape.kind == AnswerKind::scale;
    const auto& ends = kind.value.items;
    if (ends.size() == 2) {
        const bool numbers =
            ends[0].kind == Node::Kind::number && ends[1].kind == Node::Kind::number;
        if (numbers) {
            shape.min = parse_decimal(ends[0].text);
            shape.max = parse_decimal(ends[1].text);
        }
    }
    const bool rising = shape.min && shape.max && *shape.min < *shape.max;
    const bool whole = rising && shape.min->is_whole() && shape.max->is_whole();
    if (rising && (whole || !scale)) return true;
    report.add("A210", kind.value.spot, {kind.key, scale ? "whole numbers" : "numbers"});
    return false;
}

void read_ends(const FileReport& report, const Node& answer, AnswerShape& shape) {
    if (const Node* low = value_of(report, answer, "low", Node::Kind::string))
        shape.low = low->text;
    if (const Node* high = value_of(report, answer, "high", Node::Kind::string)) {
        shape.high = high->text;
    }
}

std::optional<AnswerShape> read_kind(
    const FileReport& report, const Node& answer, const Member& kind, const Defaults* defaults) {
    AnswerShape shape;
    if (kind.key == "choose") {
        shape.kind = AnswerKind::choose;
        check_keys(report, answer, {"choose"}, Where::answer, "this answer");
        if (!read_options(report, answer, kind, defaults, shape)) return std::nullopt;
        return shape;
    }
    if (kind.key == "choose many") {
        shape.kind = AnswerKind::choose_many;
        check_keys(
            report, answer, {"choose many", "at least", "at most"}, Where::answer, "this answer");
        if (!read_options(report, answer, kind, defaults, shape)) return std::nullopt;
        read_how_many(report, answer, shape);
        return shape;
    }
    shape.kind = kind.key == "scale" ? AnswerKind::scale : AnswerKind::number;
    if (shape.kind == AnswerKind::scale) {
        check_keys(report, answer, {"scale", "low", "high"}, Where::answer, "this answer");
        read_ends(report, answer, shape);
    } else {
        check_keys(report, answer, {"number"}, Where::answer, "this answer");
    }
    if (!is_kind(report, kind.value, Node::Kind::array, kind.key)) return std::nullopt;
    if (!read_range(report, kind, shape)) return std::nullopt;
    return shape;
}

}  // namespace

std::optional<AnswerShape> read_answer(
    const FileReport& report, const Node& answer, const Defaults* defaults) {
    if (answer.kind == Node::Kind::string) return read_word(report, answer);
    if (answer.kind != Node::Kind::object) {
        is_kind(report, answer, Node::Kind::string, "answer");
        return std::nullopt;
    }
    for (const char* key : {"choose", "choose many", "scale", "number"}) {
        if (const Member* kind = answer.find(key))
            return read_kind(report, answer, *kind, defaults);
    }
    const auto members = named_members(answer);
    if (members.empty()) {
        report.add("A288", answer.spot, {listed(all_kinds)});
        return std::nullopt;
    }
    const std::string& written = members.front()->key;
    const bool plain = std::any_of(plain_kinds.begin(), plain_kinds.end(), [&](AnswerKind kind) {
        return written == name_of(kind);
    });
    if (!plain) {
        refuse_kind(report, members.front()->key_spot, written);
        return std::nullopt;
    }
    report.add("A213", answer.spot, {written});
    return std::nullopt;
}

Type type_of(AnswerKind kind) {
    switch (kind) {
        case AnswerKind::yes_no:
            return Type::yes_no;
        case AnswerKind::choose:
            return Type::option;
        case AnswerKind::choose_many:
            return Type::option_set;
        case AnswerKind::scale:
        case AnswerKind::number:
            return Type::number;
        case AnswerKind::text:
        case AnswerKind::long_text:
        case AnswerKind::contact:
            return Type::words;
        case AnswerKind::date:
            return Type::date;
        case AnswerKind::time:
            return Type::time;
    }
    return Type::words;
}

bool is_private_by_itself(const AnswerShape& shape) {
    const AnswerKind kind = shape.kind;
    return kind == AnswerKind::text || kind == AnswerKind::long_text || kind == AnswerKind::date ||
           kind == AnswerKind::contact || shape.own_word;
}

}  // namespace attune::dialog
