// What `attune test` says: for people, as JSON for programs, as JUnit XML for build servers.
#pragma once

#include <string>

#include "cli/console.h"
#include "cli/test_run.h"

namespace attune::cli {

// Where a test failed, the talk up to there, what was expected and what came, and how the last
// input was read.
void print_failure(
    const rehearse::Failure& failure,
    const std::string& test_name,
    const std::string& shown_file,
    Console& console);

// {"tests": […], "passed", "failed", "coverage": […]}
std::string as_json(const TestRun& run, const dialog::Edition& edition, const Choice& choice);

// One suite a file. A file that cannot be read is one case with an error.
std::string as_junit(const TestRun& run);

}  // namespace attune::cli
