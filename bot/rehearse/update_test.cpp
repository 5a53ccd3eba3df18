#include "rehearse/update_test.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "dialog/keys.h"
#include "rehearse/json_text.h"
#include "rehearse/wordings_heard.h"

namespace attune::rehearse {

namespace {

using dialog::Node;
using Edits = std::vector<Edit>;

// How many words two messages share.
std::size_t likeness(const Wordings& wordings, const std::string& message) {
    std::size_t most = 0;
    for (const std::string& wording : wordings) {
        std::istringstream in(wording);
        const std::set<std::string> words{std::istream_iterator<std::string>(in), {}};
        std::istringstream other(message);
        std::size_t shared = 0;
        for (std::string word; other >> word;) shared += words.contains(word) ? 1 : 0;
        most = std::max(most, shared);
    }
    return most;
}

class Updating {
public:
    Updating(
        const ConversationTest& test, const dialog::EditionPtr& edition, std::string_view content)
        : test_(test),
          edition_(edition),
          content_(content),
          player_(test, edition),
          heard_(test, edition) {}

    Edits all() {
        for (std::size_t i = 0; i < test_.talk.size(); ++i) {
            const TalkLine& line = test_.talk[i];
            const bool missed = player_.play(line).has_value();
            if (missed && acts(line)) break;  // from here on it is another talk
            heard_.play(line);
            if (missed) mend(i);
        }
        return std::move(edits_);
    }

private:
    void mend(std::size_t i) {
        const TalkLine& line = test_.talk[i];
        if (const auto* bot = std::get_if<Bot>(&line.what)) {
            mend_bot(i, *bot);
        } else if (const auto* says = std::get_if<BotSays>(&line.what)) {
            mend_bot_says(line.value, *says);
        } else if (const auto* visits = std::get_if<VisitsLine>(&line.what)) {
            mend_visits(line.value, visits->name);
        } else if (std::holds_alternative<Keeps>(line.what)) {
            mend_keeps(i);
        } else if (const auto* rests = std::get_if<RestsAt>(&line.what)) {
            mend_rests_at(line.value, rests->place);
        } else if (const auto* ends = std::get_if<Ends>(&line.what)) {
            replace(line.value, ends->wanted ? "false" : "true");
        }
    }

    // The message between those that other lines name which is most like the old one.
    void mend_bot(std::size_t i, const Bot& bot) {
        const auto said = player_.said();
        std::size_t end = said.size();
        std::size_t missed = 1;  // lines that share these messages
        for (std::size_t next = i + 1; next < test_.talk.size(); ++next) {
            if (acts(test_.talk[next])) break;
            const auto* other = std::get_if<Bot>(&test_.talk[next].what);
            if (other == nullptr) continue;
            const auto from = said.begin() + static_cast<std::ptrdiff_t>(player_.passed());
            const auto found = std::find_if(from, said.end(), [&](const std::string& text) {
                return fits(other->any_of, text);
            });
            end = static_cast<std::size_t>(found - said.begin());
            if (found != said.end()) break;
            ++missed;
        }
        const std::size_t first = player_.passed();
        if (first >= end) return;
        const std::size_t spare = end - first > missed ? end - first - missed : 0;
        std::size_t best = first;
        for (std::size_t at = first; at <= first + spare; ++at) {
            if (likeness(bot.any_of, said[at]) > likeness(bot.any_of, said[best])) best = at;
        }
        player_.pass(best + 1);
        reword(test_.talk[i].value, heard_.messages()[best]);
    }

    void mend_bot_says(const Node& list, const BotSays& says) {
        const auto heard = heard_.messages();
        if (heard.size() == list.items.size() && heard.size() == says.messages.size()) {
            const auto said = player_.said();
            for (std::size_t i = 0; i < heard.size(); ++i) {
                if (!fits(says.messages[i], said[i])) reword(list.items[i], heard[i]);
            }
            return;
        }
        std::vector<std::string> items;
        for (const Wordings& wordings : heard) {
            std::string item = in_json(wordings);
            for (std::size_t i = 0; i < says.messages.size(); ++i) {
                if (fits(says.messages[i], wordings.front())) item = as_written(list.items[i]);
            }
            items.push_back(std::move(item));
        }
        replace_items(list, items);
    }

