// What one call of a session wants done, gathered while it runs. Only session*.cpp include it.
#pragma once

#include <algorithm>

#include "transports/web/session.h"

namespace attune::web {

constexpr int policy_violation = 1008;  // RFC 6455 §7.4.1

class Session::Todo {
public:
    explicit Todo(SteadyTime now) : now_(now) {}

    SteadyTime now() const { return now_; }
    void say(std::string frame) { actions_.emplace_back(transport::SendText{std::move(frame)}); }
    void ask(TurnRequest request) {
        actions_.emplace_back(transport::AskTurns{std::move(request)});
    }
    void add(transport::Action action) { actions_.push_back(std::move(action)); }

    bool says_something() const {
        return std::any_of(actions_.begin(), actions_.end(), [](const transport::Action& action) {
            return std::holds_alternative<transport::SendText>(action);
        });
    }
    // `sent_at` moves where something is said.
    transport::Actions done(SteadyTime& sent_at) {
        if (says_something()) sent_at = now_;
        return std::move(actions_);
    }

private:
    SteadyTime now_;
    transport::Actions actions_;
};

}  // namespace attune::web
