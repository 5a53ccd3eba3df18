#include "rehearse/rehearsal.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "engine/stored.h"

namespace attune::rehearse {

namespace {

bool is_another_talk(const engine::Outcome& outcome, const engine::State& before) {
    if (outcome.reading.how == engine::How::begun) return true;
    for (const Message& message : outcome.messages) {
        if (!message.ended.empty()) return !outcome.next.ended();
    }
    return outcome.next.dialog != before.dialog;
}

bool is_in(const engine::State& before, dialog::DialogIndex dialog) {
    return std::any_of(before.frames.begin(), before.frames.end(), [&](const auto& frame) {
        return frame.dialog == dialog;
    });
}

std::vector<std::string> entered(const engine::Outcome& outcome, const engine::State& before) {
    const bool anew = is_another_talk(outcome, before);
    const dialog::Edition& edition =
        *(outcome.next.edition ? outcome.next.edition : before.edition);
    std::vector<std::string> names;
    for (const engine::Entered& place : outcome.entered) {
        const dialog::Dialog& dialog = edition.dialogs[place.dialog];
        const bool is_new = std::find(names.begin(), names.end(), dialog.name) == names.end();
        if (is_new && (anew || !is_in(before, place.dialog))) names.push_back(dialog.name);
        names.push_back(dialog.name + " / " + dialog.scenes[place.scene].name);
    }
    return names;
}

engine::State through_stored_form(const engine::State& state) {
    auto again = engine::decode(engine::encode(state), state.edition);
    if (!again || !(*again == state)) {
        throw std::logic_error("the state did not survive its stored form");
    }
    return std::move(*again);
}

}  // namespace

Rehearsal::Rehearsal(dialog::EditionPtr edition, Instant now, std::string zone, std::uint64_t seed)
    : edition_(std::move(edition)), now_(now) {
    state_.edition = edition_;
    state_.seed = seed;
    profile_.zone = std::move(zone);
    profile_.variables.resize(edition_->person.size());
}

Step Rehearsal::begin(const std::string& dialog) {
    return take(Begin{dialog, state_.seed});
}

Step Rehearsal::begin_at(const Standing& standing) {
    for (const auto& [slot, value] : standing.person) profile_.variables[slot] = value;
    return finish(stand_at(standing, edition_, state_.seed, profile_, last_, moment()), {});
}

Step Rehearsal::take(const Input& input) {
    const engine::State before = state_;
    const std::string id = "r" + std::to_string(last_ + 1);
    return finish(
        engine::take_turn(edition_, std::move(state_), profile_, last_, input, id, moment()),
        before);
}

Step Rehearsal::finish(engine::Outcome outcome, const engine::State& before) {
    Step step;
    step.entered = entered(outcome, before);
    if (const dialog::Question* question = engine::open_question(before)) {
        step.explained = engine::explain(outcome.reading, question);
        step.asked = full_place_of(before);
        step.language = language();
    } else {
        step.explained = engine::explain(outcome.reading, nullptr);
    }
    for (const engine::Effect& effect : outcome.effects) {
        step.kept.push_back(std::get<engine::Keep>(effect).text);
    }
    journal_.insert(journal_.end(), step.kept.begin(), step.kept.end());
    said_.insert(said_.end(), outcome.messages.begin(), outcome.messages.end());
    if (!outcome.messages.empty()) last_ = outcome.messages.back().seq;
    state_ = through_stored_form(outcome.next);
    step.reading = std::move(outcome.reading);
    step.messages = std::move(outcome.messages);
    return step;
}

void Rehearsal::speak(const std::string& language) {
    profile_.language = language;
    if (!state_.ended()) engine::speak(state_, language);
}

const std::string& Rehearsal::language() const {
    const auto ours = std::find_if(said_.rbegin(), said_.rend(), [](const Message& message) {
        return message.from == Speaker::attune;
    });
    return ours == said_.rend() ? profile_.language : ours->lang;
}

AnswerForm Rehearsal::form() const {
    return engine::form_of_open_question(state_, profile_, moment());
}

std::vector<std::string> matched_options(const engine::Reading& reading) {
    std::vector<std::string> keys;  // "fear, shame"
    for (std::size_t at = 0; at < reading.matched.size();) {
        const std::size_t comma = std::min(reading.matched.find(", ", at), reading.matched.size());
        keys.push_back(reading.matched.substr(at, comma - at));
        at = comma + 2;
    }
    return keys;
}

std::string full_place_of(const engine::State& state) {
    if (state.ended()) return "ended";
    const std::string& dialog = state.edition->dialogs[state.frames.back().dialog].name;
    return dialog + ": " + engine::place_of(state);
}

}  // namespace attune::rehearse
