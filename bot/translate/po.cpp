#include "translate/po.h"

#include <set>
#include <utility>

namespace attune::translate {

namespace {

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            made += "\\n";
        } else if (c == '\t') {
            made += "\\t";
        } else if (c == '"' || c == '\\') {
            made += '\\';
            made += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            made += '\\';
            for (const int shift : {6, 3, 0})
                made += static_cast<char>('0' + ((byte >> shift) & 7));
        } else {
            made += c;
        }
    }
    return made;
}

// `msgid "…"`, or with several lines: `msgid ""` and a line each. `before` leads every line.
std::string field(std::string_view before, std::string_view keyword, std::string_view text) {
    std::string made = std::string(before) + std::string(keyword) + " ";
    const std::size_t first = text.find('\n');
    if (first == std::string_view::npos || first + 1 == text.size()) {
        return made + "\"" + escaped(text) + "\"\n";
    }
    made += "\"\"\n";
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        made += std::string(before) + "\"" + escaped(text.substr(0, length)) + "\"\n";
        text.remove_prefix(length);
    }
    return made;
}

// A blank at either end of a comment would get lost.
std::string comment(std::string_view key, std::string_view value) {
    if (value.empty()) return "";
    std::string text = escaped(value);
    if (text.back() == ' ') text.replace(text.size() - 1, 1, "\\040");
    if (text.front() == ' ') text.replace(0, 1, "\\040");
    return "#. " + std::string(key) + ": " + text + "\n";
}

// Tells entries with one msgid apart; people see it beside the sentence.
std::string context_of(const Row& row) {
    if (row.kind == RowKind::about) return row.dialog + ": about";
    if (!row.option.empty()) return row.dialog + ": " + row.at.front() + " / " + row.option;
    return row.meaning.empty() ? row.dialog : row.dialog + ": " + row.meaning;
}

std::string unique_context(const Row& row, std::set<std::pair<std::string, std::string>>& taken) {
    const std::string wanted = context_of(row);
    std::string context = wanted;
    for (int n = 2; !taken.insert({context, row.say}).second; ++n) {
        context = wanted + " #" + std::to_string(n);
    }
    return context;
}

std::string entry(const Row& row, const std::string& context) {
    std::string text = "\n";
    text += comment("dialog", row.dialog);
    if (row.kind != RowKind::sentence) text += comment("kind", name_of(row.kind));
    text += comment("scene", row.scene);
    for (const std::string& place : row.at) text += comment("at", place);
    text += comment("option", row.option);
    text += comment("meaning", row.meaning);
    text += comment("note", row.note);
    if (!row.option.empty()) text += "#. Other words for this answer, one phrase a line.\n";
    if (row.say.empty()) text += "#. says nothing itself\n";
    if (!row.changed.empty()) text += "#, fuzzy\n" + field("#| ", "msgid", row.changed);
    text += field("", "msgctxt", context);
    text += field("", "msgid", row.say.empty() ? context : row.say);
    text += field("", "msgstr", row.as);
    return text;
}

}  // namespace

std::string to_po(const std::vector<Row>& rows, const std::string& language) {
    std::string text =
        "msgid \"\"\nmsgstr \"\"\n"
        "\"Project-Id-Version: Attune dialogs\\n\"\n"
        "\"Language: " +
        escaped(language) +
        "\\n\"\n"
        "\"MIME-Version: 1.0\\n\"\n"
        "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
        "\"Content-Transfer-Encoding: 8bit\\n\"\n";
    std::set<std::pair<std::string, std::string>> taken;
    for (const Row& row : rows) text += entry(row, unique_context(row, taken));
    return text;
}

}  // namespace attune::translate
