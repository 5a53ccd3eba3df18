// All ways through the dialogs of an edition, measured without walking each: every operation is
// weighed once, after those it leads to. `repeat` goes as many rounds as it may; a `go` back to an
// earlier place is followed three times at most in one way.
#pragma once

#include "dialog/edition.h"
#include "overview/lengths.h"

namespace attune::overview {

// From one operation on, by how the way comes out of what it stands in.
struct Outcomes {
    Lengths round;  // reaches the end of a round of the innermost loop
    Lengths end;    // ends the talk
    Lengths back;   // comes back to who visited
};

Outcomes join(const Outcomes& a, const Outcomes& b);
Outcomes then(const Lengths& first, const Outcomes& rest);

class Ways {
public:
    explicit Ways(const dialog::Edition& edition);

    // From the start of the dialog to its end, with all that it visits. A dialog that `end` starts
    // is another talk. `count` is 0 if no way ends.
    Lengths through(dialog::DialogIndex dialog) const;

private:
    struct Place {
        std::size_t dialog = 0;
        dialog::OpIndex op = 0;
    };

    std::size_t node(Place place) const { return first_node_[place.dialog] + place.op; }
    Place start_of(std::size_t dialog, dialog::SceneIndex scene) const;
    Place start_of(std::size_t dialog, const dialog::Visit& visit) const;
    std::vector<Place> leads_to(Place place) const;
    void order(Place root);

    Outcomes at(Place from, Place to) const;
    Outcomes weigh(Place place) const;
    Outcomes ask(Place place, const dialog::Question& question) const;
    Outcomes visit(Place place, const dialog::Visit& visit) const;
    Outcomes loop(Place place, const dialog::Loop& loop) const;
    Outcomes onward(Place place) const;

    const dialog::Edition& edition_;
    std::vector<std::size_t> first_node_;  // by dialog
    std::vector<Place> order_;             // each after all it leads to, but for ways back
    std::vector<std::size_t> rank_;        // by node: its place in `order_`
    std::vector<Outcomes> now_;            // by node
    std::vector<Outcomes> before_;         // with one way back less
};

}  // namespace attune::overview
