// Any place of a dialog to begin at, with answers given so far: what a conversation test starts
// from.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/engine.h"

namespace attune::rehearse {

struct Standing {
    dialog::DialogIndex dialog = 0;
    dialog::SceneIndex scene = 0;
    std::optional<dialog::QuestionIndex> question;   // none: the first line of the scene
    std::map<std::uint16_t, dialog::Value> answers;  // by slot; the others are unknown
};

// The open question, shown; or what the scene says up to its first question.
engine::Outcome stand_at(
    const Standing& standing,
    const dialog::EditionPtr& edition,
    std::uint64_t seed,
    const engine::Profile& profile,
    Seq last,
    Moment now);

}  // namespace attune::rehearse
