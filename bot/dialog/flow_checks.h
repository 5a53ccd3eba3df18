// The single checks of the flow; flow.cpp calls them in order.
#pragma once

#include <vector>

#include "dialog/flow_graph.h"

namespace attune::dialog {

// Scenes and steps that nobody reaches, scenes that fall through their end, visits that may end the
// whole talk.
void check_scenes(const FlowGraph& graph);

// How scenes lead to scenes, by `go` and by `visit`.
struct SceneGraph {
    struct Way {
        std::size_t to = 0;  // as FlowGraph::scene
        bool is_visit = false;
    };
    std::vector<std::vector<Way>> ways;
    std::vector<std::size_t>
        component;  // of each scene; what it leads to has smaller or equal ones
    bool has_circle_of_visits = false;
};

// Circles of visits, and visits that go too deep.
SceneGraph check_visits(const FlowGraph& graph);

// Circles without a question; turns with too many messages or steps. Needs no circle of visits.
void check_turns(const FlowGraph& graph, const SceneGraph& scenes);

// Values that may be unknown where that matters; variables that are read before anything sets them.
void check_known(const FlowGraph& graph);

}  // namespace attune::dialog
