#include "turns/loading.h"

#include <unordered_set>

#include "base/log.h"
#include "turns/refusals.h"
#include "turns/sealed_person.h"

namespace attune::turns {

namespace {

void resolve(
    const Setting& setting, store::Store& store, People& people, std::vector<Case>& cases) {
    std::vector<store::AddressKey> unknown;
    std::vector<Case*> whose;
    for (Case& each : cases) {
        const Address* address = each.address();
        if (address == nullptr) continue;
        each.who = store::AddressKey{
            address->transport,
            setting.master.address_hash(address->transport, address->outside_id)};
        each.person = people.owner(*each.who);
        if (each.person) continue;
        unknown.push_back(*each.who);
        whose.push_back(&each);
    }
    if (unknown.empty()) return;
    const auto owners = store.who(unknown);
    for (std::size_t i = 0; i < owners.size(); ++i) {
        if (!owners[i]) continue;
        whose[i]->person = *owners[i];
        people.owns(unknown[i], *owners[i]);
    }
}

// Two addresses of one person: the second waits for the next batch.
void hold_second_inputs(std::vector<Case>& cases) {
    std::unordered_set<PersonId> has_input;
    for (Case& each : cases) {
        if (!each.who || !each.person) continue;
        if (!has_input.insert(each.person).second) each.next = Next::wait;
    }
}

void name_person_read(Case& each) {
    if (const auto* on = std::get_if<ReadOn>(&each.work.request)) each.person = on->person;
    if (const auto* back = std::get_if<ReadBack>(&each.work.request)) each.person = back->person;
}

// Reading needs no more than her key, and that never changes.
bool must_load(Case& each, People& people) {
    if (each.next != Next::undecided || !each.person) return false;
    if (each.who) return true;
    each.known = people.find(each.person);
    return each.known == nullptr;
}

void settle_unknown(Case& each, People& people) {
    people.forget(each.person);
    if (each.who) {
        people.forget(*each.who);  // whose is it now?
        each.next = Next::anew;
    } else {
        each.answer_with(Page{});
    }
}

void take_over(const Setting& setting, People& people, Case& each, store::Snapshot& snapshot) {
    each.seen = std::move(snapshot.seen);
    each.known = people.find(each.person);
    if (each.known != nullptr && each.known->version == snapshot.version) return;
    try {
        each.known = std::make_shared<const Known>(
            open_person(setting.master, setting.editions, each.person, snapshot));
        people.keep(each.person, each.known);
    } catch (const Unreadable& unreadable) {
        log(LogLevel::error,
            "what is stored of a person cannot be read",
            {{"person", std::to_string(each.person.value)}, {"why", unreadable.what()}});
        each.answer_with(refuse(RefusalCode::not_kept, id_of(each.work.request)));
    }
}

}  // namespace

void load_people(
    const Setting& setting, store::Store& store, People& people, std::vector<Case>& cases) {
    resolve(setting, store, people, cases);
    hold_second_inputs(cases);
    std::vector<store::Wanted> wanted;
    std::vector<Case*> whose;
    for (Case& each : cases) {
        name_person_read(each);
        if (!must_load(each, people)) continue;
        std::uint64_t key = 0;
        if (const auto* arrival = std::get_if<Arrival>(&each.work.request)) {
            key = mark_of(setting.master, each.person, *arrival).key;
        }
        wanted.push_back({each.person, key});
        whose.push_back(&each);
    }
    if (wanted.empty()) return;
    auto snapshots = store.load(wanted);
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        if (snapshots[i].known) {
            take_over(setting, people, *whose[i], snapshots[i]);
        } else {
            settle_unknown(*whose[i], people);
        }
    }
}

}  // namespace attune::turns
