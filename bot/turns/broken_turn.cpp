#include "turns/broken_turn.h"

#include "base/binary.h"
#include "base/log.h"
#include "engine/wording.h"
#include "turns/profile.h"

namespace attune::turns {

namespace {

constexpr std::uint8_t failed_form = 1;

std::string label_of(const std::string& key, const std::optional<AnswerForm>& form) {
    if (form) {
        for (const Choice& choice : form->options) {
            if (choice.key == key) return choice.label;
        }
    }
    return key;
}

// Her message as it is shown; nothing for an act.
struct ShownText {
    const std::optional<AnswerForm>& form;
    const std::string& language;

    std::string operator()(const Begin&) const { return {}; }
    std::string operator()(const Said& said) const { return said.text; }
    std::string operator()(const Tapped& tapped) const {
        std::string text;
        for (const auto& key : tapped.options) {
            if (!text.empty()) text += ", ";
            text += label_of(key, form);
        }
        if (!tapped.own.empty()) text += (text.empty() ? "" : ", ") + tapped.own;
        return text;
    }
    std::string operator()(const Valued& valued) const {
        return engine::written(valued.value, language);
    }
    std::string operator()(const Act&) const { return {}; }
};

struct QuestionNumber {
    Seq operator()(const Begin&) const { return 0; }
    template <class AnyOther>
    Seq operator()(const AnyOther& input) const {
        return input.to;
    }
};

// The same bug may strike here: then the words stand without a way to answer by tap.
std::optional<AnswerForm> open_form(const Setting& setting, const Known& before) {
    if (engine::open_question(before.state) == nullptr) return std::nullopt;
    try {
        return engine::form_of_open_question(
            before.state,
            fitted(before.profile, before.state.edition, setting.live.edition),
            moment_of(setting, before.profile));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::string broke_line(const dialog::Edition& edition) {
    const auto found = edition.defaults.says.find("something broke");
    if (found != edition.defaults.says.end()) return found->second;
    return "Something broke on our side; your place is kept, your words too.";
}

// Everything that running it again needs, beside the state before it.
Bytes set_aside_form(const Setting& setting, const Arrival& arrival, const std::string& what) {
    Bytes plain;
    BinaryWriter out(plain);
    out.byte(failed_form);
    out.signed_number(setting.now.time_since_epoch().count());
    out.bytes(arrival.id);
    out.bytes(canonical_form(arrival.input));
    out.bytes(what);
    return plain;
}

const dialog::Edition& edition_of(const Setting& setting, const Known& before) {
    return before.state.edition == nullptr ? *setting.live.edition : engine::spoken(before.state);
}

// Messages in a row, numbered on from the last one she has.
class Writing {
public:
    Writing(const dialog::Edition& edition, Seq last)
        : lang_(edition.defaults.language), seq_(last) {}

    Message& add(Speaker from, std::string text) {
        Message message;
        message.seq = ++seq_;
        message.from = from;
        message.lang = lang_;
        message.text = std::move(text);
        messages.push_back(std::move(message));
        return messages.back();
    }

    std::vector<Message> messages;

private:
    std::string lang_;
    Seq seq_;
};

}  // namespace

Draft broken_turn(
    const Setting& setting,
    const Start& start,
    const Arrival& arrival,
    const std::string& what,
    const std::string& question) {
    const Known& before = *start.before;
    const auto& edition = edition_of(setting, before);
    const auto form = open_form(setting, before);

    Writing writing(edition, before.last);
    const auto shown = std::visit(ShownText{form, edition.defaults.language}, arrival.input);
    if (!shown.empty()) {
        Message& hers = writing.add(Speaker::you, shown);
        hers.input_id = arrival.id;
        hers.to = std::visit(QuestionNumber{}, arrival.input);
    }
    writing.add(Speaker::attune, broke_line(edition));
    if (form && !question.empty()) writing.add(Speaker::attune, question);
    if (form) {
        writing.messages.back().asked = before.state.frames.back().asked;
        writing.messages.back().input = form;
    }

    // What it said may hold her words: it is sealed with them, not logged.
    log(LogLevel::error,
        "a turn threw and was set aside",
        {{"person", std::to_string(start.person.value)},
         {"version", std::to_string(before.version + 1)},
         {"edition", edition.hash}});
    Draft draft;
    draft.next = before.state;
    draft.profile = before.profile;
    draft.messages = std::move(writing.messages);
    draft.failed = set_aside_form(setting, arrival, what);
    return draft;
}

}  // namespace attune::turns
