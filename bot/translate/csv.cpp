#include "translate/csv.h"

#include <algorithm>
#include <array>
#include <optional>

#include "words/words.h"

namespace attune::translate {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

// What a translator looks at stands first. `at` has one place a line.
constexpr std::array<std::string_view, 10> columns = {
    "dialog", "scene", "say", "as", "changed", "meaning", "note", "at", "option", "kind"};

using Fields = std::vector<std::string>;

std::string cell(std::string_view field) {
    if (field.find_first_of(",;\t\"\r\n") == std::string_view::npos) return std::string(field);
    std::string made = "\"";
    for (const char c : field) {
        if (c == '"') made += '"';
        made += c;
    }
    return made + "\"";
}

template <class List>
std::string line_of(const List& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += ',';
        line += cell(fields[i]);
    }
    return line + "\r\n";
}

Problems problem(const std::string& name, int line, std::string what, std::string mend) {
    return Problems({Problem{
        Severity::error, "", Place{name, line, 1, 1}, std::move(what), std::move(mend), ""}});
}

// Records one by one.
class Records {
public:
    explicit Records(std::string_view content) : rest_(content) {
        const std::string_view first = rest_.substr(0, rest_.find('\n'));
        for (const char one : {',', ';', '\t'}) {
            const auto count = std::count(first.begin(), first.end(), one);
            if (count > std::count(first.begin(), first.end(), between_)) between_ = one;
        }
    }

    bool at_end() const { return rest_.empty(); }
    int line() const { return line_; }

    // Nothing if a quote is never closed.
    std::optional<Fields> next() {
        Fields fields(1);
        while (!rest_.empty()) {
            if (rest_.front() == '"' && fields.back().empty()) {
                if (!quoted_field(fields.back())) return std::nullopt;
                continue;
            }
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == between_) {
                fields.emplace_back();
            } else if (c == '\n') {
                ++line_;
                return fields;
            } else if (c != '\r') {
                fields.back() += c;
            }
        }
        return fields;
    }

private:
    bool quoted_field(std::string& field) {
        rest_.remove_prefix(1);
        while (!rest_.empty()) {
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == '\n') ++line_;
            if (c != '"') {
                field += c;
                continue;
            }
            if (!rest_.starts_with('"')) return true;
            rest_.remove_prefix(1);
            field += '"';
        }
        return false;
    }

    std::string_view rest_;
    char between_ = ',';
    int line_ = 1;
};

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string one_below_another(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

// A record by the names of its columns.
class Record {
public:
    Record(const Fields& header, const Fields& fields) : header_(header), fields_(fields) {}

    std::string field(std::string_view column) const {
        const auto found = std::find(header_.begin(), header_.end(), column);
        const auto at = static_cast<std::size_t>(found - header_.begin());
        return at < fields_.size() ? fields_[at] : std::string();
    }

    Row row() const {
        Row row;
        row.kind = row_kind(field("kind"));
        row.dialog = field("dialog");
        row.scene = field("scene");
        row.at = lines_of(field("at"));
        row.option = field("option");
        row.say = field("say");
        row.as = field("as");
        row.meaning = field("meaning");
        row.changed = field("changed");
        row.note = field("note");
        return row;
    }

private:
    const Fields& header_;
    const Fields& fields_;
};

}  // namespace

std::string to_csv(const std::vector<Row>& rows) {
    std::string text(mark);
    text += line_of(columns);
    for (const Row& row : rows) {
        text += line_of(Fields{
            row.dialog,
            row.scene,
            row.say,
            row.as,
            row.changed,
            row.meaning,
            row.note,
            one_below_another(row.at),
            row.option,
            std::string(name_of(row.kind))});
    }
    return text;
}

Result<std::vector<Row>, Problems> from_csv(std::string_view content, const std::string& name) {
    if (!words::is_utf8(content)) {
        return problem(name, 0, "This file is not in UTF-8.", "Let your program save it as UTF-8.");
    }
    if (content.starts_with(mark)) content.remove_prefix(mark.size());
    Records records(content);
    const auto header = records.next();
    for (const std::string_view wanted : {"dialog", "say", "as"}) {
        if (header && std::find(header->begin(), header->end(), wanted) != header->end()) continue;
        return problem(
            name,
            1,
            "The table has no column \"" + std::string(wanted) + "\".",
            "Keep the first line as attune translate --csv wrote it.");
    }
    std::vector<Row> rows;
    while (!records.at_end()) {
        const int line = records.line();
        const auto fields = records.next();
        if (!fields) {
            return problem(
                name,
                line,
                "A quote that begins in this row is never closed.",
                "Close it with a quote, or save the table anew.");
        }
        Row row = Record(*header, *fields).row();
        if (!row.dialog.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace attune::translate
