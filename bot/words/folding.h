// How one word is folded for comparing.
#pragma once

#include <string>
#include <string_view>

namespace attune::words {

// `word` has no gaps. Case, accents, compatibility forms and invisible signs are folded away, ’ is
// ', in German ä, ö, ü are ae, oe, ue.
std::string fold_word(std::string_view word, std::string_view language);

bool is_german(std::string_view language);  // "de", "de-AT", …

}  // namespace attune::words
