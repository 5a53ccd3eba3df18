// The form that build servers read. Attributes and elements are those that the schemas of Ant and
// of Jenkins both have, in the order that Ant's wants.
#include <string_view>

#include <fmt/format.h>

#include "cli/test_report.h"

namespace attune::cli {

namespace {

// XML 1.0 has no way to write most control signs.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += is_control ? '?' : c;
        }
    }
    return out;
}

std::string seconds(std::chrono::microseconds time) {
    return fmt::format("{:.6f}", static_cast<double>(time.count()) / 1e6);
}

std::string case_of(const PlayedFile& file, const PlayedTest& test) {
    std::string xml = fmt::format(
        R"(    <testcase classname="{}" name="{}" time="{}")",
        escaped(file.dialog),
        escaped(test.name),
        seconds(test.took));
    if (!test.failure) return xml + "/>\n";
    const rehearse::Failure& failure = *test.failure;
    return xml +
           fmt::format(
               ">\n      <failure message=\"expected {}\" type=\"talk\">{}:{}:{}\n{}expected {}\n"
               "came {}\n{}</failure>\n    </testcase>\n",
               escaped(failure.expected),
               escaped(file.shown),
               failure.spot.line,
               failure.spot.column,
               escaped(failure.talk),
               escaped(failure.expected),
               escaped(failure.came),
               escaped(failure.read));
}

std::string unreadable(const PlayedFile& file) {
    std::string all;
    for (const Problem& problem : file.problems.list) all += to_text(problem) + "\n";
    return fmt::format(
        "    <testcase classname=\"{0}\" name=\"the file can be read\" time=\"0\">\n"
        "      <error message=\"{1}\" type=\"file\">{2}</error>\n    </testcase>\n",
        escaped(file.shown),
        escaped(file.problems.list.front().what),
        escaped(all));
}

std::string suite_of(const PlayedFile& file, std::size_t id) {
    std::chrono::microseconds took{};
    std::size_t failures = 0;
    std::string cases;
    for (const PlayedTest& test : file.tests) {
        took += test.took;
        failures += test.failure ? 1 : 0;
        cases += case_of(file, test);
    }
    const std::size_t errors = file.problems.list.empty() ? 0 : 1;
    if (errors > 0) cases += unreadable(file);
    const std::string now = to_iso8601(now_of_machine()).substr(0, 19);
    return fmt::format(
        "  <testsuite name=\"{0}\" package=\"attune\" id=\"{1}\" tests=\"{2}\" failures=\"{3}\" "
        "errors=\"{4}\" time=\"{5}\" timestamp=\"{6}\" hostname=\"localhost\">\n"
        "    <properties/>\n{7}    <system-out/>\n    <system-err/>\n  </testsuite>\n",
        escaped(file.shown),
        id,
        file.tests.size() + errors,
        failures,
        errors,
        seconds(took),
        now,
        cases);
}

}  // namespace

std::string as_junit(const TestRun& run) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (std::size_t i = 0; i < run.files.size(); ++i) xml += suite_of(run.files[i], i);
    return xml + "</testsuites>\n";
}

}  // namespace attune::cli
