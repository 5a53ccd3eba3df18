#include "turns/reading.h"

#include "base/log.h"
#include "turns/catch_up.h"
#include "turns/opening.h"
#include "turns/refusals.h"

namespace attune::turns {

namespace {

struct ReadWhat {
    const Setting& setting;
    store::Store& store;
    const Case& each;

    TurnReply operator()(const OpenTalk& open) const {
        Opened opened = standing_of(setting, each.person, *each.known);
        opened.dialog_unknown = !open.dialog.empty() &&
                                setting.live.edition->find(open.dialog) == nullptr &&
                                open.dialog != opened.dialog;
        opened.again = open.after > opened.last;
        const bool newest = open.after < 0 || opened.again;
        opened.messages =
            newest ? read_back(shelf(), opened.last + 1).messages : on_from(open.after).messages;
        return opened;
    }
    TurnReply operator()(const ReadOn& on) const { return on_from(on.after); }
    TurnReply operator()(const ReadBack& back) const { return read_back(shelf(), back.before); }
    TurnReply operator()(const Arrival& arrival) const {
        return refuse(RefusalCode::not_kept, arrival.id);  // an input is never only read
    }

private:
    Shelf shelf() const { return {store, each.person, each.known->key}; }

    Page on_from(Seq after) const {
        auto remembered = read_on_in_memory(*each.known, after);
        return remembered ? std::move(*remembered) : read_on(shelf(), after);
    }
};

}  // namespace

void read_for(const Setting& setting, store::Store& store, std::vector<Case>& cases) {
    for (Case& each : cases) {
        if (each.next != Next::read) continue;
        try {
            each.answer_with(std::visit(ReadWhat{setting, store, each}, each.work.request));
        } catch (const std::exception& trouble) {
            log(LogLevel::error, "kept words cannot be read", {{"why", trouble.what()}});
            each.answer_with(refuse(RefusalCode::not_kept, id_of(each.work.request)));
        }
    }
}

}  // namespace attune::turns