    void mend_visits(const Node& value, const std::string& name) {
        const bool wants_dialog = edition_->find(name) != nullptr;
        for (const std::string& entered : player_.step().entered) {
            const std::size_t slash = entered.find(" / ");
            const bool is_dialog = slash == std::string::npos;
            if (is_dialog != wants_dialog) continue;
            return replace(value, quoted_json(is_dialog ? entered : entered.substr(slash + 3)));
        }
    }

    // An entry that no other line of the turn names.
    void mend_keeps(std::size_t i) {
        for (const std::string& entry : player_.step().kept) {
            bool named = false;
            for (std::size_t at = first_of_turn(i); at < test_.talk.size(); ++at) {
                if (at > i && acts(test_.talk[at])) break;
                const auto* other = std::get_if<Keeps>(&test_.talk[at].what);
                named = named || (other != nullptr && other->text == entry);
            }
            if (!named) return replace(test_.talk[i].value, quoted_json(entry));
        }
    }

    void mend_rests_at(const Node& value, const std::string& place) {
        const engine::State& state = player_.rehearsal().state();
        if (state.ended()) return;
        const bool whole = place.find(": ") != std::string::npos;
        replace(value, quoted_json(whole ? full_place_of(state) : engine::place_of(state)));
    }

    std::size_t first_of_turn(std::size_t i) const {
        while (i > 0 && !acts(test_.talk[i - 1])) --i;
        return i;
    }

    // A text, a list of lines, or { "one of": […] }: what it was it stays, where that is possible.
    void reword(const Node& value, const Wordings& wordings) {
        const Node* list =
            value.kind == Node::Kind::object ? dialog::value_of(value, "one of") : nullptr;
        if (list == nullptr) {
            // One wording was enough for the author, and a test hears always the same.
            return replace(value, quoted_json(wordings.front()));
        }
        std::vector<const Node*> stale;
        Wordings fresh = wordings;
        for (const Node& item : list->items) {
            const auto found = std::find(fresh.begin(), fresh.end(), item.text);
            if (found == fresh.end()) {
                stale.push_back(&item);
            } else {
                fresh.erase(found);
            }
        }
        if (stale.size() == fresh.size()) {
            for (std::size_t i = 0; i < stale.size(); ++i)
                replace(*stale[i], quoted_json(fresh[i]));
            return;
        }
        std::vector<std::string> items;
        for (const std::string& wording : wordings) items.push_back(quoted_json(wording));
        replace_items(*list, items);
    }

    static std::string in_json(const Wordings& wordings) {
        if (wordings.size() == 1) return quoted_json(wordings.front());
        std::string list;
        for (const std::string& wording : wordings) {
            list += (list.empty() ? " " : ", ") + quoted_json(wording);
        }
        return "{ \"one of\": [" + list + " ] }";
    }

    // The list anew, with the blanks and breaks that it has between its items.
    void replace_items(const Node& list, const std::vector<std::string>& items) {
        std::string start = "[ ";
        std::string between = ", ";
        std::string end = " ]";
        if (!list.items.empty()) {
            const Node& first = list.items.front();
            start = content_.substr(list.offset, first.offset - list.offset);
            const std::size_t last = end_of_value(content_, list.items.back().offset);
            end = content_.substr(last, end_of_value(content_, list.offset) - last);
            const std::size_t first_end = end_of_value(content_, first.offset);
            if (list.items.size() > 1) {
                between = content_.substr(first_end, list.items[1].offset - first_end);
            }
        }
        std::string text = start;
        for (std::size_t i = 0; i < items.size(); ++i) text += (i == 0 ? "" : between) + items[i];
        replace(list, text + end);
    }

    std::string as_written(const Node& value) const {
        const std::size_t end = end_of_value(content_, value.offset);
        return std::string(content_.substr(value.offset, end - value.offset));
    }

    void replace(const Node& value, std::string text) {
        const std::size_t end = end_of_value(content_, value.offset);
        edits_.push_back({value.offset, end - value.offset, std::move(text)});
    }

    const ConversationTest& test_;
    const dialog::EditionPtr& edition_;
    std::string_view content_;
    Player player_;
    WordingsHeard heard_;
    Edits edits_;
};

}  // namespace

std::vector<Edit> updates_for(
    const ConversationTest& test, const dialog::EditionPtr& edition, std::string_view content) {
    return Updating(test, edition, content).all();
}

std::string with_edits(std::string_view content, std::vector<Edit> edits) {
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.at > b.at; });
    std::string text(content);
    for (const Edit& edit : edits) text.replace(edit.at, edit.length, edit.text);
    return text;
}

}  // namespace attune::rehearse
