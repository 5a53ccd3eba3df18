#include "dialog/flow.h"

#include "dialog/flow_checks.h"

namespace attune::dialog {

void check_flow(const Folder& folder) {
    const FlowGraph graph(folder);
    check_scenes(graph);
    check_known(graph);
    const SceneGraph scenes = check_visits(graph);
    if (!scenes.has_circle_of_visits) check_turns(graph, scenes);
}

}  // namespace attune::dialog
