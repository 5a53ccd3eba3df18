#include "turns/stepping.h"

#include "base/log.h"
#include "turns/catch_up.h"
#include "turns/opening.h"
#include "turns/refusals.h"

namespace attune::turns {

namespace {

// Her first input names the edition of the opening words that she answers; is it still held?
EditionSource::Held named_edition(const Setting& setting, const Arrival& arrival) {
    if (setting.live.edition->hash == arrival.edition) return setting.live;
    return setting.editions.find_hash(arrival.edition);
}

Seq question_answered(const Input& input) {
    return std::visit(
        [](const auto& each) -> Seq {
            if constexpr (requires { each.to; }) return each.to;
            return 0;
        },
        input);
}

// The opening she saw differs from this one (it may look at the hour): her words do not belong
// here.
bool answers_another(const Start& start, const Arrival& arrival) {
    const Seq to = question_answered(arrival.input);
    const auto& frames = start.before->state.frames;
    return to != 0 && (frames.empty() || frames.back().asked != to);
}

struct Decide {
    const Setting& setting;
    store::Store& store;
    Case& each;

    void operator()(const OpenTalk& open) const {
        if (!each.person) {
            if (!open.fresh) {
                return each.answer_with(refuse(RefusalCode::unknown_token, {}));
            }
            return each.answer_with(opening_of(setting, open));
        }
        each.next = Next::read;
        if (!wants_to_begin(setting, *each.known, open)) return;
        each.turn = begin_dialog(setting, each.person, each.known, open);
        each.next = Next::commit;
    }

    void operator()(const Arrival& arrival) const {
        if (each.seen) return repeat(arrival);
        if (each.person) {
            return take({each.person, each.known, {}, {}, {}}, arrival);
        }
        if (arrival.edition.empty()) {
            return each.answer_with(refuse(RefusalCode::unknown_token, arrival.id));
        }
        const auto held = named_edition(setting, arrival);
        if (held.edition == nullptr) return nothing_kept(arrival);
        const auto chosen = choose_dialog(*held.edition, arrival.dialog, setting.options);
        const Start start =
            newcomer(setting, held, chosen.name, arrival.address, arrival.manners, arrival.shown);
        if (answers_another(start, arrival)) return nothing_kept(arrival);
        take(start, arrival);
    }

    void operator()(const ReadOn&) const { each.next = Next::read; }
    void operator()(const ReadBack&) const { each.next = Next::read; }

private:
    void nothing_kept(const Arrival& arrival) const {
        each.answer_with(Accepted{arrival.id, 0, true, {}, 0, {}});
    }

    void repeat(const Arrival& arrival) const {
        each.answer_with(
            answer_again(setting.master, each.person, each.known->key, *each.seen, arrival));
        // Kept by a commit whose outcome was not known: nobody has been told yet.
        each.has_news = each.work.tries > 0;
    }

    void take(const Start& start, const Arrival& arrival) const {
        Taken taken = take_in(setting, start, arrival);
        if (auto* threw = std::get_if<Threw>(&taken)) {
            taken = set_aside(setting, start, arrival, *threw, open_words(start));
        }
        if (auto* kept = std::get_if<ToKeep>(&taken)) {
            each.turn = std::move(kept->turn);
            each.reply = std::move(kept->answer);
            each.next = Next::commit;
            return;
        }
        if (auto* refused = std::get_if<Refused>(&taken)) {
            return each.answer_with(std::move(*refused));
        }
        each.answer_with(std::move(std::get<Accepted>(taken)));
    }

    std::string open_words(const Start& start) const {
        const auto& frames = start.before->state.frames;
        if (frames.empty()) return {};
        for (const auto& message : start.opening) {
            if (message.seq == frames.back().asked) return message.text;
        }
        if (start.newcomer) return {};
        return words_of({store, start.person, start.before->key}, frames.back().asked);
    }
};

}  // namespace

void step(const Setting& setting, store::Store& store, std::vector<Case>& cases) {
    for (Case& each : cases) {
        if (each.next != Next::undecided) continue;
        try {
            std::visit(Decide{setting, store, each}, each.work.request);
        } catch (const std::exception& trouble) {
            // The store could not say, or a bug before her input was read: nothing of it is kept.
            log(LogLevel::error, "a request could not be taken", {{"why", trouble.what()}});
            each.turn.reset();
            each.answer_with(refuse(RefusalCode::not_kept, id_of(each.work.request)));
        }
    }
}

}  // namespace attune::turns
