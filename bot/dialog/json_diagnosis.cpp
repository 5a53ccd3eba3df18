#include "dialog/json_diagnosis.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dialog/json_scanner.h"
#include "dialog/json_token_faults.h"

namespace attune::dialog {

namespace {

enum class Expects : std::uint8_t {
    value,           // behind a colon, or the whole file
    value_or_close,  // behind "["
    item,            // behind a comma in a list
    key_or_close,    // behind "{"
    key,             // behind a comma in an object
    colon,
    comma_or_close,
    end,
};

struct Open {
    Token bracket;
    std::size_t indent = 0;  // of the line it stands in
};

// Walks over the signs with the grammar in hand and stops at the first that does not fit.
class Diagnosis {
public:
    Diagnosis(const SourceFile& file, std::string_view content)
        : file_(file), content_(content), scanner_(content) {}

    std::optional<JsonFault> first_fault();

private:
    std::optional<JsonFault> look_at(const Token& token);
    std::optional<JsonFault> where_value_is_due(const Token& token);
    JsonFault no_value(const Token& token, bool closes) const;
    std::optional<JsonFault> where_key_is_due(const Token& token);
    std::optional<JsonFault> where_colon_is_due(const Token& token);
    std::optional<JsonFault> where_comma_is_due(const Token& token);
    std::optional<JsonFault> behind_the_end(const Token& token) const;
    std::optional<JsonFault> close(const Token& token);
    void open(const Token& token);
    JsonFault at_end() const;
    JsonFault never_closed(const Open& open, std::size_t closes_at = 0) const;
    JsonFault wrong_close(const Token& token) const;
    std::string written(const Token& token) const { return dialog::written(content_, token); }
    std::string place_of(std::size_t at) const;
    bool first_on_line(const Token& token) const;
    bool begins_next_part(const Token& token) const;
    std::size_t indent_of_line() const;
    bool in_object() const {
        return !open_.empty() && open_.back().bracket.sign == Sign::open_object;
    }

