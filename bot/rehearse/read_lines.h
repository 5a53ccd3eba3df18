// The lines of a conversation test, one by one.
#pragma once

#include <optional>

#include "dialog/report.h"
#include "rehearse/conversation_test.h"

namespace attune::rehearse {

// Nothing if it cannot be understood (reported).
std::optional<TalkLine> read_line(
    const dialog::FileReport& report, const dialog::Node& line, const dialog::Edition& edition);

}  // namespace attune::rehearse
