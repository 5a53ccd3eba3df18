#include "cli/coverage_view.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "dialog/json_tree.h"
#include "words/words.h"

namespace attune::cli {

namespace {

constexpr std::size_t column = 9;  // "options  "
constexpr std::size_t language_column = 4;

std::string figures(const rehearse::Count& count) {
    return fmt::format("{}/{}", count.walked, count.all);
}

std::string headings() {
    std::string line;
    for (std::size_t i = 0; i < rehearse::way_kinds; ++i) {
        line += fmt::format("{:>{}}", rehearse::name_of(static_cast<rehearse::WayKind>(i)), column);
    }
    return line;
}

std::string figures_of(const rehearse::Counts& counts) {
    std::string line;
    for (const rehearse::Count& count : counts)
        line += fmt::format("{:>{}}", figures(count), column);
    return line;
}

std::string missing_ways(const rehearse::QuestionCoverage& question) {
    std::string text;
    for (const rehearse::Way& way : question.missing) {
        text += (text.empty() ? "" : ", ") + rehearse::in_words(way);
    }
    return text;
}

// At most `room` letters.
std::string cut(const std::string& line, std::size_t room) {
    if (words::count_letters(line) <= room) return line;
    std::size_t bytes = 0;
    for (std::size_t letters = 0; letters + 1 < room; ++letters) {
        do ++bytes;
        while (bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0U) == 0x80U);
    }
    return line.substr(0, bytes) + "…";
}

// A line of a dialog's file, and the questions that are asked in it.
struct MarginLine {
    int number = 0;
    std::string text;
    std::vector<const rehearse::QuestionCoverage*> questions;

    bool misses() const {
        return std::any_of(questions.begin(), questions.end(), [](const auto* question) {
            return !question->missing.empty();
        });
    }
};

void print(const MarginLine& line, Console& console) {
    constexpr std::size_t margin = 16;
    rehearse::Count count;
    std::string missing;
    for (const auto* question : line.questions) {
        const auto one = rehearse::sum_of(rehearse::total_of({*question}));
        count = {count.walked + one.walked, count.all + one.all};
        if (question->missing.empty()) continue;
        missing += (missing.empty() ? "not walked: " : "; ") + missing_ways(*question);
    }
    const bool marked = line.misses();
    const bool bold = marked && console.out_colours == Colours::terminal;
    const auto width = static_cast<std::size_t>(console.width);
    console.out << (bold ? "\x1b[1m" : "")
                << fmt::format(
                       "{:>6} {} {:>4} | {}",
                       line.questions.empty() ? "" : figures(count),
                       marked ? "!" : " ",
                       line.number,
                       cut(line.text, std::max(width, 2 * margin) - margin))
                << (bold ? "\x1b[0m" : "") << "\n";
    if (marked) console.out << hanging("              | ", missing, console.width) << "\n";
}

}  // namespace

void CoverageTable::add(const dialog::Dialog& dialog) {
    for (const std::string& language : coverage_.languages_of(dialog)) {
        const auto counts = rehearse::total_of(coverage_.of(dialog, language));
        rows_.push_back({dialog.name, language, counts});
    }
}

void CoverageTable::print() const {
    std::size_t widest = 0;
    for (const Row& row : rows_) widest = std::max(widest, row.name.size());
    const std::size_t whole = widest + 2 + language_column + column * rehearse::way_kinds;
    const bool narrow = whole > static_cast<std::size_t>(console_.width);
    const std::size_t names = narrow ? 0 : widest + 2 + language_column;
    console_.out << fmt::format("{:{}}", "", names) << headings() << "\n";
    for (const Row& row : rows_) print_row(row, names);
}

void CoverageTable::print_row(const Row& row, std::size_t names) const {
    const std::string name = row.name + "  " + row.language;
    if (names == 0) {
        console_.out << name << "\n" << figures_of(row.counts) << "\n";
        return;
    }
    const std::string padded =
        fmt::format("{:{}}{:{}}", row.name, names - language_column, row.language, language_column);
    console_.out << padded << figures_of(row.counts) << "\n";
}

void print_ways(
    const rehearse::Coverage& coverage, const dialog::Dialog& dialog, std::ostream& out) {
    const auto questions = coverage.of(dialog);
    const rehearse::Count count = rehearse::sum_of(rehearse::total_of(questions));
    out << dialog.name << ": " << count.walked << " of " << count.all << " ways walked\n";
    for (const auto& question : questions) {
        if (question.missing.empty()) continue;
        out << "  not walked  " << question.place << ": " << missing_ways(question) << "\n";
    }
}

void print_margin(
    const rehearse::Coverage& coverage,
    const dialog::Dialog& dialog,
    const std::string& shown_file,
    const std::string& content,
    bool whole,
    Console& console) {
    const auto questions = coverage.of(dialog);
    const bool all_walked = std::all_of(
        questions.begin(), questions.end(), [](const auto& one) { return one.missing.empty(); });
    if (!whole && all_walked) return;
    const dialog::SourceFile file(shown_file, content);
    const auto ends = static_cast<int>(std::count(content.begin(), content.end(), '\n'));
    const bool last_is_open = !content.empty() && content.back() != '\n';
    console.out << "\n" << shown_file << "\n";
    for (int number = 1; number <= ends + (last_is_open ? 1 : 0); ++number) {
        MarginLine line{number, file.line(number), {}};
        for (const auto& question : questions) {
            if (question.line == number) line.questions.push_back(&question);
        }
        if (whole || line.misses()) print(line, console);
    }
}

}  // namespace attune::cli
