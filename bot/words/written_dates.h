// Days and times as a sentence shows them: written out in its language.
#pragma once

#include <string>
#include <string_view>

#include "base/calendar.h"

namespace attune::words {

// "November 25, 2026", "25. November 2026".
std::string written(Date date, std::string_view language);

// "9:30 PM", "21:30".
std::string written(TimeOfDay time, std::string_view language);

}  // namespace attune::words
