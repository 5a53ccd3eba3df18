#include "cli/stop_signal.h"

#include <csignal>

namespace attune::cli {

namespace {

sigset_t stopping() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

}  // namespace

StopSignal::StopSignal() {
    const sigset_t set = stopping();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);  // a reader of stdout that went away ends nobody's talk
}

void StopSignal::wait() {
    const sigset_t set = stopping();
    int which = 0;
    while (sigwait(&set, &which) != 0) {
    }
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace attune::cli
