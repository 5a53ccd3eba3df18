// The most that can happen between two rests, by operation: messages, or steps.
#pragma once

#include <cstdint>
#include <vector>

#include "dialog/flow_graph.h"

namespace attune::dialog {

// The most that can come from an operation on without a rest, by how it comes out of it; -1: never
// so.
struct Ways {
    std::int64_t round = -1;  // reaches the end of a round of the innermost loop
    std::int64_t rest = -1;   // rests, or the talk ends
    std::int64_t back = -1;   // comes back to who visited
};

Ways join(Ways a, Ways b);
// `more` before whatever comes; counts are held below a billion.
Ways plus(Ways ways, std::int64_t more);

// Counts what `weight` gives to single operations. Needs a folder without circles of visits.
class TurnBounds {
public:
    using Weight = std::int64_t (*)(const Dialog&, OpIndex);

    TurnBounds(const FlowGraph& graph, Weight weight);

    // Operations that close a circle without a question.
    struct Circle {
        std::size_t dialog = 0;
        OpIndex op = 0;
    };
    const std::vector<Circle>& circles() const { return circles_; }

    // From the operation on, out of all loops it stands in: `round` is always -1.
    Ways after(std::size_t dialog, OpIndex op) const;

private:
    struct Place {
        std::size_t dialog = 0;
        OpIndex op = 0;
    };
    enum class Mark : std::uint8_t { fresh, open, done };

    void explore(Place root);
    bool dependency(Place place, int which, Place& out) const;
    Ways weigh(Place place) const;
    Ways all_rounds(std::size_t dialog, const Loop& loop) const;
    Ways further_rounds(std::size_t dialog, const Loop& loop) const;
    Ways visit(std::size_t dialog, OpIndex op, const Visit& visit) const;

    std::size_t node(Place place) const { return graph_.node(place.dialog, place.op); }
    Ways at(std::size_t dialog, OpIndex op) const { return ways_[graph_.node(dialog, op)]; }
    Place start_of(std::size_t dialog, SceneIndex scene) const;

    const FlowGraph& graph_;
    Weight weight_;
    std::vector<Ways> ways_;
    std::vector<Mark> marks_;
    std::vector<Circle> circles_;
};

}  // namespace attune::dialog
