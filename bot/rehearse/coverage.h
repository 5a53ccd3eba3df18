// Which ways of which questions a set of tests has walked.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rehearse/rehearsal.h"

namespace attune::rehearse {

class Coverage {
public:
    void add(const Step& step);

    // The questions of a dialog with ways that nobody walked: "get real / heat: not understood,
    // skip".
    std::vector<std::string> missing(const dialog::Dialog& dialog) const;

    // Walked ways and all ways, of one dialog.
    struct Count {
        std::size_t walked = 0;
        std::size_t all = 0;
    };
    Count count(const dialog::Dialog& dialog) const;

private:
    std::map<std::string, std::set<std::string>> walked_;  // "dialog: scene / as" → ways
};

}  // namespace attune::rehearse
