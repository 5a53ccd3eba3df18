#include "dialog/json_token_faults.h"

namespace attune::dialog {

namespace {

JsonFault unquoted_word(const Token& token, const std::string& shown) {
    if (shown == "True" || shown == "TRUE" || shown == "False" || shown == "FALSE") {
        const bool yes = shown.front() == 'T';
        return fault_at("A121", token, {shown, yes ? "true" : "false"});
    }
    const bool numeric = shown.find_first_not_of("+-.0123456789eE") == std::string::npos;
    if (numeric) {
        return fault_at("A122", token, {shown});
    }
    return fault_at("A108", token, {shown});
}

}  // namespace

JsonFault fault_at(const char* number, std::size_t at, std::size_t length, Values values) {
    return {at, length, number, std::move(values), false};
}

JsonFault fault_at(const char* number, const Token& token, Values values) {
    return fault_at(number, token.begin, token.end - token.begin, std::move(values));
}

std::string written(std::string_view content, const Token& token) {
    constexpr std::size_t most_shown = 40;
    std::size_t end = token.begin;
    while (end < token.end && end < token.begin + most_shown) end += letter_size(content, end);
    const std::string cut = end < token.end ? "…" : "";
    return std::string(content.substr(token.begin, end - token.begin)) + cut;
}

std::optional<JsonFault> curly_quote_within(std::string_view content, const Token& text) {
    if (text.sign != Sign::text) return std::nullopt;
    for (std::size_t i = text.begin; i < text.end;) {
        const std::size_t size = letter_size(content, i);
        const std::size_t after = content.find_first_not_of(" \t", i + size);
        const bool ends_here =
            after == std::string_view::npos ||
            std::string_view(",:]}\r\n").find(content[after]) != std::string_view::npos;
        if (ends_here && is_curly_quote(content.substr(i, size))) {
            return fault_at("A103", i, size, {"end"});
        }
        i += size;
    }
    return std::nullopt;
}

std::optional<JsonFault> inside_text(std::string_view content, const Token& token) {
    switch (token.fault) {
        case TextFault::none:
            return std::nullopt;
        case TextFault::bad_escape: {
            const std::string sign(content.substr(token.fault_at, token.fault_length));
            return fault_at("A110", token.fault_at, token.fault_length, {sign});
        }
        case TextFault::control_sign: {
            const bool tab = content[token.fault_at] == '\t';
            return fault_at("A129", token.fault_at, 1, {tab ? "A tab" : "An invisible sign"});
        }
        case TextFault::line_break:
        case TextFault::end_of_file:
            break;
    }
    if (auto curly = curly_quote_within(content, token)) return curly;
    const std::size_t next = content.find_first_not_of(" \t\r\n", token.end);
    const bool next_is_sign =
        next == std::string_view::npos ||
        std::string_view("\"{}[]").find(content[next]) != std::string_view::npos;
    if (next_is_sign) {
        return fault_at("A118", token);
    }
    return fault_at("A104", token);
}

std::optional<JsonFault> odd_sign(std::string_view content, const Token& token) {
    const std::string shown = written(content, token);
    switch (token.sign) {
        case Sign::curly_quote:
            return fault_at("A103", token, {"begin"});
        case Sign::single_quoted:
            return fault_at("A116", token);
        case Sign::invisible:
            return fault_at("A127", token);
        case Sign::other:
            return fault_at("A128", token, {shown});
        case Sign::word:
            break;
        case Sign::open_object:
        case Sign::close_object:
        case Sign::open_list:
        case Sign::close_list:
        case Sign::comma:
        case Sign::colon:
        case Sign::text:
        case Sign::number:
        case Sign::literal:
        case Sign::unclosed_comment:
        case Sign::end:
            return std::nullopt;
    }
    return unquoted_word(token, shown);
}

}  // namespace attune::dialog
