#include "engine/wording.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>
#include <utility>

#include "base/seal.h"
#include "dialog/text.h"
#include "words/written_dates.h"

namespace attune::engine {

namespace {

const dialog::Variable& variable_of(
    const dialog::Edition& edition, const dialog::Dialog& dialog, dialog::VariableRef ref) {
    return ref.of_person ? edition.person[ref.slot] : dialog.variables[ref.slot];
}

class Labels final : public dialog::LabelOf {
public:
    Labels(const Turn& turn, const dialog::Scope& scope)
        : edition_(turn.edition()), dialog_(turn.dialog()), scope_(scope) {}

    std::string label(dialog::VariableRef ref, const std::string& key) const override {
        const dialog::Variable& variable = variable_of(edition_, dialog_, ref);
        for (std::size_t i = 0; i < variable.option_labels.size() && !ref.of_person; ++i) {
            if (variable.options[i] != key) continue;
            return dialog::render(dialog_.texts[variable.option_labels[i]], scope_, *this);
        }
        if (variable.type != dialog::Type::yes_no) return key;
        return key == "yes" ? edition_.defaults.yes_label : edition_.defaults.no_label;
    }

private:
    const dialog::Edition& edition_;
    const dialog::Dialog& dialog_;
    const dialog::Scope& scope_;
};

std::size_t pick(const Turn& turn, const dialog::Utterance& utterance) {
    if (utterance.variants.size() < 2) return 0;
    const std::string& dialog = turn.dialog().name;
    const std::string& scene = turn.scene().name;
    std::array<std::byte, 256> room;
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    std::pmr::string key(&memory);
    key.reserve(dialog.size() + scene.size() + utterance.pick_key.size() + 32);
    key += dialog;
    key += '\n';
    key += scene;
    key += '\n';
    key += utterance.pick_key;
    key += '\n';
    key += std::to_string(turn.visits_of(turn.top()));
    for (const LoopCount& loop : turn.top().loops) {
        key += ' ';
        key += std::to_string(loop.round);
    }
    return keyed_hash(turn.state.seed, key) % utterance.variants.size();
}

std::string join(std::string all, std::string_view next) {
    if (!all.empty()) all += ", ";
    all += "“";
    all += next;
    all += "”";
    return all;
}

}  // namespace

std::string rendered(const Turn& turn, dialog::TextIndex text) {
    const dialog::Scope scope = turn.scope();
    return dialog::render(turn.dialog().texts[text], scope, Labels(turn, scope));
}

void say_text(Turn& turn, dialog::TextIndex text) {
    std::string words = rendered(turn, text);
    if (words.empty()) return;
    turn.say(std::move(words), turn.dialog().texts[text].language);
}

void say_utterance(Turn& turn, const dialog::Utterance& utterance) {
    if (utterance.variants.empty()) return;
    say_text(turn, utterance.variants[pick(turn, utterance)]);
}

std::string fill(std::string_view pattern, const LinePlaces& places) {
    const std::array<std::pair<std::string_view, const std::string*>, 5> known{
        {{"{low}", &places.low},
         {"{high}", &places.high},
         {"{options}", &places.options},
         {"{limit}", &places.limit},
         {"{n}", &places.n}}};
    std::string filled;
    while (!pattern.empty()) {
        const auto place = std::find_if(known.begin(), known.end(), [&](const auto& one) {
            return pattern.starts_with(one.first);
        });
        if (place != known.end()) {
            filled += *place->second;
            pattern.remove_prefix(place->first.size());
            continue;
        }
        filled += pattern.front();
        pattern.remove_prefix(1);
    }
    return filled;
}

LinePlaces places_of(const dialog::Question& question) {
    LinePlaces places;
    if (question.min) places.low = to_string(*question.min);
    if (question.max) places.high = to_string(*question.max);
    if (question.limit > 0) places.limit = std::to_string(question.limit);
    places.n = std::to_string(question.at_least);
    return places;
}

bool say_line(Turn& turn, const std::string& name, const LinePlaces& places) {
    const dialog::Defaults& defaults = turn.edition().defaults;
    const auto line = defaults.says.find(name);
    if (line == defaults.says.end() || line->second.empty()) return false;
    turn.say(fill(line->second, places), defaults.language);
    return true;
}

std::string label_of(const Turn& turn, const dialog::Question& question, std::string_view key) {
    for (const dialog::QuestionOption& option : question.options) {
        if (option.key == key) return rendered(turn, option.label);
    }
    return std::string(key);
}

std::string written(const PickedValue& value, std::string_view language) {
    if (const auto* number = std::get_if<Decimal>(&value)) return to_string(*number);
    if (const auto* date = std::get_if<Date>(&value)) return words::written(*date, language);
    return words::written(std::get<TimeOfDay>(value), language);
}

std::string quoted_labels(
    const Turn& turn, const dialog::Question& question, const std::vector<std::string>& keys) {
    std::string all;
    for (const std::string& key : keys) all = join(std::move(all), label_of(turn, question, key));
    return all;
}

}  // namespace attune::engine
