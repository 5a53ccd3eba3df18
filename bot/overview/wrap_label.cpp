#include "overview/wrap_label.h"

#include <algorithm>

#include "words/words.h"

namespace attune::overview {

std::vector<std::string> wrap_label(const std::string& text, std::size_t width, std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t blank = std::min(text.find_first_of(" \n", at), text.size());
        const std::string word = text.substr(at, blank - at);
        at = blank + 1;
        if (word.empty()) continue;
        const std::string longer = line.empty() ? word : line + " " + word;
        if (line.empty() || words::count_letters(longer) <= width) {
            line = longer;
            continue;
        }
        if (lines.size() + 1 == most) {
            lines.push_back(line + " …");
            return lines;
        }
        lines.push_back(line);
        line = word;
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

}  // namespace attune::overview
