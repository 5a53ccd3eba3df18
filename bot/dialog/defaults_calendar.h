// The words for days and times of day in dialogs/defaults/<language>.json: its "dates" and "times".
#pragma once

#include "dialog/defaults.h"
#include "dialog/report.h"

namespace attune::dialog {

// A language without them reads days and times in exact forms only. Needs `defaults.language`.
void read_calendar_words(const FileReport& report, const Node& root, Defaults& defaults);

}  // namespace attune::dialog
