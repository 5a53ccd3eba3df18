// Conversation tests for tests: one small dialog, and what is played against it.
#pragma once

#include <optional>
#include <string>

#include "rehearse/run_test.h"
#include "tests/support/edition.h"

namespace attune::rehearse {

// `talk`: asks for heat (0 to 10, may be skipped) and words, keeps them, ends.
dialog::EditionPtr heat_and_words();

// A test file for `talk` whose one test has this talk ("{ \"them\": \"3\" }, …").
std::string file_with(const std::string& talk, const std::string& more = "");

Result<TestFile, Problems> read(const std::string& content, const dialog::EditionPtr& edition);

// Reads and plays it; throws where it cannot be read.
std::optional<Failure> play(
    const std::string& talk, const std::string& more = "", Coverage* coverage = nullptr);

}  // namespace attune::rehearse
