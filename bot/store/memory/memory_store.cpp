#include "store/memory/memory_store.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

namespace attune::store {

std::vector<std::optional<PersonId>> MemoryStore::who(std::span<const AddressKey> addresses) {
    std::vector<std::optional<PersonId>> found;
    found.reserve(addresses.size());
    for (const auto& address : addresses) {
        const auto at = addresses_.find(address);
        found.push_back(at == addresses_.end() ? std::nullopt : std::optional(at->second));
    }
    return found;
}

const MemoryStore::Turn* MemoryStore::seen(const Person& person, std::uint64_t key) {
    if (key == 0) return nullptr;
    int inputs = 0;
    for (auto turn = person.turns.rbegin(); turn != person.turns.rend(); ++turn) {
        if (turn->key == 0) continue;
        if (turn->key == key) return &*turn;
        if (++inputs == remembered_inputs) return nullptr;
    }
    return nullptr;
}

Snapshot MemoryStore::snapshot(const Person& person, std::uint64_t key) {
    const Turn& newest = person.turns.back();
    Snapshot shot;
    shot.known = true;
    shot.version = newest.row.n;
    shot.last_seq = newest.row.last_seq;
    shot.edition = newest.row.edition;
    shot.newest = newest.id;
    shot.wrapped_key = person.wrapped_key;
    shot.profile = person.profile;
    shot.state_n = person.state_n;
    shot.state = person.state;
    for (const Turn& turn : person.turns) {
        if (turn.row.n > person.state_n) shot.changes.push_back({turn.row.n, turn.change});
    }
    if (const Turn* first = seen(person, key)) {
        shot.seen = Seen{first->row.n, first->print, first->row.last_seq, first->row.body};
    }
    return shot;
}

std::vector<Snapshot> MemoryStore::load(std::span<const Wanted> wanted) {
    std::vector<Snapshot> shots;
    shots.reserve(wanted.size());
    for (const auto& want : wanted) {
        const auto at = people_.find(want.person);
        shots.push_back(at == people_.end() ? Snapshot{} : snapshot(at->second, want.key));
    }
    return shots;
}

Fate MemoryStore::fate_of(const TurnWrite& write) const {
    const auto at = people_.find(write.person);
    if (at == people_.end()) {
        if (write.expected != 0) return Fate::gone;
        return addresses_.contains(write.newcomer.value().address) ? Fate::changed_meanwhile
                                                                   : Fate::kept;
    }
    if (seen(at->second, write.key) != nullptr) return Fate::seen_before;
    return at->second.turns.back().row.n == write.expected ? Fate::kept : Fate::changed_meanwhile;
}

void MemoryStore::keep(const TurnWrite& write) {
    Person& person = people_[write.person];
    if (write.expected == 0) {
        addresses_.emplace(write.newcomer->address, write.person);
        person.wrapped_key = write.newcomer->wrapped_key;
    }
    const Seq before = person.turns.empty() ? 0 : person.turns.back().row.last_seq;
    const Version n = write.expected + 1;
    person.turns.push_back(
        {{n, write.last_seq, write.at, write.edition, write.body},
         write.id,
         before + 1,
         write.key,
         write.print,
         write.change});
    if (n - person.state_n >= fold_every_) {
        person.state_n = n;
        person.state = write.state;
    }
    if (write.profile) person.profile = *write.profile;
    for (const auto& entry : write.journal) person.journal.push_back(entry.body);
    if (write.failed) failed_.push_back(*write.failed);
}

std::vector<Fate> MemoryStore::commit(std::span<const TurnWrite> writes) {
    for (const auto& write : writes) {
        if (write.id <= newest_turn_) throw std::logic_error("a turn's id must be a new one");
    }
    std::unordered_set<PersonId> here;
    std::vector<Fate> fates;
    fates.reserve(writes.size());
    for (const auto& write : writes) {
        const bool first = here.insert(write.person).second;
        fates.push_back(first ? fate_of(write) : Fate::changed_meanwhile);
        if (fates.back() != Fate::kept) continue;
        keep(write);
        newest_turn_ = std::max(newest_turn_, write.id);
        greatest_id_ = std::max({greatest_id_, write.id.value, write.person.value});
    }
    return fates;
}

std::vector<TurnRow> MemoryStore::turns_after(PersonId person, Seq after, int limit) {
    std::vector<TurnRow> rows;
    const auto at = people_.find(person);
    if (at == people_.end()) return rows;
    for (const Turn& turn : at->second.turns) {
        if (static_cast<int>(rows.size()) >= limit) break;
        if (turn.row.last_seq > after && turn.first_seq <= turn.row.last_seq) {
            rows.push_back(turn.row);
        }
    }
    return rows;
}

std::vector<TurnRow> MemoryStore::turns_before(PersonId person, Seq before, int limit) {
    std::vector<TurnRow> rows;
    const auto at = people_.find(person);
    if (at == people_.end()) return rows;
    const auto& turns = at->second.turns;
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        if (static_cast<int>(rows.size()) >= limit) break;
        if (turn->first_seq < before && turn->first_seq <= turn->row.last_seq) {
            rows.push_back(turn->row);
        }
    }
    return rows;
}

std::vector<Bytes> MemoryStore::journal(PersonId person) {
    const auto at = people_.find(person);
    return at == people_.end() ? std::vector<Bytes>{} : at->second.journal;
}

std::int64_t MemoryStore::greatest_id() {
    return greatest_id_;
}

}  // namespace attune::store
