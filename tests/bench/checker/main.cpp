// How long `attune lint` takes over a large folder: 200 dialogs of 10 steps, 2,000 in all, with
// visits and conditions. The yardstick is reading the same files by nlohmann's parser in the same
// run.
//   bench_checker [DIALOGS] [STEPS]
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "dialog/load.h"
#include "tests/support/edition.h"

using namespace attune;
using Clock = std::chrono::steady_clock;

namespace {

// Five kinds of steps in turn, so that every part of the checker has work.
std::string step(int number) {
    const std::string n = std::to_string(number);
    switch (number % 5) {
        case 0:
            return R"({ "ask": "How hot was it?", "as": "heat)" + n +
                   R"(", "answer": { "scale": [0, 10] }, "may skip": true })";
        case 1:
            return R"({ "if": "heat)" + std::to_string(number - 1) +
                   R"( >= 8", "then": [ { "visit": "shared/breathe", "as": "breath)" + n +
                   R"(" } ], "else": [ { "say": "So." } ] })";
        case 2:
            return R"({ "ask": "What was there?", "as": "there)" + n +
                   R"(", "answer": { "choose": { "fear": "Fear", "anger": "Anger", "other": "Something else" } },
  "hear": { "fear": ["afraid"], "anger": ["cross", "furious"] } })";
        case 3:
            return R"({ "match": "there)" + std::to_string(number - 1) +
                   R"(", "when": { "fear": [ { "say": "That is hard." } ] }, "otherwise": [] })";
        default:
            return R"({ "say": { "one of": [ "You are here.", "Still here: {heat)" +
                   std::to_string(number - 4) + R"( or \"some\"}." ] } })";
    }
}

dialog::Sources folder_of(int dialogs, int steps) {
    dialog::Sources sources{{"defaults/en.json", test::small_defaults()}};
    sources["shared/breathe.json"] =
        test::dialog_file("shared/breathe", R"("in": [ { "say": "In." }, { "return": true } ])");
    for (int i = 0; i < dialogs; ++i) {
        std::string list;
        for (int at = 0; at < steps; ++at) list += step(at) + ",\n";
        const std::string name = "talk-" + std::to_string(i);
        sources[name + ".json"] =
            test::dialog_file(name, "\"start\": [ " + list + R"({ "end": "Sleep well." } ])");
    }
    return sources;
}

template <class Work>
double milliseconds_of(const Work& work) {
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const auto begun = Clock::now();
        work();
        const std::chrono::duration<double, std::milli> took = Clock::now() - begun;
        best = std::min(best, took.count());
    }
    return best;
}

}  // namespace

int main(int argc, char** argv) {
    const int dialogs = argc > 1 ? std::atoi(argv[1]) : 200;
    const int steps = argc > 2 ? std::atoi(argv[2]) : 10;
    const dialog::Sources sources = folder_of(dialogs, steps);
    std::size_t bytes = 0;
    for (const auto& [path, content] : sources) bytes += content.size();
    std::size_t values = 0;
    const double reading = milliseconds_of([&] {
        for (const auto& [path, content] : sources) values += nlohmann::json::parse(content).size();
    });
    Problems problems;
    const double checking =
        milliseconds_of([&] { problems = dialog::compile(sources, "").problems; });
    if (!problems.list.empty()) std::cerr << to_text(problems.list.front());
    std::cout << dialogs << " dialogs, " << dialogs * steps << " steps, " << bytes / 1000 << " kB, "
              << problems.list.size() << " problems (best of 5)\n"
              << std::fixed << std::setprecision(1) << "read by nlohmann  " << reading << " ms\n"
              << "checked           " << checking << " ms  " << checking / reading << " times\n";
    return values > 0 && problems.list.empty() ? 0 : 1;
}
