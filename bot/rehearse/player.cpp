#include "rehearse/player.h"

#include <algorithm>
#include <utility>

namespace attune::rehearse {

namespace {

using Looked = std::optional<Miss>;

std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

std::string in_words(const Wordings& wordings) {
    std::string text;
    for (const std::string& wording : wordings)
        text += (text.empty() ? "" : " or ") + quoted(wording);
    return text;
}

std::string listed(const std::vector<std::string>& list, const std::string& none) {
    std::string text;
    for (const std::string& one : list) text += (text.empty() ? "" : ", ") + quoted(one);
    return text.empty() ? none : text;
}

// A day or a time of day, where the question asks for one.
std::optional<PickedValue> picked_at(
    const dialog::Question& question, const std::vector<std::string>& tapped) {
    if (tapped.size() != 1) return std::nullopt;
    if (question.kind == AnswerKind::date) {
        if (const auto day = parse_iso_date(tapped[0])) return *day;
    }
    if (question.kind == AnswerKind::time) {
        if (const auto time = parse_iso_time(tapped[0])) return *time;
    }
    return std::nullopt;
}

// What may be pressed under a question beside its options.
std::optional<ActKind> act_of(const std::string& key, const dialog::Question& question) {
    if (key == "skip" && question.may_skip) return ActKind::skip;
    if (key == "why" && question.why) return ActKind::why;
    return std::nullopt;
}

}  // namespace

bool fits(const Wordings& wordings, const std::string& text) {
    return std::find(wordings.begin(), wordings.end(), text) != wordings.end();
}

Player::Player(
    const ConversationTest& test,
    const dialog::EditionPtr& edition,
    std::uint64_t seed,
    Instant now)
    : rehearsal_(edition, test.at.value_or(now), "Etc/UTC", seed) {
    for (const TalkLine& line : test.talk) {  // a language at the top is the one it begins in
        const auto* language = std::get_if<LanguageLine>(&line.what);
        if (language == nullptr) break;
        rehearsal_.speak(language->name);
    }
    step_ = rehearsal_.begin_at(test.start);
}

Looked Player::play(const TalkLine& line) {
    return std::visit(*this, line.what);
}

std::vector<std::string> Player::said() const {
    std::vector<std::string> said;
    for (const Message& message : step_.messages) {
        if (message.from != Speaker::you) said.push_back(message.text);
    }
    return said;
}

void Player::take(const Input& input) {
    step_ = rehearsal_.take(input);
    passed_ = 0;
}

std::string Player::place() const {
    return full_place_of(rehearsal_.state());
}

Looked Player::operator()(const Them& them) {
    take(Said{them.text, rehearsal_.asked()});
    return std::nullopt;
}

Looked Player::operator()(const Taps& taps) {
    const dialog::Question* question = rehearsal_.open();
    if (!question) return Miss{"an open question", place()};
    const Seq to = rehearsal_.asked();
    const auto picked =
        taps.value ? std::optional<PickedValue>(*taps.value) : picked_at(*question, taps.options);
    if (picked) {
        take(Valued{*picked, to});
        return std::nullopt;
    }
    const auto options = rehearsal_.form().options;
    for (const std::string& key : taps.options) {
        const bool there = std::any_of(
            options.begin(), options.end(), [&](const Choice& one) { return one.key == key; });
        if (there) continue;
        const auto act = act_of(key, *question);
        if (!act || taps.options.size() != 1) {
            return Miss{"the option " + quoted(key), "at " + place() + " there is none"};
        }
        take(Act{*act, to});
        return std::nullopt;
    }
    take(Tapped{taps.options, to});
    return std::nullopt;
}

Looked Player::operator()(const After& after) {
    rehearsal_.wait(after.time);
    step_ = Step{};
    passed_ = 0;
    return std::nullopt;
}

Looked Player::operator()(const LanguageLine& line) {
    rehearsal_.speak(line.name);
    return std::nullopt;
}

Looked Player::operator()(const Bot& bot) {
    const auto ours = said();
    for (std::size_t i = passed_; i < ours.size(); ++i) {
        if (!fits(bot.any_of, ours[i])) continue;
        passed_ = i + 1;
        return std::nullopt;
    }
    const auto next = ours.begin() + static_cast<std::ptrdiff_t>(std::min(passed_, ours.size()));
    return Miss{
        "from the bot: " + in_words(bot.any_of),
        listed(std::vector<std::string>(next, ours.end()), "nothing more")};
}

Looked Player::operator()(const BotSays& all) {
    const auto ours = said();
    bool same = ours.size() == all.messages.size();
    for (std::size_t i = 0; same && i < ours.size(); ++i) same = fits(all.messages[i], ours[i]);
    if (same) return std::nullopt;
    std::string wanted = "exactly:";
    for (const Wordings& message : all.messages) wanted += " " + in_words(message);
    return Miss{wanted, listed(ours, "nothing")};
}

Looked Player::operator()(const VisitsLine& visits) {
    for (const std::string& name : step_.entered) {
        const std::size_t slash = name.find(" / ");
        const bool scene = slash != std::string::npos && name.substr(slash + 3) == visits.name;
        if (scene || name == visits.name) return std::nullopt;
    }
    return Miss{"a visit to " + quoted(visits.name), listed(step_.entered, "no scene was entered")};
}

Looked Player::operator()(const Keeps& keeps) {
    if (fits(step_.kept, keeps.text)) return std::nullopt;
    return Miss{"kept: " + quoted(keeps.text), listed(step_.kept, "nothing was kept")};
}

Looked Player::operator()(const RestsAt& rests) {
    const bool here = rests.place == place() || rests.place == engine::place_of(rehearsal_.state());
    if (here) return std::nullopt;
    return Miss{"rests at " + quoted(rests.place), "it rests at " + quoted(place())};
}

Looked Player::operator()(const Ends& ends) {
    bool ended = rehearsal_.state().ended();
    for (const Message& message : step_.messages) ended = ended || !message.ended.empty();
    if (ended == ends.wanted) return std::nullopt;
    return Miss{
        ends.wanted ? "the talk ends" : "the talk goes on",
        ended ? "it ended" : "it rests at " + quoted(place())};
}

}  // namespace attune::rehearse
