#include "engine/engine.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "engine/answering.h"
#include "engine/asking.h"
#include "engine/moves.h"
#include "engine/read.h"
#include "engine/step.h"
#include "engine/wording.h"

namespace attune::engine {

namespace {

// The one switch over the kinds of input.
struct Taking {
    Turn& turn;
    const std::string& input_id;

    Seq open() const { return turn.state.ended() ? 0 : turn.top().asked; }
    // 0 names the question that is open.
    bool is_for_open(Seq to) const { return open() != 0 && (to == 0 || to == open()); }

    void operator()(const Begin& begin_input) const {
        const auto found = turn.live->dialog_by_name.find(begin_input.dialog);
        if (found == turn.live->dialog_by_name.end()) {
            throw std::logic_error("the dialog to begin is not in the live edition");
        }
        turn.reading.how = How::begun;
        turn.state.seed = begin_input.seed;
        run(turn, begin(turn, turn.live, found->second));
    }

    void operator()(const Said& said) const {
        if (turn.state.ended()) return after_the_end(said.text);
        if (!is_for_open(said.to)) {
            const Seq to = said.to <= turn.last ? said.to : 0;
            turn.hear(said.text, to, input_id);
            return add_late_line(turn, said.text, said.to);
        }
        turn.hear(said.text, open(), input_id);
        const dialog::Question& question = *open_question(turn.state);
        act_on(turn, read_words(turn.edition(), turn.dialog(), question, said.text, turn.now));
    }

    void operator()(const Tapped& tapped) const {
        if (!is_for_open(tapped.to)) {
            const bool same = is_double_tap(turn.state.answered, tapped.to, tapped.options);
            return stale_tap(same);
        }
        const dialog::Question& question = *open_question(turn.state);
        turn.hear(card_of(question, tapped), open(), input_id);
        act_on(turn, read_tap(question, tapped));
    }

    void operator()(const Valued& valued) const {
        if (!is_for_open(valued.to)) {
            return stale_tap(is_double_tap(turn.state.answered, valued.to, valued.value));
        }
        turn.hear(written(valued.value, turn.language()), open(), input_id);
        act_on(turn, read_picked(*open_question(turn.state), valued.value));
    }

    void operator()(const Act& act) const {
        switch (act.which) {
            case ActKind::skip:
                if (is_for_open(act.to)) return skip(turn);
                break;
            case ActKind::why:
                if (is_for_open(act.to) && open_question(turn.state)->why) return say_why(turn);
                break;
        }
        turn.reading.how = How::stale;
    }

private:
    // What she taps is shown as her message: the labels, and a word of her own.
    std::string card_of(const dialog::Question& question, const Tapped& tapped) const {
        std::string card;
        for (const std::string& key : tapped.options) {
            if (!card.empty()) card += ", ";
            card += label_of(turn, question, key);
        }
        const std::string_view own = trimmed(tapped.own);
        if (!card.empty() && !own.empty()) card += ", ";
        card += own;
        if (!card.empty()) return card;
        const auto& says = turn.edition().defaults.says;
        const auto none = says.find("none chosen");
        return none == says.end() ? "–" : none->second;
    }

    void stale_tap(bool same_as_answered) const {
        turn.reading.how = How::stale;
        if (same_as_answered) return;
        say_line(turn, "stale tap");
        if (!turn.state.ended()) show(turn);
    }

    void after_the_end(const std::string& text) const {
        turn.reading.how = How::nothing_open;
        turn.hear(text, 0, input_id);
        const std::string_view entry = trimmed(text);
        if (entry.empty()) return;
        turn.effects.emplace_back(Keep{std::string(entry)});
        say_line(turn, "kept after end");
    }
};

}  // namespace

Outcome take_turn(
    const dialog::EditionPtr& live,
    State state,
    const Profile& profile,
    Seq last,
    const Input& input,
    const std::string& input_id,
    Moment now) {
    Turn turn(live, std::move(state), profile, last, now);
    std::visit(Taking{turn, input_id}, input);
    mark_what_is_open(turn);
    return Outcome{
        std::move(turn.state),
        std::move(turn.messages),
        std::move(turn.effects),
        std::move(turn.reading),
        std::move(turn.entered)};
}

AnswerForm form_of_open_question(const State& state, const Profile& profile, Moment now) {
    const dialog::Question* question = open_question(state);
    if (!question) throw std::logic_error("no question is open");
    const Turn turn(state.edition, state, profile, 0, now);
    return form_of(turn, *question);
}

}  // namespace attune::engine
