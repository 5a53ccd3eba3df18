#include "turns/commit.h"

#include <span>

#include "base/log.h"
#include "turns/refusals.h"

namespace attune::turns {

namespace {

using Turns = std::vector<Case*>;

void now_kept(People& people, Case& each) {
    const store::TurnWrite& write = each.turn->write;
    each.person = write.person;
    each.known = std::move(each.turn->after);
    people.keep(each.person, each.known);
    people.owns(*each.who, each.person);
    each.has_news = true;
    // A `hello` that began a dialog is answered from what is kept now.
    each.next = each.reply ? Next::answer : Next::read;
}

void settle(People& people, Case& each, store::Fate fate) {
    switch (fate) {
        case store::Fate::kept:
            now_kept(people, each);
            break;
        case store::Fate::changed_meanwhile:
        case store::Fate::seen_before:
            people.forget(each.turn->write.person);
            each.next = Next::anew;
            break;
        case store::Fate::gone:
            people.forget(each.turn->write.person);
            people.forget(*each.who);
            each.next = Next::anew;
            break;
    }
}

void refuse_all(const Turns& turns) {
    for (Case* each : turns) {
        each->answer_with(refuse(RefusalCode::not_kept, id_of(each->work.request)));
    }
}

// Nobody knows what was kept: load again, `seen` tells.
void ask_again(People& people, const Turns& turns) {
    for (Case* each : turns) {
        people.forget(each->turn->write.person);
        each->next = Next::anew;
    }
}

std::size_t keep(store::Store& store, People& people, const Turns& turns) {
    std::vector<store::TurnWrite> writes;
    writes.reserve(turns.size());
    // Copies: a commit that fails for one row is tried again turn by turn.
    for (const Case* each : turns) writes.push_back(each->turn->write);
    const auto fates = store.commit(writes);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (fates[i] == store::Fate::kept) ++kept;
        settle(people, *turns[i], fates[i]);
    }
    return kept;
}

Committed try_to_keep(store::Store& store, People& people, const Turns& turns);

Committed turn_by_turn(store::Store& store, People& people, const Turns& turns) {
    Committed together;
    for (Case* each : turns) {
        const Committed one = try_to_keep(store, people, {each});
        together.kept += one.kept;
        together.store_well = together.store_well && one.store_well;
    }
    return together;
}

Committed try_to_keep(store::Store& store, People& people, const Turns& turns) {
    try {
        return {keep(store, people, turns), true};
    } catch (const store::StoreUnsure& unsure) {
        log(LogLevel::warning, "the outcome of a commit is unknown", {{"why", unsure.what()}});
        ask_again(people, turns);
    } catch (const store::StoreError& error) {
        log(LogLevel::error, "nothing could be kept", {{"why", error.what()}});
        refuse_all(turns);
    } catch (const std::exception& fault) {
        log(LogLevel::error, "a turn could not be written", {{"why", fault.what()}});
        if (turns.size() > 1) return turn_by_turn(store, people, turns);
        refuse_all(turns);
    }
    return {0, false};
}

}  // namespace

Committed commit_turns(store::Store& store, People& people, std::vector<Case>& cases) {
    Turns turns;
    for (Case& each : cases) {
        if (each.next == Next::commit) turns.push_back(&each);
    }
    if (turns.empty()) return {};
    return try_to_keep(store, people, turns);
}

}  // namespace attune::turns
