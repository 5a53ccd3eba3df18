// What a turn finds around it: the hour, the live edition, the keys and the maker of ids.
#pragma once

#include <string>

#include "base/ids.h"
#include "base/moment.h"
#include "base/seal.h"
#include "engine/engine.h"
#include "turns/turns.h"

namespace attune::turns {

struct Setting {
    const Options& options;
    const MasterKey& master;
    EditionSource& editions;
    IdMaker& ids;
    Instant now{};
    EditionSource::Held live;
};

// The hour where she is; the house's zone where she never said.
inline Moment moment_of(const Setting& setting, const engine::Profile& profile) {
    return moment_in(
        setting.now, profile.zone.empty() ? setting.options.default_zone : profile.zone);
}

}  // namespace attune::turns
