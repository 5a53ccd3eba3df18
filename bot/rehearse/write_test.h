// A talk that was had, as a conversation test in its file.
#pragma once

#include <string>
#include <string_view>

#include "base/problems.h"
#include "base/result.h"
#include "rehearse/conversation_test.h"

namespace attune::rehearse {

// The test as it stands in a file, indented. `had` has a name, a start and the lines that act; what
// was said, kept and entered is found by playing them.
std::string written_test(const ConversationTest& had, const dialog::EditionPtr& edition);

// The file with the test at its end; an empty one becomes a file of tests for the dialog. A file
// that is broken, or has a test of that name already, is a problem.
Result<std::string, Problems> with_test(
    const dialog::SourceFile& file,
    std::string_view content,
    const std::string& dialog,
    const std::string& test_name,
    const std::string& written);

}  // namespace attune::rehearse
