#include "turns/written_turn.h"

#include <iterator>

#include "base/binary.h"
#include "turns/profile.h"
#include "turns/sealed_person.h"

namespace attune::turns {

namespace {

constexpr std::uint8_t journal_form = 1;

EditionId edition_after(const Setting& setting, const Start& start, const engine::State& next) {
    const auto& live = setting.live.edition;
    const bool moved = next.edition != start.before->state.edition && next.edition == live;
    return moved ? setting.live.id : start.before->edition;
}

struct IntoJournal {
    const Setting& setting;
    const Known& after;
    PersonId person;
    std::vector<store::JournalEntry>& journal;

    void operator()(const engine::Keep& kept) const {
        Bytes plain;
        BinaryWriter out(plain);
        out.byte(journal_form);
        out.signed_number(setting.now.time_since_epoch().count());
        out.bytes(after.state.dialog);
        out.bytes(kept.text);
        journal.push_back({after.key.seal(Sealed::journal, person, after.version, plain)});
    }
};

Known known_after(const Setting& setting, const Start& start, Draft& draft) {
    Known after{.key = start.before->key};
    after.version = start.before->version + 1;
    after.edition = edition_after(setting, start, draft.next);
    after.state = std::move(draft.next);
    after.profile = std::move(draft.profile);
    after.newest = start.opening;
    std::move(draft.messages.begin(), draft.messages.end(), std::back_inserter(after.newest));
    after.last = after.newest.empty() ? start.before->last : after.newest.back().seq;
    return after;
}

}  // namespace

NewTurn write_down(const Setting& setting, const Start& start, Draft draft) {
    Known after = known_after(setting, start, draft);
    store::TurnWrite write;
    write.id = setting.ids.make<TurnId>(setting.now);
    write.person = start.person;
    write.expected = start.before->version;
    write.newcomer = start.newcomer;
    write.key = draft.mark.key;
    write.print = std::move(draft.mark.print);
    write.last_seq = after.last;
    write.at = setting.now;
    write.edition = after.edition;
    write.dialog = after.state.dialog;
    write.place = engine::place_of(after.state);
    if (!after.newest.empty()) {
        write.body = seal_messages(after.key, start.person, after.version, after.newest);
    }
    const engine::State nothing;
    const engine::State& stored = start.newcomer ? nothing : start.before->state;
    write.change = seal_change(stored, after, start.person);
    write.state = seal_state(after, start.person);
    if (start.newcomer || !kept_alike(start.before->profile, after.profile)) {
        write.profile = seal_profile(after, start.person);
    }
    const IntoJournal into_journal{setting, after, start.person, write.journal};
    for (const auto& effect : start.opening_effects) std::visit(into_journal, effect);
    for (const auto& effect : draft.effects) std::visit(into_journal, effect);
    if (draft.failed) {
        write.failed = after.key.seal(Sealed::failed, start.person, after.version, *draft.failed);
    }
    return {std::move(write), std::make_shared<const Known>(std::move(after))};
}

}  // namespace attune::turns
