// The reader of PO: comments, then keyword and quoted strings, which may go on over several lines.
#include <optional>

#include "base/ascii.h"
#include "translate/po.h"
#include "words/words.h"

namespace attune::translate {

namespace {

struct Entry {
    std::string context;
    std::string id;
    std::string rendering;
    std::string previous;
    Row row;  // from the comments
    bool fuzzy = false;
    bool says_nothing = false;
    bool has_id = false;
};

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

int digit_of(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

// The number in at most `most` digits of that base, at `at`, which moves behind it.
char number_at(std::string_view text, std::size_t& at, int base, int most) {
    int value = 0;
    for (int n = 0; n < most && at < text.size() && digit_of(text[at]) < base; ++n, ++at) {
        value = value * base + digit_of(text[at]);
    }
    return static_cast<char>(value);
}

std::string unescaped(std::string_view text) {
    constexpr std::string_view letters = "ntrabvf";
    constexpr std::string_view meant = "\n\t\r\a\b\v\f";
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at++];
        if (c != '\\' || at == text.size()) {
            made += c;
        } else if (is_digit(text[at])) {
            made += number_at(text, at, 8, 3);
        } else if (text[at] == 'x') {
            made += number_at(text, ++at, 16, 2);
        } else {
            const std::size_t known = letters.find(text[at]);
            made += known == std::string_view::npos ? text[at] : meant[known];
            ++at;
        }
    }
    return made;
}

// What stands between the quotes; nothing if they are not whole.
std::optional<std::string> string_in(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
    const std::string_view inside = text.substr(1, text.size() - 2);
    std::size_t strokes = 0;
    for (const char c : inside) {
        if (c == '"' && strokes % 2 == 0) return std::nullopt;
        strokes = c == '\\' ? strokes + 1 : 0;
    }
    if (strokes % 2 != 0) return std::nullopt;
    return unescaped(inside);
}

class Reading {
public:
    explicit Reading(std::string name) : name_(std::move(name)) {}

    void read(std::string_view content) {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (content.starts_with(mark)) content.remove_prefix(mark.size());
        while (!content.empty()) {
            const std::size_t end = content.find('\n');
            ++line_;
            take(trimmed(content.substr(0, end)));
            content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        }
        finish();
    }

    std::vector<Row> rows;
    Problems problems;

private:
    void take(std::string_view line) {
        if (line.empty()) return finish();
        if (line.starts_with("#~")) return;
        if (line.starts_with('#')) return remark(line);
        if (line.starts_with('"')) return go_on(line, into_);
        keyword(line);
    }

    void remark(std::string_view line) {
        if (now_.has_id) finish();
        if (line.starts_with("#.")) return about(trimmed(line.substr(2)));
        if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) {
            now_.fuzzy = true;
        }
        if (!line.starts_with("#|")) return;
        const std::string_view rest = trimmed(line.substr(2));
        if (rest.starts_with("msgid ")) into_previous_ = true;
        if (rest.starts_with("msgctxt ")) into_previous_ = false;
        if (!into_previous_) return;
        go_on(rest.starts_with('"') ? rest : trimmed(rest.substr(6)), &now_.previous);
    }

    void about(std::string_view text) {
        if (text == "says nothing itself") now_.says_nothing = true;
        const std::size_t colon = text.find(": ");
        if (colon == std::string_view::npos) return;
        const std::string_view key = text.substr(0, colon);
        const std::string value = unescaped(text.substr(colon + 2));
        Row& row = now_.row;
        if (key == "dialog") row.dialog = value;
        if (key == "kind") row.kind = row_kind(value);
        if (key == "scene") row.scene = value;
        if (key == "at") row.at.push_back(value);
        if (key == "option") row.option = value;
        if (key == "meaning") row.meaning = value;
        if (key == "note") row.note = value;
    }

    void keyword(std::string_view line) {
        const std::size_t blank = line.find_first_of(" \t\"");
        const std::string_view word = line.substr(0, blank);
        const std::string_view rest =
            blank == std::string_view::npos ? std::string_view() : trimmed(line.substr(blank));
        if ((word == "msgctxt" || word == "msgid") && now_.has_id) finish();
        if (word == "msgctxt") {
            into_ = &now_.context;
        } else if (word == "msgid") {
            into_ = &now_.id;
            now_.has_id = true;
        } else if (word == "msgstr") {
            into_ = &now_.rendering;
        } else {
            into_ = nullptr;
        }
        go_on(rest, into_);
    }

    void go_on(std::string_view quoted, std::string* into) {
        const auto words = into ? string_in(quoted) : std::nullopt;
        if (words) {
            *into += *words;
            return;
        }
        problems.list.push_back(Problem{
            Severity::error,
            "",
            Place{name_, line_, 1, 1},
            "This line does not belong into a PO file that attune translate wrote.",
            "Look at its quotes, or write the file anew with --po and fill it in.",
            ""});
    }

    void finish() {
        Entry entry = std::move(now_);
        now_ = {};
        into_ = nullptr;
        into_previous_ = false;
        if (!entry.has_id || (entry.id.empty() && entry.context.empty())) return;
        Row& row = entry.row;
        if (row.dialog.empty()) row.dialog = entry.context.substr(0, entry.context.find(": "));
        row.say = entry.says_nothing ? std::string() : std::move(entry.id);
        row.as = std::move(entry.rendering);
        if (entry.fuzzy) row.changed = entry.previous.empty() ? row.say : entry.previous;
        rows.push_back(std::move(row));
    }

    std::string name_;
    int line_ = 0;
    Entry now_;
    std::string* into_ = nullptr;
    bool into_previous_ = false;
};

}  // namespace

Result<std::vector<Row>, Problems> from_po(std::string_view content, const std::string& name) {
    if (!words::is_utf8(content)) {
        return Problems({Problem{
            Severity::error,
            "",
            Place{name, 0, 0, 1},
            "This file is not in UTF-8.",
            "Let your program save it as UTF-8.",
            ""}});
    }
    Reading reading(name);
    reading.read(content);
    if (!reading.problems.list.empty()) return std::move(reading.problems);
    return std::move(reading.rows);
}

}  // namespace attune::translate
