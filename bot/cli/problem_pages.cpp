#include "cli/problem_pages.h"

#include <algorithm>
#include <sstream>

#include "base/ascii.h"
#include "cli/console.h"
#include "cli/print_problems.h"
#include "words/words.h"

namespace attune::cli {

namespace {

using dialog::Excerpt;
using dialog::ProblemRow;

constexpr std::string_view mark_begin = "«";
constexpr std::string_view mark_end = "»";

bool is_of(const ProblemRow& row, const dialog::ProblemFamily& family) {
    return row.number[1] == family.digit;
}

// Bytes that are no letters of UTF-8 are shown as one.
std::string readable(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t good = words::utf8_prefix(bytes);
        text += bytes.substr(0, good);
        if (good == bytes.size()) break;
        text += "\uFFFD";
        bytes.remove_prefix(good + 1);
    }
    return text;
}

std::string indented(const std::string& text) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) out += "    " + line + "\n";
    return out;
}

// The line below the one that holds the mark: ^ under all of it that stands in that line.
std::string with_carets(const std::string& example) {
    const std::string text = readable(example);
    const std::size_t begin = text.find(mark_begin);
    if (begin == std::string::npos) return indented(text);
    const std::size_t end = text.find(mark_end);
    const std::size_t line_begin = text.rfind('\n', begin) + 1;  // npos + 1 is 0
    std::string marked = text.substr(begin + mark_begin.size(), end - begin - mark_begin.size());
    marked = marked.substr(0, marked.find('\n'));
    const std::size_t width = std::max<std::size_t>(1, words::count_letters(marked));
    const std::size_t column = words::count_letters(text.substr(line_begin, begin - line_begin));
    std::string plain = without_marks(text);
    const std::string carets = std::string(column, ' ') + std::string(width, '^') + "\n";
    const std::size_t line_end = plain.find('\n', begin);
    if (line_end == std::string::npos) return indented(plain + "\n" + carets);
    plain.insert(line_end + 1, carets);
    return indented(plain);
}

std::string in_a_cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
        text.insert(at, 1, '\\');
    }
    return text;
}

}  // namespace

std::string without_values(const std::string& sentence) {
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool is_value =
            sentence[i] == '%' && i + 1 < sentence.size() && is_digit(sentence[i + 1]);
        text += is_value ? "…" : std::string(1, sentence[i]);
        if (is_value) ++i;
    }
    return text;
}

std::string without_marks(const std::string& example) {
    std::string text = example;
    for (const std::string_view mark : {mark_begin, mark_end}) {
        const std::size_t at = text.find(mark);
        if (at != std::string::npos) text.erase(at, mark.size());
    }
    return text;
}

std::string place_of(Excerpt excerpt) {
    switch (excerpt) {
        case Excerpt::steps:
            return "steps of a scene";
        case Excerpt::scenes:
            return "scenes of a dialog";
        case Excerpt::file:
            return "a whole file";
        case Excerpt::files:
            return "files";
        case Excerpt::condition:
            return "a condition";
        case Excerpt::text:
            return "a text";
        case Excerpt::tests:
            return "tests beside a dialog";
        case Excerpt::defaults:
            return "defaults/en.json";
    }
    return "";
}

std::string problems_as_list(int width) {
    std::string text;
    for (const auto& family : dialog::problem_families()) {
        text += (text.empty() ? "" : "\n") + std::string(family.title) + "\n";
        for (const ProblemRow& row : dialog::problem_table()) {
            if (!is_of(row, family)) continue;
            std::string line = wrapped(without_values(row.what), width, "        ");
            text += line.replace(0, 6, std::string("  ") + row.number) + "\n";
        }
    }
    return text;
}

std::string problem_in_full(const ProblemRow& row, int width) {
    std::string text = std::string(row.number) + ", " + std::string(name_of(row.severity)) + "\n" +
                       wrapped(without_values(row.what) + ".", width, "  ") + "\n" +
                       wrapped(without_values(row.mend), width, "  ") + "\n";
    if (*row.wrong != '\0') {
        text += "\nWrong (" + place_of(row.excerpt) + "):\n" + with_carets(row.wrong);
    }
    return text + "\nRight:\n" + indented(row.right);
}

std::string problems_as_markdown() {
    std::string text;
    for (const auto& family : dialog::problem_families()) {
        text += "### " + std::string(family.title) + "\n\n";
        text += "| number | what is wrong | what to do |\n|---|---|---|\n";
        for (const ProblemRow& row : dialog::problem_table()) {
            if (!is_of(row, family)) continue;
            const std::string kind = row.severity == Severity::error
                                         ? ""
                                         : " (" + std::string(name_of(row.severity)) + ")";
            text += "| " + std::string(row.number) + kind + " | " +
                    in_a_cell(without_values(row.what)) + " | " +
                    in_a_cell(without_values(row.mend)) + " |\n";
        }
        text += "\n";
    }
    return text;
}

}  // namespace attune::cli
