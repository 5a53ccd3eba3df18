// A catalogue as its file: the one form that the program writes, made to be read and filled in.
#pragma once

#include <string>

#include "dialog/catalogue.h"

namespace attune::translate {

// Sections that hold nothing are left out. Reading it again gives the same catalogue.
std::string to_json(const dialog::Catalogue& catalogue);

}  // namespace attune::translate
