#include "cli/test_report.h"

#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

namespace attune::cli {

namespace {

constexpr std::size_t speaker = 8;  // "Attune: "

// Each line of a talk, its speaker first.
void print_talk(const std::string& talk, Console& console) {
    std::istringstream lines(talk);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t cut = std::min(speaker, line.size());
        console.out << hanging("    " + line.substr(0, cut), line.substr(cut), console.width)
                    << "\n";
    }
}

nlohmann::json count_as_json(const rehearse::Count& count) {
    return {{"walked", count.walked}, {"all", count.all}};
}

nlohmann::json coverage_as_json(
    const dialog::Dialog& dialog,
    const std::string& language,
    const std::vector<rehearse::QuestionCoverage>& questions) {
    nlohmann::json one = {
        {"dialog", dialog.name}, {"language", language}, {"not walked", nlohmann::json::array()}};
    const rehearse::Counts total = rehearse::total_of(questions);
    for (std::size_t i = 0; i < rehearse::way_kinds; ++i) {
        const auto name = rehearse::name_of(static_cast<rehearse::WayKind>(i));
        one[std::string(name)] = count_as_json(total[i]);
    }
    for (const auto& question : questions) {
        if (question.missing.empty()) continue;
        nlohmann::json ways = nlohmann::json::array();
        for (const rehearse::Way& way : question.missing) ways.push_back(rehearse::in_words(way));
        one["not walked"].push_back(
            {{"place", question.place}, {"line", question.line}, {"ways", std::move(ways)}});
    }
    return one;
}

nlohmann::json test_as_json(const PlayedFile& file, const PlayedTest& test) {
    nlohmann::json one = {
        {"file", file.shown},
        {"dialog", file.dialog},
        {"name", test.name},
        {"passed", !test.failure.has_value()}};
    if (!test.failure) return one;
    one["line"] = test.failure->spot.line;
    one["column"] = test.failure->spot.column;
    one["expected"] = test.failure->expected;
    one["came"] = test.failure->came;
    one["talk"] = test.failure->talk;
    one["read"] = test.failure->read;
    return one;
}

}  // namespace

void print_failure(
    const rehearse::Failure& failure,
    const std::string& test_name,
    const std::string& shown_file,
    Console& console) {
    const bool coloured = console.out_colours == Colours::terminal;
    console.out << shown_file << ":" << failure.spot.line << ":" << failure.spot.column << "  "
                << (coloured ? "\x1b[1;31mfailed\x1b[0m" : "failed") << "  " << test_name
                << "\n  the talk so far:\n";
    print_talk(failure.talk, console);
    console.out << hanging("  expected  ", failure.expected, console.width) << "\n"
                << hanging("  came      ", failure.came, console.width) << "\n";
    std::istringstream lines(failure.read);
    for (std::string line; std::getline(lines, line);) {
        console.out << wrapped(line, console.width, "  ") << "\n";
    }
}

std::string as_json(const TestRun& run, const dialog::Edition& edition, const Choice& choice) {
    nlohmann::json tests = nlohmann::json::array();
    for (const PlayedFile& file : run.files) {
        for (const PlayedTest& test : file.tests) tests.push_back(test_as_json(file, test));
    }
    nlohmann::json coverage = nlohmann::json::array();
    for (const dialog::Dialog& dialog : edition.dialogs) {
        if (!choice.takes(dialog.name)) continue;
        for (const std::string& language : run.coverage.languages_of(dialog)) {
            coverage.push_back(
                coverage_as_json(dialog, language, run.coverage.of(dialog, language)));
        }
    }
    const nlohmann::json whole = {
        {"tests", std::move(tests)},
        {"passed", run.passed()},
        {"failed", run.failed()},
        {"coverage", std::move(coverage)}};
    return whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace attune::cli
