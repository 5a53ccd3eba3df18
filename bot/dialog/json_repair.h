// Mends a broken file in memory, so that the rest of it can be checked in the same go.
#pragma once

#include <string>

#include "dialog/json_diagnosis.h"

namespace attune::dialog {

// Overwrites what the fault found with what was surely meant. The content keeps its length, so
// every place in it stays where it is. False where the meaning is not sure, or there is no room
// for the missing sign: then nothing behind the fault can be trusted.
bool repair(std::string& content, const JsonFault& fault);

}  // namespace attune::dialog
