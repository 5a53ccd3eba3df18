#include "store/sqlite/chain.h"

#include <algorithm>

namespace attune::store {

namespace {

constexpr std::size_t walks_kept = 64;

}  // namespace

bool Chains::go_on(Walk& walk) {
    if (!walk.next) return false;
    const auto link = rows_.link(walk.next);
    if (!link) {  // retention took it and all before it
        walk.next = TurnId{};
        return false;
    }
    walk.back.push_back({link->id, link->last_seq});
    walk.next = link->prev;
    return true;
}

// Brings a walk kept from earlier up to the newest turn.
void Chains::join(Walk& walk, TurnId newest, Seq seq) {
    if (!walk.back.empty() && walk.back.front().id == newest) return;
    Walk fresh{walk.person, {}, newest};
    const TurnId known = walk.back.empty() ? TurnId{} : walk.back.front().id;
    while (fresh.next != known && go_on(fresh)) {
        if (fresh.back.back().last_seq <= seq) break;
    }
    if (known && fresh.next == known) {
        fresh.back.insert(fresh.back.end(), walk.back.begin(), walk.back.end());
        fresh.next = walk.next;
    }
    walk = std::move(fresh);
}

Chains::Walk& Chains::down_to(PersonId person, TurnId newest, Seq seq) {
    const auto at = std::find_if(
        walks_.begin(), walks_.end(), [&](const Walk& walk) { return walk.person == person; });
    if (at != walks_.end()) {
        walks_.splice(walks_.begin(), walks_, at);
    } else {
        walks_.push_front({person, {}, newest});
        if (walks_.size() > walks_kept) walks_.pop_back();
    }
    Walk& walk = walks_.front();
    join(walk, newest, seq);
    while ((walk.back.empty() || walk.back.back().last_seq > seq) && go_on(walk)) {
    }
    return walk;
}

Seq Chains::seq_before(const Walk& walk, std::size_t place) const {
    return place + 1 < walk.back.size() ? walk.back[place + 1].last_seq : 0;
}

bool Chains::holds_messages(const Walk& walk, std::size_t place) const {
    return walk.back[place].last_seq > seq_before(walk, place);
}

void Chains::read(TurnId id, std::vector<TurnRow>& rows) {
    if (auto row = rows_.turn(id)) rows.push_back(std::move(*row));
}

std::vector<TurnRow> Chains::after(PersonId person, TurnId newest, Seq seq, int limit) {
    const Walk& walk = down_to(person, newest, seq);
    // The first turn, from the newest down, that holds nothing after seq.
    const auto end = std::partition_point(
        walk.back.begin(), walk.back.end(), [&](const Passed& p) { return p.last_seq > seq; });
    std::vector<TurnRow> rows;
    for (auto place = static_cast<std::size_t>(end - walk.back.begin()); place-- > 0;) {
        if (static_cast<int>(rows.size()) >= limit) break;
        if (holds_messages(walk, place)) read(walk.back[place].id, rows);
    }
    return rows;
}

std::vector<TurnRow> Chains::before(PersonId person, TurnId newest, Seq seq, int limit) {
    Walk& walk = down_to(person, newest, seq - 1);
    const auto past = std::partition_point(
        walk.back.begin(), walk.back.end(), [&](const Passed& p) { return p.last_seq >= seq; });
    auto place = static_cast<std::size_t>(past - walk.back.begin());
    if (place > 0) --place;  // the turn in which seq lies may hold earlier ones too
    std::vector<TurnRow> rows;
    for (; static_cast<int>(rows.size()) < limit; ++place) {
        if (place + 1 >= walk.back.size()) go_on(walk);
        if (place >= walk.back.size()) break;
        if (!holds_messages(walk, place) || seq_before(walk, place) + 1 >= seq) continue;
        read(walk.back[place].id, rows);
    }
    return rows;
}

std::optional<Link> Chains::of_key(TurnId newest, std::uint64_t key) {
    int inputs = 0;
    for (TurnId id = newest; id && inputs < remembered_inputs;) {
        const auto link = rows_.link(id);
        if (!link) return std::nullopt;
        if (link->key == key) return link;
        if (link->key != 0) ++inputs;
        id = link->prev;
    }
    return std::nullopt;
}

}  // namespace attune::store
