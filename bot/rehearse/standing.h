// Any place to begin at, with answers given so far: what a conversation test and a talk in the
// terminal can start from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace attune::rehearse {

using Answers = std::map<std::uint16_t, dialog::Value>;  // by slot; the others are unknown

// A place that waits in a visit for the one above it.
struct Waiting {
    dialog::DialogIndex dialog = 0;
    dialog::SceneIndex scene = 0;
    dialog::VisitIndex visit = 0;
    Answers answers;
};

struct Standing {
    std::vector<Waiting> below;  // outermost first; the place below was reached by the last of them
    dialog::DialogIndex dialog = 0;
    dialog::SceneIndex scene = 0;
    std::optional<dialog::QuestionIndex> question;  // none: the first line of the scene
    Answers answers;
    Answers person;  // variables of person.json
};

// The open question, shown; or what the scene says up to its first question. Visits are entered in
// earnest: they are given what the file says.
engine::Outcome stand_at(
    const Standing& standing,
    const dialog::EditionPtr& edition,
    std::uint64_t seed,
    const engine::Profile& profile,
    Seq last,
    Moment now);

}  // namespace attune::rehearse
