#include "translate/row.h"

#include <array>
#include <utility>

namespace attune::translate {

namespace {

constexpr std::array kinds = {
    std::pair(RowKind::sentence, std::string_view("sentence")),
    std::pair(RowKind::hear, std::string_view("hear")),
    std::pair(RowKind::unused, std::string_view("unused")),
    std::pair(RowKind::unused_hear, std::string_view("unused hear")),
    std::pair(RowKind::about, std::string_view("about"))};

Row row_of(RowKind kind, const std::string& dialog, const dialog::CatalogueEntry& entry) {
    Row row;
    row.kind = kind;
    row.dialog = dialog;
    row.scene = entry.scene;
    row.at = entry.at;
    row.say = entry.say;
    row.as = entry.as;
    row.meaning = entry.meaning;
    row.changed = entry.changed;
    row.note = entry.note;
    return row;
}

Row row_of(RowKind kind, const std::string& dialog, const dialog::CatalogueHear& hear) {
    Row row;
    row.kind = kind;
    row.dialog = dialog;
    row.at = {hear.place};
    row.option = hear.option;
    row.say = one_a_line(hear.say);
    row.as = one_a_line(hear.as);
    return row;
}

dialog::CatalogueEntry entry_of(const Row& row) {
    dialog::CatalogueEntry entry;
    entry.scene = row.scene;
    entry.at = row.at;
    entry.say = row.say;
    entry.as = row.as;
    entry.meaning = row.meaning;
    entry.changed = row.changed;
    entry.note = row.note;
    return entry;
}

dialog::CatalogueHear hear_of(const Row& row) {
    dialog::CatalogueHear hear;
    if (!row.at.empty()) hear.place = row.at.front();
    hear.option = row.option;
    hear.say = phrases_of(row.say);
    hear.as = phrases_of(row.as);
    return hear;
}

void put(const Row& row, dialog::Catalogue& into) {
    switch (row.kind) {
        case RowKind::sentence:
            return into.entries.push_back(entry_of(row));
        case RowKind::unused:
            return into.unused.push_back(entry_of(row));
        case RowKind::hear:
            return into.hears.push_back(hear_of(row));
        case RowKind::unused_hear:
            return into.unused_hears.push_back(hear_of(row));
        case RowKind::about:
            into.note = row.note;
    }
}

}  // namespace

std::string_view name_of(RowKind kind) {
    for (const auto& [one, name] : kinds) {
        if (one == kind) return name;
    }
    return "";
}

RowKind row_kind(std::string_view name) {
    for (const auto& [kind, its_name] : kinds) {
        if (its_name == name) return kind;
    }
    return RowKind::sentence;
}

std::string one_a_line(const std::vector<std::string>& phrases) {
    std::string text;
    for (const std::string& phrase : phrases) {
        if (&phrase != &phrases.front()) text += '\n';
        for (const char c : phrase) {
            if (c == '\\') text += '\\';
            text += c == '\n' ? std::string("\\n") : std::string(1, c);
        }
    }
    return text;
}

std::vector<std::string> phrases_of(std::string_view lines) {
    std::vector<std::string> phrases;
    if (lines.empty()) return phrases;
    phrases.emplace_back();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] == '\n') {
            phrases.emplace_back();
        } else if (lines[i] == '\\' && i + 1 < lines.size()) {
            ++i;
            phrases.back() += lines[i] == 'n' ? '\n' : lines[i];
        } else {
            phrases.back() += lines[i];
        }
    }
    return phrases;
}

std::vector<Row> rows_of(const dialog::Catalogue& catalogue) {
    const std::string& dialog = catalogue.dialog;
    std::vector<Row> rows;
    if (!catalogue.note.empty()) {
        rows.emplace_back();
        rows.back().kind = RowKind::about;
        rows.back().dialog = dialog;
        rows.back().note = catalogue.note;
    }
    for (const auto& entry : catalogue.entries) {
        rows.push_back(row_of(RowKind::sentence, dialog, entry));
    }
    for (const auto& hear : catalogue.hears) rows.push_back(row_of(RowKind::hear, dialog, hear));
    for (const auto& entry : catalogue.unused) {
        rows.push_back(row_of(RowKind::unused, dialog, entry));
    }
    for (const auto& hear : catalogue.unused_hears) {
        rows.push_back(row_of(RowKind::unused_hear, dialog, hear));
    }
    return rows;
}

Catalogues catalogues_of(const std::vector<Row>& rows, const std::string& language) {
    Catalogues catalogues;
    for (const Row& row : rows) {
        dialog::Catalogue& catalogue = catalogues[row.dialog];
        catalogue.dialog = row.dialog;
        catalogue.language = language;
        put(row, catalogue);
    }
    return catalogues;
}

}  // namespace attune::translate
