#include "rehearse/run_test.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "rehearse/talk_text.h"

namespace attune::rehearse {

namespace {

// A Tuesday evening: the clock of every test begins here.
constexpr Instant test_evening{
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::minutes(20 * 60 + 15)};

std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

std::string in_words(const Wordings& wordings) {
    std::string text;
    for (const std::string& wording : wordings)
        text += (text.empty() ? "" : " or ") + quoted(wording);
    return text;
}

bool fits(const Wordings& wordings, const std::string& text) {
    return std::find(wordings.begin(), wordings.end(), text) != wordings.end();
}

std::string listed(const std::vector<std::string>& list, const std::string& none) {
    std::string text;
    for (const std::string& one : list) text += (text.empty() ? "" : ", ") + quoted(one);
    return text.empty() ? none : text;
}

// What a line of the test did not find.
struct Miss {
    std::string expected;
    std::string came;
};
using Looked = std::optional<Miss>;

class Player {
public:
    Player(const ConversationTest& test, const dialog::EditionPtr& edition, Coverage& coverage)
        : rehearsal_(edition, test_evening, "Etc/UTC", 1), coverage_(coverage) {
        const std::string& dialog = edition->dialogs[test.start.dialog].name;
        step_ = test.from_the_top && test.start.answers.empty() ? rehearsal_.begin(dialog)
                                                                : rehearsal_.begin_at(test.start);
    }

    Looked operator()(const Them& them) { return take(Said{them.text, rehearsal_.asked()}); }

    Looked operator()(const Taps& taps) {
        const dialog::Question* question = rehearsal_.open();
        if (!question) return Miss{"an open question", place()};
        const Seq to = rehearsal_.asked();
        if (taps.value) return take(Valued{*taps.value, to});
        const auto options = rehearsal_.form().options;
        for (const std::string& key : taps.options) {
            const bool there = std::any_of(
                options.begin(), options.end(), [&](const Choice& one) { return one.key == key; });
            if (there) continue;
            if (key == "skip" && question->may_skip) return take(Act{ActKind::skip, to});
            return Miss{"the option " + quoted(key), "at " + place() + " there is none"};
        }
        return take(Tapped{taps.options, to});
    }

    Looked operator()(const After& after) {
        rehearsal_.wait(after.time);
        step_ = Step{};
        next_ = 0;
        return std::nullopt;
    }

    Looked operator()(const Bot& bot) {
        const auto said = ours();
        for (std::size_t i = next_; i < said.size(); ++i) {
            if (!fits(bot.any_of, said[i])) continue;
            next_ = i + 1;
            return std::nullopt;
        }
        return Miss{"from the bot: " + in_words(bot.any_of), listed(rest(said), "nothing more")};
    }

    Looked operator()(const BotSays& all) {
        const auto said = ours();
        bool same = said.size() == all.messages.size();
        for (std::size_t i = 0; same && i < said.size(); ++i) same = fits(all.messages[i], said[i]);
        if (same) return std::nullopt;
        std::string wanted = "exactly:";
        for (const Wordings& message : all.messages) wanted += " " + in_words(message);
        return Miss{wanted, listed(said, "nothing")};
    }

    Looked operator()(const VisitsLine& visits) {
        for (const std::string& name : step_.entered) {
            const std::size_t slash = name.find(" / ");
            const bool scene = slash != std::string::npos && name.substr(slash + 3) == visits.name;
            if (scene || name == visits.name) return std::nullopt;
        }
        const std::string none = state().ended()
                                     ? "the talk ended, and forgot where it was: use \"bot\" here"
                                     : "no scene was entered";
        return Miss{"a visit to " + quoted(visits.name), listed(step_.entered, none)};
    }

    Looked operator()(const Keeps& keeps) {
        if (fits(step_.kept, keeps.text)) return std::nullopt;
        return Miss{"kept: " + quoted(keeps.text), listed(step_.kept, "nothing was kept")};
    }

    Looked operator()(const RestsAt& rests) {
        const bool here = rests.place == place() || rests.place == engine::place_of(state());
        if (here) return std::nullopt;
        return Miss{"rests at " + quoted(rests.place), "it rests at " + quoted(place())};
    }

    Looked operator()(const Ends& ends) {
        bool ended = state().ended();
        for (const Message& message : step_.messages) ended = ended || !message.ended.empty();
        if (ended == ends.wanted) return std::nullopt;
        return Miss{
            ends.wanted ? "the talk ends" : "the talk goes on",
            ended ? "it ended" : "it rests at " + quoted(place())};
    }

    Failure failure(const TalkLine& line, Miss miss) const {
        return {
            line.spot,
            std::move(miss.expected),
            std::move(miss.came),
            step_.explained,
            talk_text(rehearsal_.said())};
    }

private:
    Looked take(const Input& input) {
        step_ = rehearsal_.take(input);
        next_ = 0;
        coverage_.add(step_);
        return std::nullopt;
    }

    std::vector<std::string> ours() const {
        std::vector<std::string> said;
        for (const Message& message : step_.messages) {
            if (message.from != Speaker::you) said.push_back(message.text);
        }
        return said;
    }

    std::vector<std::string> rest(const std::vector<std::string>& said) const {
        return {said.begin() + static_cast<std::ptrdiff_t>(next_), said.end()};
    }

    const engine::State& state() const { return rehearsal_.state(); }
    std::string place() const { return full_place_of(state()); }

    Rehearsal rehearsal_;
    Coverage& coverage_;
    Step step_;
    std::size_t next_ = 0;  // messages of ours that `bot` lines have named or passed
};

std::string with_margin(const std::string& lines, const std::string& margin) {
    std::string text = margin;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += lines[i];
        if (lines[i] == '\n' && i + 1 < lines.size()) text += margin;
    }
    if (text.back() != '\n') text += '\n';
    return text;
}

}  // namespace

std::optional<Failure> run_test(
    const ConversationTest& test, const dialog::EditionPtr& edition, Coverage& coverage) {
    Player player(test, edition, coverage);
    for (const TalkLine& line : test.talk) {
        try {
            if (auto miss = std::visit(player, line.what)) return player.failure(line, *miss);
        } catch (const std::exception& broke) {
            return player.failure(line, {"a turn", std::string("it broke: ") + broke.what()});
        }
    }
    return std::nullopt;
}

std::string to_text(
    const Failure& failure, const std::string& test_name, const std::string& shown_name) {
    const std::string place = shown_name + ":" + std::to_string(failure.spot.line) + ":" +
                              std::to_string(failure.spot.column);
    return place + "  failed  " + test_name + "\n  the talk so far:\n" +
           with_margin(failure.talk, "    ") + "  expected  " + failure.expected +
           "\n  came      " + failure.came + "\n" + with_margin(failure.read, "  ");
}

}  // namespace attune::rehearse
