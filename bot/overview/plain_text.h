// Texts as an author wrote them, near enough to be recognized in a picture: "{child}" for a value.
#pragma once

#include <string>

#include "dialog/edition.h"
#include "dialog/text.h"

namespace attune::overview {

std::string plain_text(
    const dialog::Edition& edition, const dialog::Dialog& dialog, const dialog::Text& text);

}  // namespace attune::overview
