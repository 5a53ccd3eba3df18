#include "turns/opening.h"

#include <algorithm>
#include <stdexcept>

#include "turns/profile.h"

namespace attune::turns {

namespace {

engine::Outcome begun(
    const Setting& setting,
    const EditionSource::Held& held,
    engine::State state,
    const engine::Profile& profile,
    Seq last,
    const Begin& begin) {
    const auto room = fitted(profile, state.edition, held.edition);
    return engine::take_turn(
        held.edition, std::move(state), room, last, begin, {}, moment_of(setting, profile));
}

// The first dialog that is no shared piece.
const std::string* first_dialog(const dialog::Edition& edition) {
    for (const auto& each : edition.dialogs) {
        if (each.name.find('/') == std::string::npos) return &each.name;
    }
    return nullptr;
}

}  // namespace

ChosenDialog choose_dialog(
    const dialog::Edition& edition, const std::string& wanted, const Options& options) {
    if (!wanted.empty() && edition.find(wanted) != nullptr) return {wanted, false};
    const bool unknown = !wanted.empty();
    if (edition.find(options.opening_dialog) != nullptr) return {options.opening_dialog, unknown};
    const std::string* first = first_dialog(edition);
    if (first == nullptr) throw std::runtime_error("the edition has no dialog to open with");
    return {*first, unknown};
}

Start newcomer(
    const Setting& setting,
    const EditionSource::Held& held,
    const std::string& dialog,
    const Address& address,
    const Manners& manners,
    Seq shown) {
    Known after{.key = setting.master.make_person_key()};
    after.profile = with_manners({}, manners);
    const Begin begin{dialog, setting.master.seed_of(address.outside_id)};
    auto outcome = begun(setting, held, {}, after.profile, 0, begin);
    after.edition = held.id;
    after.state = std::move(outcome.next);
    after.last = std::max(outcome.messages.empty() ? 0 : outcome.messages.back().seq, shown);

    Start start;
    start.person = setting.ids.make<PersonId>(setting.now);
    start.newcomer = store::NewPerson{
        {address.transport, setting.master.address_hash(address.transport, address.outside_id)},
        {},
        setting.master.wrap(after.key, start.person)};
    start.opening = std::move(outcome.messages);
    start.opening_effects = std::move(outcome.effects);
    start.before = std::make_shared<const Known>(std::move(after));
    return start;
}

Opened standing_of(const Setting& setting, PersonId person, const Known& known) {
    Opened opened;
    opened.person = person;
    opened.last = known.last;
    opened.dialog = known.state.dialog;
    const auto& edition = known.state.edition;
    if (edition == nullptr) return opened;
    opened.edition = edition->hash;
    const dialog::Edition& spoken = engine::spoken(known.state);
    opened.locale = spoken.defaults.language;
    if (const auto* dialog = spoken.find(known.state.dialog)) {
        opened.title = dialog->title;
        if (!dialog->language.empty()) opened.locale = dialog->language;
    }
    if (engine::open_question(known.state) != nullptr) {
        opened.open_asked = known.state.frames.back().asked;
        opened.open_form = engine::form_of_open_question(
            known.state,
            fitted(known.profile, edition, setting.live.edition),
            moment_of(setting, known.profile));
    }
    return opened;
}

Opened opening_of(const Setting& setting, const OpenTalk& open) {
    const auto chosen = choose_dialog(*setting.live.edition, open.dialog, setting.options);
    Start start = newcomer(setting, setting.live, chosen.name, open.address, open.manners);
    Opened opened = standing_of(setting, {}, *start.before);
    opened.dialog_unknown = chosen.unknown;
    opened.messages = std::move(start.opening);
    return opened;
}

bool wants_to_begin(const Setting& setting, const Known& known, const OpenTalk& open) {
    return !open.dialog.empty() && known.state.ended() && open.dialog != known.state.dialog &&
           setting.live.edition->find(open.dialog) != nullptr;
}

NewTurn begin_dialog(
    const Setting& setting, PersonId person, const KnownPtr& known, const OpenTalk& open) {
    // An input of its own, which no page can make: it happens once at this place of her talk. The
    // last seq in the seed lets a dialog that comes again choose other wordings.
    const auto id = "open " + open.dialog + " " + std::to_string(known->last);
    const Begin begin{
        open.dialog,
        keyed_hash(setting.master.seed_of(open.address.outside_id), std::to_string(known->last))};
    Draft draft;
    draft.profile = with_manners(known->profile, open.manners);
    auto outcome = begun(setting, setting.live, known->state, draft.profile, known->last, begin);
    draft.mark = {
        setting.master.input_hash(person, open.address.transport, id),
        setting.master.fingerprint(person, canonical_form(begin))};
    draft.next = std::move(outcome.next);
    draft.messages = std::move(outcome.messages);
    draft.effects = std::move(outcome.effects);
    return write_down(setting, Start{person, known, {}, {}, {}}, std::move(draft));
}

}  // namespace attune::turns
