// The operations of all dialogs as one graph, and which of them can be reached. What the checks of
// the flow stand on.
#pragma once

#include <vector>

#include "dialog/draft.h"

namespace attune::dialog {

class FlowGraph {
public:
    explicit FlowGraph(const Folder& folder);

    const Folder& folder() const { return folder_; }
    const Draft& draft(std::size_t dialog) const { return *folder_.drafts[dialog]; }
    std::size_t dialogs() const { return folder_.drafts.size(); }

    // Whether the dialog was compiled and has a scene; nothing else may be asked of others.
    bool has_code(std::size_t dialog) const { return !draft(dialog).dialog.scenes.empty(); }

    // Where a frame can go on after the operation, within its dialog. A visit goes on behind
    // itself.
    std::vector<OpIndex> ways_on(std::size_t dialog, OpIndex op) const;

    bool is_reached(std::size_t dialog, OpIndex op) const { return reached_[dialog][op]; }

    // All operations, and all scenes, of all dialogs in one row.
    std::size_t nodes() const { return first_node_.back(); }
    std::size_t node(std::size_t dialog, OpIndex op) const { return first_node_[dialog] + op; }
    std::size_t scenes() const { return first_scene_.back(); }
    std::size_t scene(std::size_t dialog, SceneIndex scene) const {
        return first_scene_[dialog] + scene;
    }
    SceneIndex scene_of(std::size_t dialog, OpIndex op) const { return scene_of_[dialog][op]; }

    struct Target {
        std::size_t dialog = 0;
        SceneIndex scene = 0;
    };
    Target target_of(std::size_t dialog, const Visit& visit) const;

private:
    void reach(std::size_t dialog);

    const Folder& folder_;
    std::vector<std::size_t> first_node_;  // by dialog, and one past the last
    std::vector<std::size_t> first_scene_;
    std::vector<std::vector<bool>> reached_;
    std::vector<std::vector<SceneIndex>> scene_of_;
};

}  // namespace attune::dialog
