#include "turns/batch.h"

#include <iterator>

#include "base/log.h"
#include "turns/commit.h"
#include "turns/loading.h"
#include "turns/opening.h"
#include "turns/reading.h"
#include "turns/refusals.h"
#include "turns/stepping.h"

namespace attune::turns {

namespace {

// What was not decided when the store failed is refused; nothing of it is kept.
void refuse_undecided(std::vector<Case>& cases) {
    for (Case& each : cases) {
        if (each.next != Next::undecided && each.next != Next::commit) continue;
        each.turn.reset();
        each.answer_with(refuse(RefusalCode::not_kept, id_of(each.work.request)));
    }
}

void load_and_step(const Setting& setting, const Workshop& shop, std::vector<Case>& cases) {
    load_people(setting, shop.store, shop.people, cases);
    step(setting, shop.store, cases);
}

bool prepare(const Setting& setting, const Workshop& shop, std::vector<Case>& cases) {
    try {
        load_and_step(setting, shop, cases);
        return true;
    } catch (const std::exception& trouble) {
        log(LogLevel::error, "the store cannot be read", {{"why", trouble.what()}});
        refuse_undecided(cases);
        return false;
    }
}

void answer(const Workshop& shop, Case& each) {
    shop.listener.answer(each.work.socket, std::move(*each.reply));
    if (!each.has_news) return;
    const KnownPtr known = shop.people.find(each.person);
    const Seq last = known == nullptr ? each.known->last : known->last;
    shop.listener.news(each.person, *each.address(), last);
}

// True: it is to begin anew, and may.
bool put_back(const Workshop& shop, Case& each) {
    if (each.next == Next::anew) {
        if (++each.work.tries > most_tries) {
            each.answer_with(refuse(RefusalCode::busy, id_of(each.work.request)));
            return false;
        }
    } else if (each.next != Next::wait) {
        return false;
    }
    shop.lanes.put_back(std::move(each.work));
    return true;
}

}  // namespace

std::size_t run_batch(const Setting& setting, const Workshop& shop, std::vector<Work> works) {
    std::vector<Case> cases(
        std::make_move_iterator(works.begin()), std::make_move_iterator(works.end()));
    bool store_well = prepare(setting, shop, cases);
    if (store_well) {
        const auto committed = commit_turns(shop.store, shop.people, cases);
        shop.tally.turns += committed.kept;
        store_well = committed.store_well;
    }
    ++shop.tally.batches;
    shop.tally.store_well = store_well;
    read_for(setting, shop.store, cases);
    std::size_t answered = 0;
    for (Case& each : cases) {
        if (put_back(shop, each)) continue;
        answer(shop, each);
        ++answered;
    }
    return answered;
}

}  // namespace attune::turns
