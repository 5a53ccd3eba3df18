#include "dialog/text.h"

#include "words/words.h"
#include "words/written_dates.h"

namespace attune::dialog {

namespace {

// How a known value shows inside a sentence.
struct ValueShown {
    VariableRef variable;
    const LabelOf& labels;
    const std::string& language;

    std::string operator()(const Unknown&) const { return {}; }
    std::string operator()(bool truth) const {
        return labels.label(variable, truth ? "yes" : "no");
    }
    std::string operator()(const Option& option) const {
        return labels.label(variable, option.key);
    }
    std::string operator()(const OptionSet& set) const {
        std::string joined;
        for (const std::string& key : set.keys) {
            if (!joined.empty()) joined += ", ";
            joined += labels.label(variable, key);
        }
        if (!set.own.empty()) joined += (joined.empty() ? "" : ", ") + set.own;
        return joined;
    }
    std::string operator()(Decimal number) const { return to_string(number); }
    std::string operator()(const Words& words) const { return words.text; }
    std::string operator()(Date date) const { return words::written(date, language); }
    std::string operator()(TimeOfDay time) const { return words::written(time, language); }
};

const Text& form_of(const Plural& plural, const Value& value, const std::string& language) {
    const auto other = plural.forms.find("other");
    const auto* number = std::get_if<Decimal>(&value);
    if (number == nullptr) return other->second;
    const auto exact = plural.exact.find(number->thousandths / 1000);
    if (number->is_whole() && exact != plural.exact.end()) return exact->second;
    const auto form = plural.forms.find(words::plural_keyword(to_string(*number), language));
    return form != plural.forms.end() ? form->second : other->second;
}

const Text& form_of(const Select& select, const Value& value) {
    auto form = select.forms.end();
    if (const auto* option = std::get_if<Option>(&value)) form = select.forms.find(option->key);
    if (const bool* truth = std::get_if<bool>(&value)) {
        form = select.forms.find(*truth ? "yes" : "no");
    }
    return form != select.forms.end() ? form->second : select.forms.find("other")->second;
}

class TextWriter {
public:
    TextWriter(const Scope& scope, const LabelOf& labels) : scope_(scope), labels_(labels) {}

    void add(const Text& text) {
        for (const auto& piece : text.pieces) {
            std::visit([this, &text](const auto& kind) { add(kind, text.language); }, piece);
        }
    }

    std::string result;

private:
    void add(const std::string& words, const std::string&) { result += words; }
    void add(const Slot& slot, const std::string& language) {
        const Value& value = scope_[slot.variable];
        if (is_known(value)) {
            result += std::visit(ValueShown{slot.variable, labels_, language}, value);
        } else {
            result += slot.otherwise;
        }
    }
    void add(const Plural& plural, const std::string& language) {
        add(form_of(plural, scope_[plural.variable], language));
    }
    void add(const Select& select, const std::string&) {
        add(form_of(select, scope_[select.variable]));
    }

    const Scope& scope_;
    const LabelOf& labels_;
};

}  // namespace

std::string render(const Text& text, const Scope& scope, const LabelOf& labels) {
    TextWriter writer(scope, labels);
    writer.add(text);
    return std::move(writer.result);
}

}  // namespace attune::dialog
