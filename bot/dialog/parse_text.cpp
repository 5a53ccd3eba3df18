// Reads {x}, {x or "…"}, {x, plural, …} and {x, select, …} inside a text.
#include <fmt/format.h>

#include <algorithm>

#include "base/problems.h"
#include "dialog/text_parser.h"

namespace attune::dialog {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

bool is_name_byte(char c) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Result<ParsedText, Faults> TextParser::parse() {
    parsed_.text = pieces();
    if (!faults_.empty()) return Faults(std::move(faults_));
    return std::move(parsed_);
}

// Up to the end, or, inside of a form, up to the } that closes it.
Text TextParser::pieces() {
    Text text;
    text.language = language_;
    std::string words;
    const auto flush = [&] {
        if (!words.empty()) text.pieces.emplace_back(std::move(words));
        words.clear();
    };
    while (!at_end()) {
        if (take("{{")) {
            words += '{';
        } else if (looking_at("{")) {
            flush();
            place_or_fault(text);
        } else if (looking_at("}")) {
            if (depth_ > 0) break;
            words += '}';
            if (!take("}}")) stray_brace();
        } else {
            words += source_[at_++];
        }
    }
    flush();
    return text;
}

// All places of a text are looked at: after a fault the reading goes on behind the whole place.
void TextParser::place_or_fault(Text& text) {
    if (depth_ > 0) return place(text);
    const std::size_t open = at_;
    try {
        place(text);
    } catch (const TextStop&) {
        depth_ = 0;
        known_.clear();
        int braces = 0;
        at_ = open;
        do {
            if (source_[at_] == '{') ++braces;
            if (source_[at_] == '}') --braces;
            ++at_;
        } while (braces > 0 && !at_end());
    }
}

void TextParser::stray_brace() {
    faults_.push_back({at_, 1, "A271", in_words("A271")});
    ++at_;
}

void TextParser::place(Text& text) {
    const std::size_t open = at_++;
    const VariableRef found = variable(open);
    skip_blanks();
    if (!take(",")) {
        text.pieces.emplace_back(slot(open, found));
        return;
    }
    skip_blanks();
    const std::size_t kind_at = at_;
    const std::string_view kind = name();
    skip_blanks();
    const bool comma = take(",");
    if (comma && kind == "plural") {
        text.pieces.emplace_back(plural(open, found));
    } else if (comma && kind == "select") {
        text.pieces.emplace_back(select(open, found));
    } else {
        stop(kind_at, std::max<std::size_t>(kind.size(), 1), "A282");
    }
}

VariableRef TextParser::variable(std::size_t open) {
    skip_blanks();
    const std::size_t begin = at_;
    const std::string written(name());
    if (written.empty()) {
        stop(open, 1, "A273");
    }
    const auto found = names_.find(written);
    if (!found) {
        stop(begin, written.size(), "A272", {written}, nearest(written, names_.all()));
    }
    parsed_.is_private = parsed_.is_private || names_.variable(*found).is_private;
    return *found;
}

Slot TextParser::slot(std::size_t open, VariableRef variable) {
    Slot slot{variable, {}};
    const std::size_t word_at = at_;
    if (name() != "or") {
        at_ = word_at;
        close_place(open);
        const bool known = std::find(known_.begin(), known_.end(), variable) != known_.end();
        if (!known) parsed_.bare.push_back({variable, open, at_ - open});
        return slot;
    }
    skip_blanks();
    const std::size_t quote = at_;
    const std::size_t end = take("\"") ? source_.find('"', at_) : std::string_view::npos;
    if (end == std::string_view::npos) {
        stop(quote, 1, "A283");
    }
    slot.otherwise = source_.substr(at_, end - at_);
    at_ = end + 1;
    skip_blanks();
    close_place(open);
    return slot;
}

void TextParser::close_place(std::size_t open) {
    skip_blanks();
    if (take("}")) return;
    if (at_end() || looking_at("{")) {
        stop(open, std::max<std::size_t>(shown(open).size(), 1), "A270");
    }
    stop(open, at_ + 1 - open, "A284", {shown(open)});
}

bool TextParser::take(std::string_view sign) {
    if (!looking_at(sign)) return false;
    at_ += sign.size();
    return true;
}

void TextParser::skip_blanks() {
    while (!at_end() && is_blank(source_[at_])) ++at_;
}

std::string_view TextParser::name() {
    const std::size_t begin = at_;
    while (!at_end() && is_name_byte(source_[at_])) ++at_;
    return source_.substr(begin, at_ - begin);
}

// The place as it was written, up to its } or the end of the line.
std::string TextParser::shown(std::size_t open) const {
    const std::string_view rest = source_.substr(open);
    const std::size_t end = rest.find_first_of("}\n");
    if (end == std::string_view::npos) return std::string(rest);
    return std::string(rest.substr(0, rest[end] == '}' ? end + 1 : end));
}

void TextParser::stop(
    std::size_t at,
    std::size_t length,
    const char* number,
    const Values& values,
    std::string_view near) {
    faults_.push_back({at, length, number, in_words(number, values, near)});
    throw TextStop{};
}

Result<ParsedText, Faults> parse_text(
    std::string_view source, const Names& names, std::string_view language) {
    return TextParser(source, names, language).parse();
}

}  // namespace attune::dialog
