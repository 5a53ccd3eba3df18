// Conversation tests for tests: one small dialog, and what is played against it.
#pragma once

#include <optional>
#include <string>

#include "rehearse/run_test.h"
#include "tests/support/edition.h"

namespace attune::rehearse {

// `talk`: asks for heat (0 to 10, may be skipped) and words, keeps them, ends.
dialog::EditionPtr heat_and_words();

// `talk` visits `inner` from its first scene and ends in its last; after 22 it says that it is
// late.
dialog::EditionPtr talk_with_a_visit();

// A test file for `talk` whose one test has this talk ("{ \"them\": \"3\" }, …").
std::string file_with(const std::string& talk, const std::string& more = "");

Result<TestFile, Problems> read(const std::string& content, const dialog::EditionPtr& edition);

// Reads and plays it; throws where it cannot be read.
std::optional<Failure> play(
    const std::string& talk, const std::string& more = "", Coverage* coverage = nullptr);

// The same for one whole test ("{ \"name\": …, \"talk\": […] }") of `talk`.
std::optional<Failure> play_in(const dialog::EditionPtr& edition, const std::string& test);

}  // namespace attune::rehearse
