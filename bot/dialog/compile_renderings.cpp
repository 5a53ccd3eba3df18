// A dialog's sentences as its script, and their renderings where it is compiled in another
// language.
#include "dialog/compiler.h"

namespace attune::dialog {

void Compiler::stand_at(std::string place, Parts parts) {
    standing_ = std::move(place);
    parts_ = parts;
}

std::string Compiler::place_of(std::string_view key) const {
    if (parts_ == Parts::none || key == "ask") return standing_;
    return standing_ + " / " + std::string(key == "say" ? "check" : key);
}

void Compiler::note_sentence(const std::string& sentence, std::string_view key) {
    if (!has_words(sentence)) return;
    const std::string scene = in_scenes_ ? draft_.dialog.scenes[draft_.scene].name : "";
    draft_.script.lines.push_back({scene, place_of(key), sentence});
}

TextIndex Compiler::rendered(const Lines& sentence, Spot spot, std::string_view key) {
    const auto original = parse_text(sentence.text(), names(), draft_.script.language);
    if (!original) return fixed_text("");
    if (const auto* rendering = draft_.renderings->text(place_of(key), sentence.text())) {
        if (auto text = text_of(*rendering, *original, key)) {
            return add_text(std::move(*text), rendering->node->spot);
        }
        if (!rendering->changed) return add_text(original->text, spot);
    }
    draft_.renderings->missing.push_back(sentence.text());
    return add_text(original->text, spot);
}

// Nothing if it is wrong; that is reported, but for one that is to be renewed anyway.
std::optional<Text> Compiler::text_of(
    const Rendering& rendering, const ParsedText& sentence, std::string_view key) {
    const Lines lines(report(), *rendering.node, key);
    if (!lines.ok()) return std::nullopt;
    auto parsed = parse_text(lines.text(), names(), draft_.dialog.language);
    if (!parsed) {
        if (!rendering.changed) report_faults(report(), lines, parsed.error());
        return std::nullopt;
    }
    const auto faults = faults_of_rendering(sentence, *parsed, names());
    for (const RenderingFault& fault : faults) {
        if (rendering.changed) break;
        report().add(fault.number, rendering.node->spot, fault.values);
    }
    if (!faults.empty()) return std::nullopt;
    return std::move(parsed->text);
}

std::string Compiler::plain_words(const Node& node, std::string_view key) {
    const Lines lines(report(), node, key);
    if (!draft_.renderings) note_sentence(lines.text(), key);
    if (!draft_.renderings || !has_words(lines.text())) return lines.text();
    if (const auto* rendering = draft_.renderings->text(place_of(key), lines.text())) {
        return Lines(report(), *rendering->node, key).text();
    }
    draft_.renderings->missing.push_back(lines.text());
    return lines.text();
}

}  // namespace attune::dialog
