// The parser of texts with places to fill.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialog/parse.h"

namespace attune::dialog {

constexpr int max_text_depth = 8;

// Thrown at the first fault of a place; ends in TextParser::place_or_fault.
struct TextStop {};

class TextParser {
public:
    TextParser(std::string_view source, const Names& names, std::string_view language)
        : source_(source), names_(names), language_(language) {}

    Result<ParsedText, Faults> parse();

private:
    Text pieces();
    void place_or_fault(Text& text);
    void place(Text& text);
    void stray_brace();
    Slot slot(std::size_t open, VariableRef variable);
    Plural plural(std::size_t open, VariableRef variable);
    Select select(std::size_t open, VariableRef variable);
    void plural_form(Plural& plural);
    void select_form(Select& select, const std::vector<std::string>& keys);
    Text form(VariableRef variable, bool is_other);
    VariableRef variable(std::size_t open);
    std::vector<std::string> select_keys(std::size_t open, VariableRef variable);
    void need_other(std::size_t open, bool has_other, std::string_view kind);
    void close_place(std::size_t open);

    bool at_end() const { return at_ >= source_.size(); }
    bool looking_at(std::string_view sign) const { return source_.substr(at_).starts_with(sign); }
    bool take(std::string_view sign);
    void skip_blanks();
    std::string_view name();
    std::string shown(std::size_t open) const;
    [[noreturn]] void stop(
        std::size_t at,
        std::size_t length,
        const char* number,
        const Values& values = {},
        std::string_view near = {});

    std::string_view source_;
    const Names& names_;
    std::string_view language_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::vector<VariableRef> known_;  // surely known inside the forms being read
    ParsedText parsed_;
    std::vector<Fault> faults_;
};

}  // namespace attune::dialog
