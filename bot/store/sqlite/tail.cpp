#include "store/sqlite/tail.h"

#include <algorithm>

namespace attune::store {

bool Held::knows(std::uint64_t key) const {
    return key != 0 && std::find(recent.rbegin(), recent.rend(), key) != recent.rend();
}

void Held::remember(std::uint64_t key) {
    if (key == 0) return;
    if (recent.size() == remembered_inputs) recent.erase(recent.begin());
    recent.push_back(key);
}

void Held::take(const TurnWrite& write) {
    newest = write.id;
    n = write.expected + 1;
    last_seq = write.last_seq;
    at = write.at;
    edition = write.edition;
    dialog = write.dialog;
    place = write.place;
    remember(write.key);
    state_n = n;
    state = write.state;
    changes.clear();
    if (write.profile) profile = *write.profile;
}

void Held::read_on(Held turn) {
    newest = turn.newest;
    n = turn.n;
    last_seq = turn.last_seq;
    at = turn.at;
    edition = turn.edition;
    dialog = std::move(turn.dialog);
    place = std::move(turn.place);
    if (!turn.recent.empty()) remember(turn.recent.front());
    changes.push_back(std::move(turn.changes.front()));
}

Held* Tail::find(PersonId person) {
    const auto at = people_.find(person);
    if (at == people_.end()) return nullptr;
    Entry& entry = at->second;
    if (entry.turns == 0) idle_.splice(idle_.end(), idle_, entry.place);
    return &entry.held;
}

Held* Tail::add(Held held) {
    const PersonId person = held.person;
    Entry& entry = people_[person];
    entry.held = std::move(held);
    entry.place = idle_.insert(idle_.end(), person);
    return &entry.held;
}

void Tail::took_turn(Held& held, TurnId floor) {
    Entry& entry = people_.at(held.person);
    if (entry.turns == 0) {
        entry.floor = floor;
        waiting_.splice(waiting_.end(), idle_, entry.place);
        entry.speaking = speaking_.insert(speaking_.end(), held.person);
    } else {
        speaking_.splice(speaking_.end(), speaking_, entry.speaking);
    }
    if (++entry.turns == fold_every_) full_.push_back(held.person);
}

void Tail::folded(PersonId person) {
    Entry& entry = people_.at(person);
    if (entry.turns == 0) return;
    if (entry.turns >= fold_every_) std::erase(full_, person);
    entry.turns = 0;
    speaking_.erase(entry.speaking);
    idle_.splice(idle_.end(), waiting_, entry.place);
}

std::vector<const Held*> Tail::due(Instant before, std::size_t some) const {
    std::vector<const Held*> found;
    for (const PersonId person : full_) found.push_back(&people_.at(person).held);
    for (const PersonId person : speaking_) {
        const Entry& entry = people_.at(person);
        if (some == 0 || entry.held.at > before) break;
        if (entry.turns >= fold_every_) continue;
        found.push_back(&entry.held);
        --some;
    }
    return found;
}

std::vector<const Held*> Tail::unfolded(std::size_t limit) const {
    std::vector<const Held*> found;
    for (const PersonId person : waiting_) {
        if (found.size() == limit) break;
        found.push_back(&people_.at(person).held);
    }
    return found;
}

std::optional<TurnId> Tail::folded_up_to() const {
    if (waiting_.empty()) return std::nullopt;
    return people_.at(waiting_.front()).floor;
}

void Tail::trim(std::size_t limit) {
    while (idle_.size() > limit) drop(idle_.front());
}

void Tail::drop(PersonId person) {
    const auto at = people_.find(person);
    if (at == people_.end()) return;
    folded(person);
    idle_.erase(at->second.place);
    people_.erase(at);
}

void Tail::clear() {
    people_.clear();
    idle_.clear();
    waiting_.clear();
    speaking_.clear();
    full_.clear();
}

}  // namespace attune::store
