#include "rehearse/given_answer.h"

#include <algorithm>
#include <chrono>

#include "rehearse/span_of_time.h"

namespace attune::rehearse {

namespace {

using dialog::Node;

bool has_option(const dialog::Variable& variable, const Node& key) {
    const auto& options = variable.options;
    return key.kind == Node::Kind::string &&
           std::find(options.begin(), options.end(), key.text) != options.end();
}

std::optional<dialog::Value> yes_or_no(const Node& node) {
    if (node.kind == Node::Kind::boolean) return node.truth;
    if (node.text == "yes" || node.text == "no") return node.text == "yes";
    return std::nullopt;
}

std::optional<dialog::Value> option(const Node& node, const dialog::Variable& variable) {
    if (!has_option(variable, node)) return std::nullopt;
    return dialog::Option{node.text};
}

// In the order of the question's options.
std::optional<dialog::Value> option_set(const Node& node, const dialog::Variable& variable) {
    if (node.kind != Node::Kind::array) return std::nullopt;
    for (const Node& item : node.items) {
        if (!has_option(variable, item)) return std::nullopt;
    }
    dialog::OptionSet set;
    for (const std::string& key : variable.options) {
        const bool chosen =
            std::any_of(node.items.begin(), node.items.end(), [&](const Node& item) {
                return item.text == key;
            });
        if (chosen) set.keys.push_back(key);
    }
    return set;
}

std::optional<dialog::Value> number(const Node& node) {
    if (node.kind != Node::Kind::number) return std::nullopt;
    if (const auto value = parse_decimal(node.text)) return *value;
    return std::nullopt;
}

std::optional<dialog::Value> words(const Node& node) {
    if (node.kind != Node::Kind::string || node.text.empty()) return std::nullopt;
    return dialog::Words{node.text};
}

std::optional<dialog::Value> date(const Node& node) {
    if (node.kind != Node::Kind::string) return std::nullopt;
    if (const auto day = parse_iso_date(node.text)) return *day;
    return std::nullopt;
}

std::optional<dialog::Value> time(const Node& node) {
    if (node.kind != Node::Kind::string) return std::nullopt;
    if (const auto of_day = parse_iso_time(node.text)) return *of_day;
    return std::nullopt;
}

std::optional<dialog::Value> value_of_type(const Node& node, const dialog::Variable& variable) {
    switch (variable.type) {
        case dialog::Type::yes_no:
            return yes_or_no(node);
        case dialog::Type::option:
            return option(node, variable);
        case dialog::Type::option_set:
            return option_set(node, variable);
        case dialog::Type::number:
            return number(node);
        case dialog::Type::words:
            return words(node);
        case dialog::Type::date:
            return date(node);
        case dialog::Type::time:
            return time(node);
    }
    return std::nullopt;
}

std::string wanted(const dialog::Variable& variable) {
    switch (variable.type) {
        case dialog::Type::yes_no:
            return "It wants \"yes\" or \"no\".";
        case dialog::Type::option:
            return "Its options are " + dialog::listed(variable.options) + ".";
        case dialog::Type::option_set:
            return "It wants a list of " + dialog::listed(variable.options) + ".";
        case dialog::Type::number:
            return "It wants a number, without quotes.";
        case dialog::Type::words:
            return "It wants a text.";
        case dialog::Type::date:
            return "It wants a day, \"2026-11-24\".";
        case dialog::Type::time:
            return "It wants a time of day, \"21:30\".";
    }
    return "";
}

}  // namespace

std::optional<dialog::Value> given_answer(
    const dialog::FileReport& report, const Node& node, const dialog::Variable& variable) {
    auto value = value_of_type(node, variable);
    if (!value) {
        report.add("A607", node.spot, {variable.name, wanted(variable)});
    }
    return value;
}

}  // namespace attune::rehearse
