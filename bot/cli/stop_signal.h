// SIGTERM and SIGINT as something to wait for. The first one asks for an orderly end, a second one
// ends the process at once: what was acknowledged is on disk either way.
#pragma once

namespace attune::cli {

class StopSignal {
public:
    // Before any thread is started, so that all of them leave the signals to this one.
    StopSignal();

    void wait();
};

}  // namespace attune::cli
