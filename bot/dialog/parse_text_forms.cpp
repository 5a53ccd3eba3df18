// The forms of plural and select.
#include <fmt/format.h>

#include <algorithm>

#include "base/problems.h"
#include "dialog/text_parser.h"
#include "words/words.h"

namespace attune::dialog {

Plural TextParser::plural(std::size_t open, VariableRef variable) {
    if (names_.variable(variable).type != Type::number) {
        stop(
            open,
            at_ - open,
            "A274",
            fmt::format("\"{}\" is no number, so it has no plural", names_.variable(variable).name),
            "Use select for options, or a variable that holds a number.");
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
            fmt::format(
                "\"{}\" is no plural form of this language", source_.substr(begin, at_ - begin)),
            fmt::format("It has: {}; and =0, =1 for exact numbers.", fmt::join(keywords, ", ")));
    }
    const bool fresh = exact ? !plural.exact.contains(number->thousandths / 1000)
                             : !plural.forms.contains(keyword);
    if (!fresh) {
        stop(
            begin,
            at_ - begin,
            "A278",
            fmt::format("The form \"{}\" stands here twice", keyword),
            "Keep one of them.");
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
        stop(
            open,
            at_ - open,
            "A274",
            fmt::format("\"{}\" holds neither an option nor yes or no", known.name),
            "select goes by the options of a question; plural goes by a number.");
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
            "A276",
            fmt::format(
                "\"{}\" is no option of \"{}\"", key, names_.variable(select.variable).name),
            near.empty() ? fmt::format("It has: {}.", fmt::join(keys, ", "))
                         : fmt::format("Did you mean \"{}\"?", near));
    }
    if (select.forms.contains(key)) {
        stop(
            begin,
            key.size(),
            "A278",
            fmt::format("The form \"{}\" stands here twice", key),
            "Keep one of them.");
    }
    select.forms.emplace(key, form(select.variable, key == "other"));
}

// The words between { and } behind a keyword. `other` is shown while the value is unknown too;
// every other form means that it is known.
Text TextParser::form(VariableRef variable, bool is_other) {
    skip_blanks();
    const std::size_t open = at_;
    if (!take("{")) {
        stop(
            at_,
            1,
            "A273",
            "Here the words of this form must stand between { and }",
            "Write one {…} other {…}.");
    }
    if (depth_ >= max_text_depth) {
        stop(
            open,
            1,
            "A277",
            fmt::format("Forms stand inside each other more than {} deep here", max_text_depth),
            "Split it into several texts with \"if\" or \"match\".");
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
    stop(
        open,
        at_ + 1 - open,
        "A275",
        fmt::format("This {} has no form \"other\"", kind),
        "Add other {…}: it is shown where no other form fits, and while the value is unknown.");
}

}  // namespace attune::dialog
