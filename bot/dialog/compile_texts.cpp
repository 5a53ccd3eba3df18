#include <algorithm>

#include "dialog/compiler.h"

namespace attune::dialog {

void report_faults(const FileReport& report, const Lines& lines, const Faults& faults) {
    for (const Fault& fault : faults.list) {
        const Spot spot = lines.spot(report.file(), fault.at, fault.length);
        report.add_worded(fault.number, spot, fault.words);
    }
}

TextIndex Compiler::fixed_text(std::string words) {
    Text text;
    text.language = draft_.dialog.language;
    if (!words.empty()) text.pieces.emplace_back(std::move(words));
    return add_text(std::move(text), {});
}

TextIndex Compiler::add_text(Text text, Spot spot) {
    draft_.dialog.texts.push_back(std::move(text));
    draft_.text_spots.push_back(spot);
    return static_cast<TextIndex>(draft_.dialog.texts.size() - 1);
}

TextIndex Compiler::text(const Node& node, std::string_view key, MayBeEmpty empty) {
    const Lines lines(report(), node, key);
    if (!lines.ok()) return fixed_text("");
    if (lines.text().empty() && empty == MayBeEmpty::no) {
        report().add("A223", node.spot, {in_quotes(key)});
    }
    if (draft_.renderings && has_words(lines.text())) return rendered(lines, node.spot, key);
    note_sentence(lines.text(), key);
    auto parsed = parse_text(lines.text(), names(), draft_.dialog.language);
    if (!parsed) {
        report_faults(report(), lines, parsed.error());
        return fixed_text("");
    }
    for (const auto& bare : parsed->bare) {
        const Spot spot = lines.spot(report().file(), bare.at, bare.length);
        draft_.uses.push_back({next(), bare.variable, spot, true});
    }
    return add_text(std::move(parsed->text), node.spot);
}

std::vector<TextIndex> Compiler::texts(const Node& node, std::string_view key) {
    if (node.kind != Node::Kind::array) return {text(node, key)};
    std::vector<TextIndex> made;
    for (const Node& item : node.items) made.push_back(text(item, key));
    return made;
}

std::vector<Utterance> Compiler::utterances(const Node& node, std::string_view key) {
    if (node.kind != Node::Kind::array) return {utterance(node, key)};
    std::vector<Utterance> made;
    for (const Node& item : node.items) made.push_back(utterance(item, key));
    return made;
}

Utterance Compiler::utterance(const Node& node, std::string_view key) {
    if (node.kind != Node::Kind::object) {
        return {{text(node, key)}, Lines(FileReport(report()), node, key).text()};
    }
    check_keys(report(), node, {"one of"}, Where::step, "a message");
    const Node* variants = value_of(report(), node, "one of", Node::Kind::array);
    if (!variants || variants->items.empty()) {
        if (!variants && node.find("one of")) return {};
        report().add("A224", node.spot);
        return {};
    }
    Utterance made;
    for (const Node& variant : variants->items) made.variants.push_back(text(variant, "one of"));
    const Lines first(FileReport(report()), variants->items.front(), "one of");
    made.pick_key = first.text();
    return made;
}

void Compiler::note_reads(const Expression& expression, Spot spot) {
    for (const auto& step : expression.steps) {
        const auto* read = std::get_if<Read>(&step);
        if (read) draft_.uses.push_back({next(), read->variable, spot, false});
    }
}

std::optional<Expression> Compiler::condition(const Node& node, std::string_view key) {
    const Lines lines(report(), node, key);
    if (!lines.ok()) return std::nullopt;
    auto parsed = parse_condition(lines.text(), names());
    if (!parsed) {
        report_faults(report(), lines, parsed.error());
        return std::nullopt;
    }
    note_reads(parsed->expression, node.spot);
    return std::move(parsed->expression);
}

std::optional<ParsedExpression> Compiler::value(const Node& node, std::string_view key) {
    // A number or a yes/no may stand without quotes.
    if (node.kind == Node::Kind::boolean) {
        return ParsedExpression{{{Push{Value(node.truth)}}}, Type::yes_no, false};
    }
    if (node.kind == Node::Kind::number) {
        if (const auto number = parse_decimal(node.text)) {
            return ParsedExpression{{{Push{Value(*number)}}}, Type::number, false};
        }
    }
    const Lines lines(report(), node, key);
    if (!lines.ok()) return std::nullopt;
    auto parsed = parse_expression(lines.text(), names());
    if (!parsed) {
        report_faults(report(), lines, parsed.error());
        return std::nullopt;
    }
    note_reads(parsed->expression, node.spot);
    return std::move(*parsed);
}

void Compiler::note_privacy(const Expression& value, VariableRef target) {
    for (const VariableRef source : told_by(value)) draft_.privacy.emplace_back(source, target);
    for (const VariableRef source : draft_.branch_reads) {
        draft_.privacy.emplace_back(source, target);
    }
}

std::vector<VariableRef> told_by(const Expression& expression) {
    std::vector<VariableRef> told;
    const auto& steps = expression.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto* read = std::get_if<Read>(&steps[i]);
        if (!read) continue;
        const auto* after = i + 1 < steps.size() ? std::get_if<Apply>(&steps[i + 1]) : nullptr;
        if (after && after->what == Operator::is_known) continue;
        if (std::find(told.begin(), told.end(), read->variable) == told.end()) {
            told.push_back(read->variable);
        }
    }
    return told;
}

}  // namespace attune::dialog
