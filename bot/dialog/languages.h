// Which of several languages suits somebody: tags of BCP 47.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::dialog {

// RFC 4647, lookup: "de-AT" is served by "de-AT", else by "de". A wish for a bare language ("pt")
// is served by a variant too ("pt-BR"). Case does not count. Empty: none of them suits.
std::string best_language(std::string_view wanted, const std::vector<std::string>& there);

bool is_language_tag(std::string_view text);

}  // namespace attune::dialog