    const SourceFile& file_;
    std::string_view content_;
    JsonScanner scanner_;
    Expects expects_ = Expects::value;
    std::vector<Open> open_;
    std::optional<Open> suspect_;  // its closing bracket seems to belong to a bracket further out
    Token last_;
    std::size_t line_begin_ = 0;  // of the line that the sign at hand stands in
};

std::optional<JsonFault> Diagnosis::first_fault() {
    while (true) {
        const Token token = scanner_.next();
        const std::size_t line_end =
            content_.substr(last_.end, token.begin - last_.end).rfind('\n');
        if (line_end != std::string_view::npos) line_begin_ = last_.end + line_end + 1;
        if (token.sign == Sign::end && expects_ == Expects::end) return std::nullopt;
        if (auto found = look_at(token)) return found;
        last_ = token;
    }
}

std::optional<JsonFault> Diagnosis::look_at(const Token& token) {
    if (token.sign == Sign::unclosed_comment) {
        return fault_at("A119", token);
    }
    if (token.sign == Sign::end) return at_end();
    switch (expects_) {
        case Expects::value:
        case Expects::value_or_close:
        case Expects::item:
            return where_value_is_due(token);
        case Expects::key_or_close:
        case Expects::key:
            return where_key_is_due(token);
        case Expects::colon:
            return where_colon_is_due(token);
        case Expects::comma_or_close:
            return where_comma_is_due(token);
        case Expects::end:
            return behind_the_end(token);
    }
    return std::nullopt;
}

std::optional<JsonFault> Diagnosis::where_value_is_due(const Token& token) {
    if (begins_next_part(token)) return never_closed(open_.back(), token.begin);
    if (auto odd = odd_sign(content_, token)) return odd;
    const bool text = token.sign == Sign::text;
    if (text || token.sign == Sign::number || token.sign == Sign::literal) {
        expects_ = open_.empty() ? Expects::end : Expects::comma_or_close;
        return text ? inside_text(content_, token) : std::nullopt;
    }
    if (token.sign == Sign::open_object || token.sign == Sign::open_list) {
        open(token);
        return std::nullopt;
    }
    const bool closes = token.sign == Sign::close_object || token.sign == Sign::close_list;
    if (closes && expects_ == Expects::value_or_close) return close(token);
    return no_value(token, closes);
}

JsonFault Diagnosis::no_value(const Token& token, bool closes) const {
    if (token.sign == Sign::comma && expects_ != Expects::value) {
        return fault_at("A102", token);
    }
    if (closes && expects_ == Expects::item) {
        return fault_at("A102", last_);
    }
    if (open_.empty()) {
        return fault_at("A124", token);
    }
    return fault_at("A123", last_, {written(token)});
}

std::optional<JsonFault> Diagnosis::where_key_is_due(const Token& token) {
    if (token.sign == Sign::text) {
        expects_ = Expects::colon;
        return inside_text(content_, token);
    }
    if (token.sign == Sign::comma) {
        return fault_at("A102", token);
    }
    if (token.sign == Sign::close_object || token.sign == Sign::close_list) {
        if (expects_ == Expects::key_or_close) return close(token);
        return fault_at("A102", last_);
    }
    if (auto odd = odd_sign(content_, token)) return odd;
    return fault_at("A125", token, {written(token)});
}

std::optional<JsonFault> Diagnosis::where_colon_is_due(const Token& token) {
    if (token.sign == Sign::colon) {
        expects_ = Expects::value;
        return std::nullopt;
    }
    if (auto curly = curly_quote_within(content_, last_)) return curly;
    return fault_at("A109", last_.end, 1, {written(last_)});
}

std::optional<JsonFault> Diagnosis::where_comma_is_due(const Token& token) {
    if (token.sign == Sign::comma) {
        expects_ = in_object() ? Expects::key : Expects::item;
        return std::nullopt;
    }
    if (token.sign == Sign::close_object || token.sign == Sign::close_list) return close(token);
    if (begins_next_part(token)) return never_closed(open_.back(), token.begin);
    if (auto curly = curly_quote_within(content_, last_)) return curly;
    const bool touches = last_.sign == Sign::text && token.begin == last_.end;
    if (touches &&
        (token.sign == Sign::word || token.sign == Sign::literal || token.sign == Sign::number)) {
        return fault_at("A117", last_.end - 1, 1);
    }
    if (token.sign == Sign::colon) {
        return fault_at("A126", token);
    }
    if (token.sign == Sign::curly_quote || token.sign == Sign::single_quoted ||
        token.sign == Sign::invisible || token.sign == Sign::other) {
        if (auto odd = odd_sign(content_, token)) return odd;
    }
    return fault_at("A101", last_.end, 1, {written(token)});
}

std::optional<JsonFault> Diagnosis::behind_the_end(const Token& token) const {
    if (auto curly = curly_quote_within(content_, last_)) return curly;
    const bool bracket = token.sign == Sign::close_object || token.sign == Sign::close_list;
    return bracket ? fault_at("A130", token, {written(token)}) : fault_at("A112", token);
}

void Diagnosis::open(const Token& token) {
    open_.push_back({token, indent_of_line()});
    expects_ = token.sign == Sign::open_object ? Expects::key_or_close : Expects::value_or_close;
}

std::optional<JsonFault> Diagnosis::close(const Token& token) {
    const bool fits = in_object() == (token.sign == Sign::close_object);
    if (!fits) return wrong_close(token);
    const bool further_out = first_on_line(token) && indent_of_line() < open_.back().indent;
    if (further_out && !suspect_) suspect_ = open_.back();
    open_.pop_back();
    expects_ = open_.empty() ? Expects::end : Expects::comma_or_close;
    return std::nullopt;
}

JsonFault Diagnosis::at_end() const {
    if (open_.empty()) {
        JsonFault empty = fault_at("A111", 0, 1);
        empty.whole_file = true;
        return empty;
    }
    return never_closed(suspect_ ? *suspect_ : open_.back());
}

JsonFault Diagnosis::never_closed(const Open& open, std::size_t closes_at) const {
    const bool object = open.bracket.sign == Sign::open_object;
    JsonFault fault = fault_at("A105", open.bracket, {object ? "{" : "[", object ? "}" : "]"});
    fault.closes_at = closes_at;
    return fault;
}

JsonFault Diagnosis::wrong_close(const Token& token) const {
    const Open& innermost = open_.back();
    const bool object = innermost.bracket.sign == Sign::open_object;
    return fault_at(
        "A113",
        token,
        {written(token),
         object ? "{" : "[",
         place_of(innermost.bracket.begin),
         object ? "}" : "]"});
}

std::string Diagnosis::place_of(std::size_t at) const {
    const Spot spot = file_.spot(at, 1);
    return fmt::format("line {}, column {}", spot.line, spot.column);
}

bool Diagnosis::first_on_line(const Token& token) const {
    return content_.find_first_not_of(" \t", line_begin_) == token.begin;
}

// A key, where only what stands in a list may stand, no further in than the list itself: the list
// should have been closed before it.
bool Diagnosis::begins_next_part(const Token& token) const {
    if (open_.empty() || in_object() || token.sign != Sign::text || !first_on_line(token)) {
        return false;
    }
    const std::size_t next = content_.find_first_not_of(" \t\r\n", token.end);
    return next != std::string_view::npos && content_[next] == ':' &&
           indent_of_line() <= open_.back().indent;
}

std::size_t Diagnosis::indent_of_line() const {
    const std::size_t sign = content_.find_first_not_of(" \t", line_begin_);
    return sign == std::string_view::npos ? 0 : sign - line_begin_;
}

}  // namespace

std::optional<JsonFault> find_json_fault(const SourceFile& file, std::string_view content) {
    return Diagnosis(file, content).first_fault();
}

}  // namespace attune::dialog
