// The languages that a talk can be had in.
#pragma once

#include <string>
#include <vector>

#include "dialog/edition.h"

namespace attune::rehearse {

// BCP 47, the defaults' first.
std::vector<std::string> languages_of(const dialog::Edition& edition);

}  // namespace attune::rehearse
