// attune stats [NAME…]: how long dialogs are.
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/chosen_dialogs.h"
#include "cli/command.h"
#include "overview/costs.h"
#include "overview/figures.h"
#include "words/words.h"

namespace attune::cli {

namespace {

using overview::Figures;
using overview::Length;

constexpr double a_million = 1'000'000;
constexpr int narrow = 72;  // below it a table does not fit, and each dialog gets its lines

struct Wishes {
    DialogWish dialogs;
    bool json = false;
    bool quiet = false;
};

struct Row {
    std::string name;
    std::string questions;
    std::string words;
    std::string taps;
    std::string minutes;
    std::string ways;
};

std::int64_t minutes_of(Length length) {
    return std::max<std::int64_t>(1, std::llround(length.seconds / 60));
}

std::string from_to(std::int64_t least, std::int64_t most) {
    return least == most ? std::to_string(least) : fmt::format("{} to {}", least, most);
}

Row row_of(const std::string& name, const Figures& figures) {
    Row row{name, std::to_string(figures.questions), std::to_string(figures.words), "", "", ""};
    const auto& ways = figures.ways;
    if (ways.count == 0) {
        row.taps = row.minutes = "-";
        row.ways = "none ends";
        return row;
    }
    row.taps = from_to(ways.least.taps, ways.most.taps);
    row.minutes = from_to(minutes_of(ways.least), minutes_of(ways.most));
    row.ways = ways.count > a_million ? "more than a million" : fmt::format("{:.0f}", ways.count);
    return row;
}

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t letters = words::count_letters(text);
    return letters >= width ? text : text + std::string(width - letters, ' ');
}

void print_table(const std::vector<Row>& rows, std::ostream& out) {
    std::size_t name = 6;
    std::size_t taps = 4;
    for (const Row& row : rows) {
        name = std::max(name, words::count_letters(row.name));
        taps = std::max(taps, row.taps.size());
    }
    const auto line = [&](const Row& row) {
        out << padded(row.name, name) << fmt::format("  {:>9}  {:>6}  ", row.questions, row.words)
            << padded(row.taps, taps) << "  " << padded(row.minutes, 9) << "  " << row.ways << "\n";
    };
    line({"dialog", "questions", "words", "taps", "minutes", "ways"});
    for (const Row& row : rows) line(row);
}

void print_lines(const std::vector<Row>& rows, std::ostream& out) {
    for (const Row& row : rows) {
        out << row.name << "\n  questions  " << row.questions << "\n  words      " << row.words
            << "\n  taps       " << row.taps << "\n  minutes    " << row.minutes
            << "\n  ways       " << row.ways << "\n";
    }
}

nlohmann::json as_json(Length length) {
    return {{"taps", length.taps}, {"seconds", std::llround(length.seconds)}};
}

nlohmann::json as_json(const dialog::Dialog& dialog, const Figures& figures) {
    const auto& ways = figures.ways;
    nlohmann::json one = {
        {"dialog", dialog.name},
        {"title", dialog.title},
        {"questions", figures.questions},
        {"words", figures.words},
        {"ways", std::llround(std::min(ways.count, a_million))},
        {"more ways", ways.count > a_million}};
    if (ways.count > 0) {
        one["shortest"] = as_json(ways.least);
        one["longest"] = as_json(ways.most);
    }
    return one;
}

void say_how(Console& console) {
    const std::string how = fmt::format(
        "Minutes: reading at {:.0f} words a minute (Brysbaert 2019), typing at {:.0f} (Palin and "
        "others 2019), and some seconds to think for each kind of answer. Taps are answers, typed "
        "ones too. Ways may count some that no answers lead to. All three go with what is visited; "
        "repeat counts all its rounds; going back to an earlier place counts three times at most.",
        overview::words_read_a_minute,
        overview::words_typed_a_minute);
    console.err << wrapped(how, console.width, "") << "\n";
}

Exit stats(const Wishes& wishes, Console& console) {
    Exit out = Exit::fine;
    const auto chosen = choose_dialogs(wishes.dialogs, "stats", console, out);
    if (!chosen) return out;
    std::map<dialog::EditionPtr, overview::Ways> ways;
    std::vector<Row> rows;
    auto list = nlohmann::json::array();
    for (const ChosenDialog& one : *chosen) {
        const auto known = ways.try_emplace(one.edition, *one.edition).first;
        const Figures figures = figures_of(*one.edition, one.index, known->second);
        rows.push_back(row_of(one.dialog().name, figures));
        list.push_back(as_json(one.dialog(), figures));
    }
    if (wishes.json) {
        console.out << nlohmann::json{{"dialogs", list}}.dump(2) << "\n";
        return Exit::fine;
    }
    if (console.width < narrow) {
        print_lines(rows, console.out);
    } else {
        print_table(rows, console.out);
    }
    if (!wishes.quiet) say_how(console);
    return Exit::fine;
}

}  // namespace

Action declare_stats(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("names", wishes->dialogs.words, "dialogs, by name or file (all)");
    app.add_option(
        "--dialogs", wishes->dialogs.folder, "folder (./dialogs, else the built-in ones)");
    app.add_flag("--json", wishes->json, "for programs");
    app.add_flag("--quiet", wishes->quiet, "without how it is counted");
    return [wishes](Console& console) { return stats(*wishes, console); };
}

}  // namespace attune::cli
