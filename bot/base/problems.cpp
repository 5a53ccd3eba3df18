#include "base/problems.h"

#include <algorithm>
#include <set>

namespace attune {

namespace {

std::size_t bytes_of_letter(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte < 0x80) return 1;
    if (byte >= 0xF0) return 4;
    if (byte >= 0xE0) return 3;
    return 2;
}

// The letters (code points) of a line; a tab counts as one and is shown as one blank.
std::vector<std::string> letters_of(const std::string& line) {
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t size = std::min(bytes_of_letter(line[i]), line.size() - i);
        const std::string letter = line.substr(i, size);
        letters.push_back(letter == "\t" ? " " : letter);
        i += size;
    }
    return letters;
}

std::string word_for(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::hint:
            return "hint";
    }
    return "";
}

std::string colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[1;33m";
        case Severity::hint:
            return "\x1b[1;36m";
    }
    return "";
}

// The part of a long line that is shown, and where the mark stands in it.
struct Window {
    std::string shown;
    std::size_t mark = 0;    // letters before the mark
    std::size_t length = 1;  // letters under it
};

Window window_around(const Problem& problem, std::size_t width) {
    const auto letters = letters_of(problem.source_line);
    const std::size_t mark =
        std::min(static_cast<std::size_t>(std::max(problem.place.column, 1) - 1), letters.size());
    std::size_t first = 0;
    while (first < letters.size() && letters[first] == " " && first < mark) ++first;
    if (mark >= first + width) first = mark - width / 2;
    const std::size_t end = std::min(letters.size(), first + width);
    Window window;
    window.mark = mark - first;
    if (first > 0 && letters[first - 1] != " ") {
        window.shown = "…";
        ++window.mark;
    }
    for (std::size_t i = first; i < end; ++i) window.shown += letters[i];
    if (end < letters.size()) window.shown += "…";
    const auto wanted = static_cast<std::size_t>(std::max(problem.place.length, 1));
    window.length = std::max<std::size_t>(1, std::min(wanted, end > mark ? end - mark : 1));
    return window;
}

std::string shown_source(const Problem& problem, int width) {
    const std::string number = std::to_string(problem.place.line);
    const std::size_t margin = number.size() + 5;
    const std::size_t wide = width > 0 ? static_cast<std::size_t>(width) : 0;
    const std::size_t room = std::max<std::size_t>(wide, margin + 20) - margin;
    const Window window = window_around(problem, room);
    const std::string gutter(number.size(), ' ');
    return "  " + number + " | " + window.shown + "\n  " + gutter + " | " +
           std::string(window.mark, ' ') + std::string(window.length, '^') + "\n";
}

std::string place_text(const Place& place) {
    if (place.line == 0) return place.file;
    return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string counted(std::size_t n, const std::string& word) {
    return std::to_string(n) + " " + word + (n == 1 ? "" : "s");
}

// Levenshtein's distance with swaps of neighbours counted as one.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({row[j - 1] + 1, last[j] + 1, last[j - 1] + cost});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    return last[b.size()];
}

}  // namespace

bool Problems::has_errors() const {
    return std::any_of(list.begin(), list.end(), [](const Problem& problem) {
        return problem.severity == Severity::error;
    });
}

std::string to_text(const Problem& problem, Colours colours, int width) {
    const bool coloured = colours == Colours::terminal;
    const std::string on = coloured ? colour_of(problem.severity) : "";
    const std::string off = coloured ? "\x1b[0m" : "";
    std::string text = place_text(problem.place) + "  " + on + word_for(problem.severity);
    if (!problem.number.empty()) text += " " + problem.number;
    text += off + "  " + problem.what + "\n";
    if (problem.place.line > 0) text += shown_source(problem, width);
    if (!problem.mend.empty()) text += "  " + problem.mend;
    if (!problem.number.empty()) text += "   attune explain " + problem.number;
    return text + "\n";
}

std::string summary(const Problems& problems) {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;
    std::set<std::string> files;
    for (const Problem& problem : problems.list) {
        files.insert(problem.place.file);
        if (problem.severity == Severity::error) ++errors;
        if (problem.severity == Severity::warning) ++warnings;
        if (problem.severity == Severity::hint) ++hints;
    }
    if (files.empty()) return "No problems.";
    std::string text;
    const auto add = [&text](std::size_t n, const std::string& word) {
        if (n > 0) text += (text.empty() ? "" : ", ") + counted(n, word);
    };
    add(errors, "error");
    add(warnings, "warning");
    add(hints, "hint");
    return text + " in " + counted(files.size(), "file") + ".";
}

std::string nearest(const std::string& written, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, written.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t far = distance(written, candidate);
        if (far < best_distance) {
            best = candidate;
            best_distance = far;
        }
    }
    return best;
}

}  // namespace attune
