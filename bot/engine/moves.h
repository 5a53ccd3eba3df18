// What moves a conversation between scenes and dialogs. Each returns the operation to go on with,
// in the dialog that is on top then; nothing where the conversation has ended.
#pragma once

#include <optional>

#include "engine/turn.h"

namespace attune::engine {

using Next = std::optional<dialog::OpIndex>;

// A new conversation: frames, variables and visits of the old one are gone. The seed stays.
Next begin(Turn& turn, const dialog::EditionPtr& edition, dialog::DialogIndex dialog);

Next go(Turn& turn, dialog::SceneIndex scene);
Next visit(Turn& turn, dialog::VisitIndex index);
Next come_back(Turn& turn);  // RETURN
Next end(Turn& turn, const dialog::EndOp& op);

Next begin_loop(Turn& turn, dialog::LoopIndex loop);
Next next_round(Turn& turn, const dialog::NextRoundOp& op);

}  // namespace attune::engine
