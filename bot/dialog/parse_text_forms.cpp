// The forms of plural and select.
#include <fmt/format.h>

#include <algorithm>

#include "base/problems.h"
#include "dialog/text_parser.h"
#include "words/words.h"

namespace attune::dialog {

Plural TextParser::plural(std::size_t open, VariableRef variable) {
    if (names_.variable(variable).type != Type::number) {
        stop(open, at_ - open, "A274", {names_.variable(variable).name});
    }
    Plural plural;
    plural.variable = variable;
    skip_blanks();
    while (!at_end() && !looking_at("}")) {
        plural_form(plural);
        skip_blanks();
    }
    need_other(open, plural.forms.contains("other"), "plural");
    close_place(open);
    return plural;
}

void TextParser::plural_form(Plural& plural) {
    const std::size_t begin = at_;
    const bool exact = take("=");
    const std::string keyword(name());
    const auto number = exact ? parse_decimal(keyword) : std::nullopt;
    const auto keywords = words::plural_keywords(language_);
    const bool known = std::find(keywords.begin(), keywords.end(), keyword) != keywords.end();
    if (exact ? !number : !known) {
        stop(
            begin,
            std::max<std::size_t>(at_ - begin, 1),
            "A276",
            {source_.substr(begin, at_ - begin), fmt::format("{}", fmt::join(keywords, ", "))});
    }
    const bool fresh = exact ? !plural.exact.contains(number->thousandths / 1000)
                             : !plural.forms.contains(keyword);
    if (!fresh) {
        stop(begin, at_ - begin, "A278", {keyword});
    }
    Text words = form(plural.variable, keyword == "other");
    if (exact) {
        plural.exact.emplace(number->thousandths / 1000, std::move(words));
    } else {
        plural.forms.emplace(keyword, std::move(words));
    }
}

std::vector<std::string> TextParser::select_keys(std::size_t open, VariableRef variable) {
    const Variable& known = names_.variable(variable);
    std::vector<std::string> keys = known.options;
    if (known.type == Type::yes_no) keys = {"yes", "no"};
    if (known.type != Type::yes_no && known.type != Type::option) {
        stop(open, at_ - open, "A286", {known.name});
    }
    keys.emplace_back("other");
    return keys;
}

Select TextParser::select(std::size_t open, VariableRef variable) {
    const std::vector<std::string> keys = select_keys(open, variable);
    Select select;
    select.variable = variable;
    skip_blanks();
    while (!at_end() && !looking_at("}")) {
        select_form(select, keys);
        skip_blanks();
    }
    need_other(open, select.forms.contains("other"), "select");
    close_place(open);
    return select;
}

void TextParser::select_form(Select& select, const std::vector<std::string>& keys) {
    const std::size_t begin = at_;
    const std::string key(name());
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        const std::string near = nearest(key, keys);
        stop(
            begin,
            std::max<std::size_t>(key.size(), 1),
            "A287",
            {key, names_.variable(select.variable).name, fmt::format("{}", fmt::join(keys, ", "))},
            nearest(key, keys));
    }
    if (select.forms.contains(key)) {
        stop(begin, key.size(), "A278", {key});
    }
    select.forms.emplace(key, form(select.variable, key == "other"));
}

// The words between { and } behind a keyword. `other` is shown while the value is unknown too;
// every other form means that it is known.
Text TextParser::form(VariableRef variable, bool is_other) {
    skip_blanks();
    const std::size_t open = at_;
    if (!take("{")) {
        stop(at_, 1, "A285");
    }
    if (depth_ >= max_text_depth) {
        stop(open, 1, "A277", {std::to_string(max_text_depth)});
    }
    ++depth_;
    if (!is_other) known_.push_back(variable);
    Text words = pieces();
    if (!is_other) known_.pop_back();
    --depth_;
    close_place(open);
    return words;
}

void TextParser::need_other(std::size_t open, bool has_other, std::string_view kind) {
    if (has_other || at_end()) return;
    stop(open, at_ + 1 - open, "A275", {kind});
}

}  // namespace attune::dialog
