#include "turns/sealed_person.h"

#include "base/binary.h"
#include "engine/stored.h"
#include "turns/profile.h"
#include "turns/transcript.h"

namespace attune::turns {

namespace {

Bytes with_edition(EditionId edition, BytesView content) {
    Bytes plain;
    BinaryWriter out(plain);
    out.signed_number(edition.value);
    plain.append(content);
    return plain;
}

struct OfEdition {
    EditionId edition;
    Bytes content;
};

OfEdition split(BytesView plain) {
    BinaryReader in(plain);
    const EditionId edition{in.signed_number()};
    Bytes number;
    BinaryWriter(number).signed_number(edition.value);
    return {edition, Bytes(plain.substr(number.size()))};
}

Bytes opened(const PersonKey& key, Sealed kind, PersonId person, std::int64_t n, BytesView sealed) {
    auto plain = key.open(kind, person, n, sealed);
    if (!plain) throw Unreadable("a sealed field does not open");
    return std::move(*plain);
}

dialog::EditionPtr edition_of(EditionSource& editions, EditionId id) {
    auto edition = editions.find(id);
    if (edition == nullptr) throw Unreadable("an edition that people are in is nowhere to be had");
    return edition;
}

engine::State needed(std::optional<engine::State> state) {
    if (!state) throw Unreadable("a stored state does not fit its edition");
    return std::move(*state);
}

// The fold, then what each later turn changed.
void open_state(
    Known& known, EditionSource& editions, PersonId person, const store::Snapshot& snapshot) {
    if (!snapshot.state.empty()) {
        const auto fold =
            split(opened(known.key, Sealed::state, person, snapshot.state_n, snapshot.state));
        known.edition = fold.edition;
        known.state = needed(engine::decode(fold.content, edition_of(editions, fold.edition)));
    }
    for (const auto& since : snapshot.changes) {
        const auto change = split(opened(known.key, Sealed::change, person, since.n, since.change));
        known.edition = change.edition;
        known.state = needed(engine::apply_change(
            std::move(known.state), change.content, edition_of(editions, change.edition)));
    }
}

}  // namespace

Bytes seal_state(const Known& after, PersonId person) {
    return after.key.seal(
        Sealed::state,
        person,
        after.version,
        with_edition(after.edition, engine::encode(after.state)));
}

Bytes seal_change(const engine::State& before, const Known& after, PersonId person) {
    return after.key.seal(
        Sealed::change,
        person,
        after.version,
        with_edition(after.edition, engine::encode_change(before, after.state)));
}

Bytes seal_profile(const Known& after, PersonId person) {
    return after.key.seal(Sealed::profile, person, 0, encode_profile(after.profile));
}

Bytes seal_messages(
    const PersonKey& key, PersonId person, Version n, const std::vector<Message>& messages) {
    return key.seal(Sealed::body, person, n, encode_transcript(messages));
}

std::vector<Message> open_messages(
    const PersonKey& key, PersonId person, Version n, BytesView sealed) {
    if (sealed.empty()) return {};  // retention took them
    try {
        return decode_transcript(opened(key, Sealed::body, person, n, sealed));
    } catch (const BinaryError& error) {
        throw Unreadable(error.what());
    }
}

PersonKey open_key(const MasterKey& master, PersonId person, BytesView wrapped) {
    auto key = master.unwrap(person, wrapped);
    if (!key) throw Unreadable("a person's key does not open: is it another master key?");
    return *key;
}

Known open_person(
    const MasterKey& master,
    EditionSource& editions,
    PersonId person,
    const store::Snapshot& snapshot) {
    Known known{.key = open_key(master, person, snapshot.wrapped_key)};
    known.version = snapshot.version;
    known.last = snapshot.last_seq;
    try {
        if (!snapshot.profile.empty()) {
            known.profile =
                decode_profile(opened(known.key, Sealed::profile, person, 0, snapshot.profile));
        }
        open_state(known, editions, person, snapshot);
    } catch (const BinaryError& error) {
        throw Unreadable(error.what());
    }
    return known;
}

}  // namespace attune::turns
