#include "turns/turn.h"

#include <algorithm>

#include "turns/broken_turn.h"
#include "turns/profile.h"
#include "turns/refusals.h"
#include "turns/sealed_person.h"

namespace attune::turns {

namespace {

// The number of her own message among those of a turn; 0: an act, which is none.
Seq seq_of_hers(const std::vector<Message>& messages, const std::string& input_id) {
    const auto hers = std::find_if(messages.begin(), messages.end(), [&](const Message& message) {
        return message.from == Speaker::you && message.input_id == input_id;
    });
    return hers == messages.end() ? 0 : hers->seq;
}

bool changes_nothing(const Start& start, const engine::Outcome& outcome) {
    return outcome.messages.empty() && outcome.effects.empty() &&
           outcome.next == start.before->state;
}

// The kind line that the engine has for it; she gets it beside her words, which stay in the field.
std::string line_of(const engine::Outcome& outcome) {
    for (const Message& message : outcome.messages) {
        if (message.from == Speaker::attune && !message.text.empty()) return message.text;
    }
    return {};
}

ToKeep to_keep(
    const Setting& setting, const Start& start, const Arrival& arrival, Draft draft, bool stale) {
    Accepted answer;
    answer.id = arrival.id;
    answer.seq = seq_of_hers(draft.messages, arrival.id);
    answer.stale = stale;
    answer.person = start.person;
    answer.messages = draft.messages;
    draft.mark = mark_of(setting.master, start.person, arrival);
    NewTurn turn = write_down(setting, start, std::move(draft));
    answer.last = turn.after->last;
    return {std::move(turn), std::move(answer)};
}

// To ask why is no answer: a newcomer who does is none of whom anything is kept.
Accepted said_in_passing(const Arrival& arrival, std::vector<Message> messages) {
    return Accepted{arrival.id, 0, true, {}, 0, std::move(messages)};
}

// A tap for a question that is not open is what a stale one looks like afterwards: no message of
// hers.
bool was_stale(const Arrival& arrival, Seq hers) {
    const bool is_tap = std::holds_alternative<Tapped>(arrival.input) ||
                        std::holds_alternative<Valued>(arrival.input);
    return is_tap && hers == 0;
}

}  // namespace

InputMark mark_of(const MasterKey& master, PersonId person, const Arrival& arrival) {
    return {
        master.input_hash(person, arrival.address.transport, arrival.id),
        master.fingerprint(person, canonical_form(arrival.input))};
}

Taken take_in(const Setting& setting, const Start& start, const Arrival& arrival) {
    const Known& before = *start.before;
    Draft draft;
    draft.profile = with_manners(before.profile, arrival.manners);
    engine::Outcome outcome;
    try {
        outcome = engine::take_turn(
            setting.live.edition,
            before.state,
            fitted(draft.profile, before.state.edition, setting.live.edition),
            before.last,
            arrival.input,
            arrival.id,
            moment_of(setting, draft.profile));
    } catch (const std::exception& bug) {
        return Threw{bug.what()};
    }
    if (outcome.reading.how == engine::How::too_long) {
        return refuse(RefusalCode::too_long, arrival.id, line_of(outcome));
    }
    if (start.newcomer && outcome.reading.how == engine::How::why) {
        return said_in_passing(arrival, std::move(outcome.messages));
    }
    const bool stale = outcome.reading.how == engine::How::stale;
    if (changes_nothing(start, outcome)) {
        // A newcomer of whom nothing is kept is none yet.
        const PersonId person = start.newcomer ? PersonId{} : start.person;
        const Seq last = start.newcomer ? 0 : before.last;
        return Accepted{arrival.id, 0, stale || start.newcomer, person, last, {}};
    }
    draft.next = std::move(outcome.next);
    draft.messages = std::move(outcome.messages);
    draft.effects = std::move(outcome.effects);
    return to_keep(setting, start, arrival, std::move(draft), stale);
}

ToKeep set_aside(
    const Setting& setting,
    const Start& start,
    const Arrival& arrival,
    const Threw& threw,
    const std::string& question) {
    Draft draft = broken_turn(setting, start, arrival, threw.what, question);
    return to_keep(setting, start, arrival, std::move(draft), false);
}

TurnReply answer_again(
    const MasterKey& master,
    PersonId person,
    const PersonKey& key,
    const store::Seen& seen,
    const Arrival& arrival) {
    if (seen.print != mark_of(master, person, arrival).print) {
        return refuse(RefusalCode::id_reused, arrival.id);
    }
    const auto messages = open_messages(key, person, seen.n, seen.body);
    const Seq hers = seq_of_hers(messages, arrival.id);
    const bool stale = !messages.empty() && was_stale(arrival, hers);
    return Accepted{arrival.id, hers, stale, person, seen.last_seq, {}};
}

}  // namespace attune::turns
