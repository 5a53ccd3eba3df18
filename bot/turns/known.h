// A person as the loop remembers her between two turns, so that most turns decode nothing.
#pragma once

#include <memory>
#include <vector>

#include "base/ids.h"
#include "base/message.h"
#include "base/seal.h"
#include "engine/engine.h"
#include "engine/state.h"

namespace attune::turns {

struct Known {
    PersonKey key;
    Version version = 0;
    Seq last = 0;
    EditionId edition;  // the one that `state` is pinned to
    engine::State state;
    engine::Profile profile;
    std::vector<Message> newest;  // the messages of her newest turn, where it ran here
};

using KnownPtr = std::shared_ptr<const Known>;

}  // namespace attune::turns
